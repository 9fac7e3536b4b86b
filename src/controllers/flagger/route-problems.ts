import type {
  FlaggerCorsPolicy, FlaggerGatewayReference, FlaggerHeaderOperations, FlaggerHttpMatch, FlaggerMirror, FlaggerRetries, FlaggerRewrite,
} from './route-options';
import {
  headerProblems, istioGatewayProblem, labelProblems, mappedProblems, namespaceProblem, objectNameProblem, pathMatchProblems, slashProblem,
  textMatchProblems, tokenProblem,
} from './text-checks';
import { routerTimeProblem } from './times';
import { lastingSeconds, wholeNumber } from '../../intent/checks';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { secondsOfOptional } from '../../intent/seconds';
import { isOpaque, known } from '../../manifests/leaf';
import { isDnsSubdomain } from '../../manifests/names';

type Problems = readonly (Problem | undefined)[];

export function matchProblems(at: string, match: FlaggerHttpMatch): Problems {
  const { headers, withoutHeaders, queryParams } = match;
  return [
    ...pathMatchProblems(`${at}.uri`, match.uri),
    ...(['scheme', 'method', 'authority'] as const).flatMap(part => textMatchProblems(`${at}.${part}`, match[part])),
    ...headerProblems(`${at}.headers`, headers),
    ...headerProblems(`${at}.withoutHeaders`, withoutHeaders),
    ...mappedProblems(`${at}.headers`, headers),
    ...mappedProblems(`${at}.withoutHeaders`, withoutHeaders),
    ...mappedProblems(`${at}.queryParams`, queryParams),
    portProblem(`${at}.port`, match.port),
    ...labelProblems(`${at}.sourceLabels`, match.sourceLabels),
    namespaceProblem(`${at}.sourceNamespace`, match.sourceNamespace),
    ...(match.gateways ?? []).map((name, index) => istioGatewayProblem(`${at}.gateways[${index}]`, name)),
  ];
}

/** The Gateway API replaces what one prefix has matched, and nothing else. */
export function rewriteProblems(at: string, { uri, authority, prefixOnly }: FlaggerRewrite, matches: readonly FlaggerHttpMatch[]): Problems {
  const [first = {}, ...others] = matches;
  const isOnePrefix = others.length === 0 && (first.uri === undefined || first.uri.prefix !== undefined);
  return [
    uri === undefined && authority === undefined ? { property: at, message: 'must have uri or authority, got none', fix: 'write what requests are made to' } : undefined,
    slashProblem(`${at}.uri`, uri),
    /^[^\s/]+$/.test(known(authority) ?? 'unknown') ? undefined : {
      property: `${at}.authority`, message: `must be a host, got ${show(authority)}`, fix: 'write it without http:// and path, such as "shop.example.com"',
    },
    prefixOnly !== true || isOnePrefix ? undefined : {
      property: `${at}.prefixOnly`, message: 'must stand beside one match of a path by its prefix, or none', fix: 'keep one match with uri: { prefix: ... }, or leave prefixOnly out',
    },
    prefixOnly !== undefined && uri === undefined ? { property: `${at}.prefixOnly`, message: 'must stand beside uri, which it is about, got none', fix: 'leave it out' } : undefined,
  ];
}

export function retryProblems(at: string, { attempts, perTryTimeout, retryOn }: FlaggerRetries): Problems {
  return [
    wholeNumber(`${at}.attempts`, attempts),
    routerTimeProblem(`${at}.perTryTimeout`, perTryTimeout),
    attempts === 0 && (perTryTimeout !== undefined || retryOn !== undefined)
      ? { property: `${at}.attempts`, message: 'must be at least 1 beside perTryTimeout or retryOn, got 0', fix: 'leave these out to try nothing again' } : undefined,
    ...(retryOn ?? []).map((cause, index) => /^[\w-]+$/.test(known(cause) ?? 'unknown') ? undefined : {
      property: `${at}.retryOn[${index}]`, message: `must be one cause in the words of Envoy, got ${show(cause)}`, fix: 'write for example "5xx"',
    }),
  ];
}

export function headerChangeProblems(at: string, { set, add, remove = [] }: FlaggerHeaderOperations): Problems {
  return [...headerProblems(`${at}.set`, set), ...headerProblems(`${at}.add`, add), ...remove.map((name, index) => tokenProblem(`${at}.remove[${index}]`, name))];
}

export function corsProblems(at: string, { origins = [], plainOrigins = [], maxAge, ...options }: FlaggerCorsPolicy): Problems {
  const names = [['allowMethods', 'a method', 'write it in capitals, such as "GET"'], ['allowHeaders'], ['exposeHeaders']] as const;
  return [
    ...origins.flatMap((origin, index) => textMatchProblems(`${at}.origins[${index}]`, origin)),
    ...plainOrigins.map((origin, index) => /^(\*|[a-z][a-z0-9+.-]*:\/\/[^\s/]+)$/.test(known(origin) ?? '*') ? undefined : {
      property: `${at}.plainOrigins[${index}]`, message: `must be a scheme and a host, or *, got ${show(origin)}`, fix: 'write for example "https://shop.example.com"',
    }),
    ...names.flatMap(([name, ...words]) => (options[name] ?? []).map((each, index) => tokenProblem(`${at}.${name}[${index}]`, each, ...words))),
    lastingSeconds(`${at}.maxAge`, secondsOfOptional(maxAge)),
  ];
}

export function mirrorProblems(at: string, { name, port, inNamespace, kind, group }: FlaggerMirror): Problems {
  const isService = (kind ?? 'Service') === 'Service' && (group ?? '') === '';
  return [
    ...referenceProblems(at, { name, port, inNamespace, kind, group }),
    isService && port === undefined ? { property: `${at}.port`, message: 'must be given for a Service, got none', fix: 'write the port of the Service, such as 80' } : undefined,
  ];
}

/** What an HTTPRoute has room for. */
const mostGateways = 32;

export function gatewayReferencesProblems(at: string, references: readonly FlaggerGatewayReference[]): Problems {
  return [
    references.length >= 1 && references.length <= mostGateways ? undefined : {
      property: at, message: `must be 1 to ${mostGateways}, got ${references.length}`, fix: references.length === 0 ? 'leave it out for those of the router' : 'drop some',
    },
    ...references.flatMap((reference, index) => [
      ...referenceProblems(`${at}[${index}]`, reference),
      isDnsSubdomain(known(reference.listener) ?? 'unknown') ? undefined : {
        property: `${at}[${index}].listener`, message: `must be the name of a listener, got ${show(reference.listener)}`, fix: 'write the name it has in the Gateway',
      },
    ]),
  ];
}

function referenceProblems(at: string, { name, port, inNamespace, kind, group }: Omit<FlaggerGatewayReference, 'listener'>): Problems {
  return [
    objectNameProblem(`${at}.name`, name),
    portProblem(`${at}.port`, port),
    namespaceProblem(`${at}.inNamespace`, inNamespace),
    /^[a-zA-Z]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/.test(known(kind) ?? 'Kind') ? undefined : {
      property: `${at}.kind`, message: `must be a kind, got ${show(kind)}`, fix: 'write for example "Service"',
    },
    (known(group) ?? '') === '' || isDnsSubdomain(known(group) ?? '') ? undefined : {
      property: `${at}.group`, message: `must be an API group, got ${show(group)}`, fix: 'write it without the version, or "" for the core one',
    },
  ];
}

function portProblem(property: string, port: number | undefined): Problem | undefined {
  return port === undefined || isOpaque(port) || (Number.isInteger(port) && port >= 1 && port <= 65535) ? undefined : {
    property, message: `must be a whole number from 1 to 65535, got ${show(port)}`, fix: 'write a port such as 8080',
  };
}
