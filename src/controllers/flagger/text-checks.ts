import type { FlaggerTextMatch } from './route-options';
import type { Problem } from '../../intent/problem';
import { show } from '../../intent/problem';
import { isOpaque, known } from '../../manifests/leaf';
import { isLabelKey, isLabelValue } from '../../manifests/names';

/** The checks of single texts. A text that is not known yet passes each of them. */
type Problems = readonly (Problem | undefined)[];

const host = /^(\*\.)?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)*[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const token = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}$/;

export function hostProblem(property: string, name: string): Problem | undefined {
  const text = known(name);
  return text === undefined || (host.test(text) && text.length <= 253) ? undefined : {
    property, message: `must be a host name, got ${show(text)}`, fix: 'write it in lower case without http://, port or path, such as "shop.example.com"',
  };
}

/** The name of an object of Kubernetes. */
export function objectNameProblem(property: string, name: string): Problem | undefined {
  return /^[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?$/.test(known(name) ?? 'unknown') ? undefined : {
    property, message: `must be the name of an object, got ${show(name)}`, fix: 'write its metadata.name',
  };
}

export function namespaceProblem(property: string, name: string | undefined): Problem | undefined {
  return /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(known(name) ?? 'unknown') ? undefined : {
    property, message: `must be the name of a namespace, got ${show(name)}`, fix: 'write it in lower case, such as "shop"',
  };
}

/** The name of a header, a cookie or a method. */
export function tokenProblem(property: string, name: string | undefined, what = 'a header', fix = 'write letters, digits and dashes, such as "x-team"'): Problem | undefined {
  return token.test(known(name) ?? 'unknown') ? undefined : { property, message: `must be the name of ${what}, got ${show(name)}`, fix };
}

export function headerProblems(property: string, headers: Readonly<Record<string, unknown>> | undefined): Problems {
  return Object.keys(headers ?? {}).map(name => tokenProblem(`${property}[${show(name)}]`, name));
}

/** Exactly one comparison, with something to compare. */
export function textMatchProblems(property: string, match: FlaggerTextMatch | undefined): Problems {
  if (match === undefined) return [];
  const given = (['exact', 'prefix', 'regex'] as const).filter(comparison => match[comparison] !== undefined);
  if (given.length !== 1) {
    return [{ property, message: `must have exactly one of exact, prefix and regex, got ${given.join(' and ') || 'none'}`, fix: 'keep the one you mean' }];
  }
  const [comparison] = given;
  return [match[comparison] !== '' ? undefined : {
    property: `${property}.${comparison}`, message: 'must not be empty: Flagger takes that for no comparison at all', fix: 'write { regex: ".*" } for any text',
  }];
}

/** The same of the path of a request. */
export function pathMatchProblems(property: string, match: FlaggerTextMatch | undefined): Problems {
  const plain = (['exact', 'prefix'] as const).find(comparison => known(match?.[comparison]) !== undefined);
  return [...textMatchProblems(property, match), plain === undefined || match?.[plain] === '' ? undefined : slashProblem(`${property}.${plain}`, match?.[plain])];
}

export function slashProblem(property: string, path: string | undefined): Problem | undefined {
  const text = known(path);
  return text === undefined || text.startsWith('/') ? undefined : { property, message: `must begin with a slash, got ${show(text)}`, fix: `write ${show(`/${text}`)}` };
}

/** Comparisons by the names of what is compared. */
export function mappedProblems(property: string, matches: Readonly<Record<string, FlaggerTextMatch>> | undefined): Problems {
  return Object.entries(matches ?? {}).flatMap(([name, match]) => textMatchProblems(`${property}[${show(name)}]`, match));
}

export function labelProblems(property: string, labels: Readonly<Record<string, string>> | undefined): Problems {
  return Object.entries(labels ?? {}).flatMap(([key, value]) => [
    keyProblem(`${property}[${show(key)}]`, key, 'a label'),
    isOpaque(value) || isLabelValue(value) ? undefined : {
      property: `${property}[${show(key)}]`, message: `must be the value of a label, got ${show(value)}`, fix: 'write up to 63 letters, digits, dashes, dots and underscores',
    },
  ]);
}

export function keyProblem(property: string, key: string, what: string): Problem | undefined {
  return isLabelKey(known(key) ?? 'unknown') ? undefined : { property, message: `must be the key of ${what}, got ${show(key)}`, fix: 'write for example "example.com/team"' };
}

/** Where somebody is called. */
export function addressProblem(property: string, address: string | undefined): Problem | undefined {
  const text = known(address);
  return text === undefined || /^https?:\/\/[^/]/.test(text) ? undefined : {
    property,
    message: `must begin with http:// or https://, got ${show(text)}`,
    fix: `write ${show(`http://${text.replace(/^(\w+:)?\W+/, '') || 'flagger-loadtester.test'}`)}`,
  };
}

/** A gateway of Istio. */
export function istioGatewayProblem(property: string, name: string): Problem | undefined {
  return /^([a-z0-9]([-a-z0-9]*[a-z0-9])?\/)?[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(known(name) ?? 'unknown') ? undefined : {
    property, message: `must be the name of a Gateway, got ${show(name)}`, fix: 'write its metadata.name, or namespace/name',
  };
}
