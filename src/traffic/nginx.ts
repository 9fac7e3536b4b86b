import { hostProblems, objectName, pathProblem } from './route-checks';
import { refuse } from '../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../intent/router';
import type { Ingress } from '../manifests/kubernetes.generated';
import type { Manifest } from '../manifests/manifest';

/** Options for a route that `NginxTraffic` writes. */
export interface NginxTrafficOptions {
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
  public static existing(ingressName: string): ITrafficRouter {
    refuse('NginxTraffic.existing', objectName('ingressName', ingressName));
    return { routerName: 'nginx', _router: existingNginxRouter(ingressName) };
  }

  /** The product. */
  public readonly routerName = 'nginx';

  /** @internal */
  public readonly _router: Router;

  constructor(options: NginxTrafficOptions) {
    refuse('NginxTraffic', ...hostProblems(options.hosts), pathProblem(options.path));
    this._router = nginxRouter(options);
  }
}

/** Writes the Ingress of the stable version under the rollout's name. */
function nginxRouter(options: NginxTrafficOptions): Router {
  return {
    kind: 'nginx',
    argo: context => ({ ...split(context.rollout), manifests: [ingress(options, context)] }),
  };
}

function existingNginxRouter(ingressName: string): Router {
  return { kind: 'nginx', argo: () => ({ ...split(ingressName), elsewhere: [{ kind: 'Ingress', name: ingressName }] }) };
}

function split(stableIngress: string): ArgoRouting {
  return { trafficRouting: { nginx: { stableIngress } }, manifests: [], ignoredSteps: [], elsewhere: [] };
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
