import { startOf } from '../../intent/audience';
import type { AudienceIntent } from '../../intent/audience';
import type { FlaggerControllerIntent } from '../../intent/flagger';
import { supportOf } from '../../intent/flagger-support';
import type { Problem } from '../../intent/problem';
import type { FlaggerRouting } from '../../intent/router';
import type { FlaggerComparison, FlaggerProvider, FlaggerSupport } from '../../manifests/flagger-providers';
import type { AudienceMatch } from '../../manifests/flagger.generated';
import { known } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** What is asked of one header, as a Canary compares it. */
interface HeaderComparison {
  readonly header: string;
  readonly kind: FlaggerComparison;
  readonly text: Leaf<string>;
}

type Own = FlaggerControllerIntent['audience'];
type Routing = Pick<FlaggerRouting, 'provider' | 'support'>;

/** What there is without a router. */
const unrouted: Routing = { provider: 'kubernetes' };

/** Requests that belong to an audience, as a Canary says it. */
export function audienceMatch(audience: AudienceIntent, own: Own, routing: Routing = unrouted): readonly AudienceMatch[] {
  const headers = comparisons(audience, supportOf(routing)).map(({ header, kind, text }) => [header, { [kind]: text }] as const);
  return [{ headers: Object.fromEntries(headers), ...own }];
}

/** What a provider cannot tell of the requests of an audience. */
export function audienceProblems(audience: AudienceIntent, own: Own, property: string, routing: Routing = unrouted): readonly Problem[] {
  const { provider } = routing;
  const support = supportOf(routing);
  if (support.audience.length === 0) {
    return [{
      property,
      message: `needs traffic that looks at headers, and for Flagger ${provider} does not: everybody would get the new version`,
      fix: 'choose GatewayApiTraffic, IstioTraffic or NginxTraffic for traffic, or a canary with shares',
    }];
  }
  const headers = comparisons(audience, support);
  const unknown = headers.filter(({ kind }) => !support.audience.includes(kind)).map(({ header, kind }) => ({
    property,
    message: `must compare ${header} in a way that ${provider} knows (${support.audience.join(', ')}), got ${kind}`,
    fix: 'compare it otherwise, or choose IstioTraffic for traffic',
  }));
  return [...unknown, ...provider === 'nginx' ? nginxProblems(headers, property) : [], ...ownProblems(own ?? {}, provider)];
}

/** What is said of an audience where there is none. */
export function withoutAudience(own: Own): readonly Problem[] {
  return own === undefined ? [] : [{
    property: 'controller.audience',
    message: 'does nothing: no stage is for an audience, got one in the options of Flagger alone',
    fix: 'make it an ABTestRollout, or leave it out',
    class: 'risky',
  }];
}

/** An expression for a beginning is one where that is not known and the other is. */
function comparisons(audience: AudienceIntent, { audience: compared }: FlaggerSupport): readonly HeaderComparison[] {
  return audience.map(({ header, value: { kind, text } }) => {
    const start = kind === 'regex' && !compared.includes('regex') && compared.includes('prefix') ? startOf(known(text) ?? '') : undefined;
    return start === undefined ? { header, kind, text } : { header, kind: 'prefix', text: start };
  });
}

/** It has one header and one cookie, which it knows by its name alone. */
function nginxProblems(audience: readonly HeaderComparison[], property: string): readonly Problem[] {
  const isCookie = ({ header }: HeaderComparison) => header === 'cookie';
  const headers = audience.filter(each => !isCookie(each));
  return [
    ...audience.some(isCookie) ? [{
      property,
      message: 'must be a header behind ingress-nginx: of a cookie Flagger can only say there that it has the value "always"',
      fix: 'write Audience.header, or choose IstioTraffic or GatewayApiTraffic for traffic',
    }] : [],
    ...headers.length > 1 ? [{
      property,
      message: `must be one header behind ingress-nginx, which looks at no more than one, got ${headers.length}`,
      fix: 'keep the one that marks the requests',
    }] : [],
  ];
}

/** Where they are not looked at, the audience is larger than was asked for. */
function ownProblems({ queryParams = {}, sourceLabels }: NonNullable<Own>, provider: FlaggerProvider): readonly Problem[] {
  const readsParameters = provider === 'istio' || provider.startsWith('gatewayapi');
  const byBeginning = provider === 'istio' ? [] : Object.entries(queryParams).filter(([, { prefix }]) => prefix !== undefined);
  return [
    ...readsParameters || Object.keys(queryParams).length === 0 ? [] : [{
      property: 'controller.audience.queryParams',
      message: `needs traffic that looks at them, and for Flagger ${provider} does not: the audience would be larger`,
      fix: 'choose GatewayApiTraffic or IstioTraffic for traffic, or drop it',
    }],
    ...(readsParameters ? byBeginning : []).map(([name]) => ({
      property: `controller.audience.queryParams[${JSON.stringify(name)}].prefix`,
      message: 'must be exact or regex for the Gateway API, got prefix: everybody would get the new version',
      fix: 'write it as a regex',
    })),
    ...sourceLabels === undefined || provider === 'istio' ? [] : [{
      property: 'controller.audience.sourceLabels',
      message: `needs traffic that knows who asks, and for Flagger ${provider} does not: the audience would be larger`,
      fix: 'choose IstioTraffic for traffic, or drop it',
    }],
  ];
}
