import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { fits } from '../../manifests/leaf';
import { annotationPrefixProblem } from '../ingress-checks';

/** What is said of the Ingresses that the controller writes for the canary, one beside each stable one. */
export interface NginxCanaryOptions {
  /**
   * Annotations of them, with their whole names.
   * @default - none but those by which the traffic is split
   */
  readonly canaryAnnotations?: Record<string, string>;

  /**
   * Settings of ingress-nginx for them, by what stands behind the prefix: `canary-by-header` sends requests with that header to the
   * canary whatever its weight.
   * @default - none
   */
  readonly canarySettings?: Record<string, string>;

  /**
   * What names of settings begin with, where ingress-nginx was started with `--annotations-prefix`.
   * @default 'nginx.ingress.kubernetes.io'
   */
  readonly annotationPrefix?: string;

  /**
   * The number that means all of the traffic, a multiple of 100. Ingress-nginx is told it as `canary-weight-total`; weights of the
   * rollout stay percentages, and 25 is written as 250 of 1000.
   * @default 100
   */
  readonly maxTrafficWeight?: number;
}

/** Options for `NginxTraffic.existing`. */
export interface ExistingNginxTrafficOptions extends NginxCanaryOptions {
  /**
   * Further Ingresses that lead to the stable Service.
   * @default - none
   */
  readonly otherIngresses?: string[];
}

export const nginxPrefix = 'nginx.ingress.kubernetes.io';
/** Settings that the controller writes itself, behind the prefix. */
export const ownSettings = ['canary', 'canary-weight', 'canary-weight-total'];

/** What is wrong with the settings of the canary's Ingresses. */
export function canaryProblems(options: NginxCanaryOptions): (Problem | undefined)[] {
  const { canarySettings = {}, canaryAnnotations = {}, annotationPrefix, maxTrafficWeight } = options;
  const prefix = annotationPrefix ?? nginxPrefix;
  return [
    ...Object.keys(canarySettings).map(name => name === '' || name.includes('/') ? {
      property: `canarySettings[${show(name)}]`, message: 'must be what stands behind the prefix', fix: 'leave the prefix out, or write it in canaryAnnotations',
    } : overwritten('canarySettings', name, ownSettings.includes(name))),
    ...Object.keys(canaryAnnotations).map(name => overwritten('canaryAnnotations', name, ownSettings.some(own => name === `${prefix}/${own}`))),
    annotationPrefix === undefined ? undefined : annotationPrefixProblem(annotationPrefix, nginxPrefix),
    fullWeightProblem(maxTrafficWeight),
  ];
}

function overwritten(property: string, name: string, isOwn: boolean): Problem | undefined {
  return !isOwn ? undefined : { property: `${property}[${show(name)}]`, message: 'is written by the controller, as the steps say', fix: 'drop it' };
}

/** The weight that means all of the traffic, of which whole percents have to be whole parts. */
export function fullWeightProblem(maxTrafficWeight: number | undefined): Problem | undefined {
  return maxTrafficWeight === undefined || fits(maxTrafficWeight, known => known >= 100 && known % 100 === 0 && known < 2 ** 31) ? undefined : {
    property: 'maxTrafficWeight', message: `must be a multiple of 100, got ${show(maxTrafficWeight)}`, fix: 'write 1000 for tenths of a percent',
  };
}
