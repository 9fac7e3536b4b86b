import { canaryProblems, nginxPrefix } from './canary';
import type { ExistingNginxTrafficOptions, NginxCanaryOptions } from './canary';
import { nginxProblems } from './checks';
import { existingNginxFlagger, nginxFlagger } from './flagger';
import { nginxIngress } from './ingress';
import type { NginxTrafficOptions } from './options';
import { refuse } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router } from '../../intent/router';
import type { NginxTrafficRouting } from '../../manifests/argo-rollouts.generated';
import { objectName, sameNameProblems } from '../route-checks';

/** Traffic split by ingress-nginx: a second Ingress with a canary weight, which the controller writes. */
export class NginxTraffic implements ITrafficRouter {
  /** Uses an Ingress that exists. One of its paths has to lead to the stable Service. */
  public static existing(ingressName: string, options: ExistingNginxTrafficOptions = {}): ITrafficRouter {
    const { otherIngresses = [] } = options;
    refuse('NginxTraffic.existing', objectName('ingressName', ingressName),
      ...otherIngresses.map((name, index) => objectName(`otherIngresses[${index}]`, name)),
      ...sameNameProblems('otherIngresses', [ingressName, ...otherIngresses], 'Ingress'),
      ...canaryProblems(options));
    return { routerName: 'nginx', _router: existingNginxRouter([ingressName, ...otherIngresses], options) };
  }

  /** The product. */
  public readonly routerName = 'nginx';

  /** @internal */
  public readonly _router: Router;

  constructor(options: NginxTrafficOptions) {
    refuse('NginxTraffic', ...nginxProblems(options));
    this._router = nginxRouter(options);
  }
}

/** Writes the Ingress of the stable version under the rollout's name. */
function nginxRouter(options: NginxTrafficOptions): Router {
  return {
    kind: 'nginx',
    argo: context => ({
      ...split([context.rollout], options),
      manifests: [nginxIngress(options, context)],
      keepsVisitors: !forgetsVisitors(options),
    }),
    flagger: context => nginxFlagger(options, context),
  };
}

function existingNginxRouter(names: readonly string[], options: NginxCanaryOptions): Router {
  return {
    kind: 'nginx',
    argo: () => ({ ...split(names, options), elsewhere: names.map(name => ({ kind: 'Ingress', name })) }),
    flagger: () => existingNginxFlagger(names, options),
  };
}

function split(ingresses: readonly string[], options: NginxCanaryOptions): ArgoRouting {
  const { canaryAnnotations, canarySettings, annotationPrefix, maxTrafficWeight } = options;
  const nginx: NginxTrafficRouting = {
    ...(ingresses.length === 1 ? { stableIngress: ingresses[0] } : { stableIngresses: ingresses }),
    ...(annotationPrefix === undefined ? {} : { annotationPrefix }),
    ...notEmpty('additionalIngressAnnotations', canarySettings),
    ...notEmpty('canaryIngressAnnotations', canaryAnnotations),
  };
  const most = maxTrafficWeight === undefined ? {} : { maxTrafficWeight };
  return { trafficRouting: { nginx, ...most }, manifests: [], ignoredSteps: [], elsewhere: [] };
}

function notEmpty(key: keyof NginxTrafficRouting, map: Readonly<Record<string, string>> = {}): NginxTrafficRouting {
  return Object.keys(map).length === 0 ? {} : { [key]: map };
}

/** The canary has the affinity of the stable version, unless its own Ingress says otherwise: https://kubernetes.github.io/ingress-nginx/examples/affinity/cookie/ */
function forgetsVisitors({ canarySettings = {}, canaryAnnotations = {}, annotationPrefix = nginxPrefix }: NginxCanaryOptions): boolean {
  const setting = 'affinity-canary-behavior';
  return (canaryAnnotations[`${annotationPrefix}/${setting}`] ?? canarySettings[setting]) === 'legacy';
}
