import { corsPolicy, gatewayReference, headerChanges, mirror, retries, rewrite, routeMatch } from './route';
import {
  corsProblems, gatewayReferencesProblems, headerChangeProblems, matchProblems, mirrorProblems, retryProblems, rewriteProblems,
} from './route-problems';
import { said } from './said';
import type { FlaggerServiceMetadata, FlaggerServiceOptions } from './service-options';
import { hostProblem, istioGatewayProblem, keyProblem, labelProblems } from './text-checks';
import { routerTime, routerTimeProblem } from './times';
import { trafficPolicy } from './traffic-policy';
import { trafficPolicyProblems } from './traffic-policy-problems';
import type { Problem } from '../../intent/problem';
import { show } from '../../intent/problem';
import { secondsOf } from '../../intent/seconds';
import type { CanaryService } from '../../manifests/flagger.generated';
import { known } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

type Problems = readonly (Problem | undefined)[];

/** The options as a Canary has them. */
export function flaggerService(options: FlaggerServiceOptions): Partial<CanaryService> {
  const fields: Partial<CanaryService> = {
    headless: options.headless,
    trafficDistribution: options.trafficDistribution,
    timeout: routerTime(options.timeout),
    backendTimeout: routerTime(options.backendTimeout),
    hosts: options.hosts,
    match: options.match?.map(routeMatch),
    retries: options.retries && retries(options.retries),
    rewrite: options.rewrite && rewrite(options.rewrite),
    mirror: options.mirror?.map(mirror),
    headers: headerChanges(options.requestHeaders, options.responseHeaders),
    gateways: options.gateways,
    gatewayRefs: options.gatewayRefs?.map(gatewayReference),
    corsPolicy: options.corsPolicy && corsPolicy(options.corsPolicy),
    trafficPolicy: options.trafficPolicy && trafficPolicy(options.trafficPolicy),
    apex: options.apex && metadata(options.apex),
    primary: options.primary && metadata(options.primary),
    canary: options.canary && metadata(options.canary),
    unmanagedMetadata: options.unmanaged && said({ labels: options.unmanaged.labels, annotations: options.unmanaged.annotations }),
  };
  return said(fields) ?? {};
}

function metadata({ labels, annotations }: FlaggerServiceMetadata) {
  return said<Record<'labels' | 'annotations', Readonly<Record<string, Leaf<string>>> | undefined>>({ labels, annotations });
}

/** What is wrong with them. */
export function flaggerServiceProblems(options: FlaggerServiceOptions): Problems {
  const { hosts = [], gateways = [], gatewayRefs, match = [], mirror: copies = [], unmanaged = {} } = options;
  return [
    routerTimeProblem('service.timeout', options.timeout),
    routerTimeProblem('service.backendTimeout', options.backendTimeout),
    backendProblem(options),
    ...hosts.map((name, index) => name === '*' && isOutside(gateways) ? undefined : hostProblem(`service.hosts[${index}]`, name)),
    ...gateways.map((name, index) => istioGatewayProblem(`service.gateways[${index}]`, name)),
    ...gatewayRefs === undefined ? [] : gatewayReferencesProblems('service.gatewayRefs', gatewayRefs),
    ...match.flatMap((each, index) => matchProblems(`service.match[${index}]`, each)),
    ...options.rewrite === undefined ? [] : rewriteProblems('service.rewrite', options.rewrite, match),
    ...options.retries === undefined ? [] : retryProblems('service.retries', options.retries),
    ...headerChangeProblems('service.requestHeaders', options.requestHeaders ?? {}),
    ...headerChangeProblems('service.responseHeaders', options.responseHeaders ?? {}),
    ...options.corsPolicy === undefined ? [] : corsProblems('service.corsPolicy', options.corsPolicy),
    ...copies.flatMap((each, index) => mirrorProblems(`service.mirror[${index}]`, each)),
    ...trafficPolicyProblems('service.trafficPolicy', options.trafficPolicy ?? {}),
    ...(['apex', 'primary', 'canary'] as const).flatMap(name => metadataProblems(`service.${name}`, options[name] ?? {})),
    ...(['labels', 'annotations'] as const).flatMap(name => (unmanaged[name] ?? []).map((key, index) =>
      keyProblem(`service.unmanaged.${name}[${index}]`, key, name === 'labels' ? 'a label' : 'an annotation'))),
  ];
}

/** Every host of a Gateway may be meant; every host of the mesh may not. */
function isOutside(gateways: readonly string[]): boolean {
  return gateways.length > 0 && !gateways.includes('mesh');
}

/** A single answer takes no longer than all of them. */
function backendProblem({ timeout, backendTimeout }: FlaggerServiceOptions): Problem | undefined {
  const [all, one] = [timeout, backendTimeout].map(each => each && known(secondsOf(each)));
  return all === undefined || one === undefined || one <= all ? undefined : {
    property: 'service.backendTimeout', message: `must not exceed timeout, ${all} s, got ${one} s`, fix: 'raise timeout as well',
  };
}

function metadataProblems(at: string, { labels, annotations }: FlaggerServiceMetadata): Problems {
  return [
    ...labelProblems(`${at}.labels`, labels),
    ...Object.keys(annotations ?? {}).map(key => keyProblem(`${at}.annotations[${show(key)}]`, key, 'an annotation')),
  ];
}
