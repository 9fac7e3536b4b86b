import { canaryProblems } from './nginx-canary';
import type { ExistingNginxTrafficOptions, NginxCanaryOptions } from './nginx-canary';
import { hostProblems, objectName } from './route-checks';
import { pathProblem } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../intent/router';
import type { NginxTrafficRouting } from '../manifests/argo-rollouts.generated';
import type { Ingress } from '../manifests/kubernetes.generated';
import type { Manifest } from '../manifests/manifest';

/** Options for a route that `NginxTraffic` writes. */
export interface NginxTrafficOptions extends NginxCanaryOptions {
  /** The hosts whose requests are split. */
  readonly hosts: string[];

  /**
   * The path below which they are.
   * @default '/'
   */
  readonly path?: string;

  /**
   * The class of Ingress that the controller watches.
   * @default 'nginx'
   */
  readonly ingressClass?: string;

  /**
   * The Secret that holds the certificate for the hosts.
   * @default - plain HTTP
   */
  readonly tlsSecret?: string;
}

/** Traffic split by ingress-nginx: a second Ingress with a canary weight, which the controller writes. */
export class NginxTraffic implements ITrafficRouter {
  /** Uses an Ingress that exists. One of its paths has to lead to the stable Service. */
  public static existing(ingressName: string, options: ExistingNginxTrafficOptions = {}): ITrafficRouter {
    const { otherIngresses = [] } = options;
    refuse('NginxTraffic.existing', objectName('ingressName', ingressName),
      ...otherIngresses.map((name, index) => objectName(`otherIngresses[${index}]`, name)),
      ...otherIngresses.map((name, index) => [ingressName, ...otherIngresses.slice(0, index)].includes(name) ? namedTwice(index, name) : undefined),
      ...canaryProblems(options));
    return { routerName: 'nginx', _router: existingNginxRouter([ingressName, ...otherIngresses], options) };
  }

  /** The product. */
  public readonly routerName = 'nginx';

  /** @internal */
  public readonly _router: Router;

  constructor(options: NginxTrafficOptions) {
    refuse('NginxTraffic', ...hostProblems(options.hosts), pathProblem(options.path), ...canaryProblems(options));
    this._router = nginxRouter(options);
  }
}

/** Writes the Ingress of the stable version under the rollout's name. */
function nginxRouter(options: NginxTrafficOptions): Router {
  return {
    kind: 'nginx',
    argo: context => ({ ...split([context.rollout], options), manifests: [ingress(options, context)] }),
  };
}

function existingNginxRouter(names: readonly string[], options: NginxCanaryOptions): Router {
  return { kind: 'nginx', argo: () => ({ ...split(names, options), elsewhere: names.map(name => ({ kind: 'Ingress', name })) }) };
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

function ingress(options: NginxTrafficOptions, context: RouterContext): Manifest {
  const path = {
    path: options.path ?? '/',
    pathType: 'Prefix',
    backend: { service: { name: context.stableService, port: { number: context.port } } },
  };
  const object: Ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: context.metadata(context.rollout),
    spec: {
      ingressClassName: options.ingressClass ?? 'nginx',
      rules: options.hosts.map(host => ({ host, http: { paths: [path] } })),
      ...(options.tlsSecret === undefined ? {} : { tls: [{ hosts: options.hosts, secretName: options.tlsSecret }] }),
    },
  };
  return object as unknown as Manifest;
}

function namedTwice(index: number, name: string): Problem {
  return { property: `otherIngresses[${index}]`, message: `must be another Ingress, got ${show(name)} again`, fix: 'drop it' };
}
