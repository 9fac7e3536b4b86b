import type { OtherRoute } from '../other-route';
import { belowPath, ownPathProblems, ownPaths } from '../own-paths';
import { annotationProblems, hostProblems, objectName, sameNameProblems } from '../route-checks';
import { servicePluginSplit } from './service-plugin';
import { refuse } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../../intent/router';
import type { Manifest } from '../../manifests/manifest';

/** Options for a proxy that `ContourTraffic` writes. */
export interface ContourTrafficOptions {
  /** The host whose requests are split; an HTTPProxy has one. */
  readonly host: string;

  /**
   * The path below which they are.
   * @default '/'
   */
  readonly path?: string;

  /**
   * Several paths instead of one.
   * @default - the path alone
   */
  readonly paths?: string[];

  /**
   * Paths of the same host that lead somewhere else.
   * @default - none
   */
  readonly otherRoutes?: OtherRoute[];

  /**
   * The Secret that holds the certificate for the host.
   * @default - plain HTTP
   */
  readonly tlsSecret?: string;

  /**
   * The class of Ingress that Contour watches.
   * @default - the one that is set up for the cluster
   */
  readonly ingressClass?: string;

  /**
   * Annotations of the proxy.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** Options for `ContourTraffic.existing`. */
export interface ExistingContourTrafficOptions {
  /**
   * Further HTTPProxies that get the same weights.
   * @default - none
   */
  readonly others?: string[];
}

/**
 * Traffic split by Contour: an HTTPProxy, whose weights Argo Rollouts writes through the plugin `argoproj-labs/contour`, which has to be
 * installed in the controller.
 */
export class ContourTraffic implements ITrafficRouter {
  /**
   * Uses an HTTPProxy that exists, in the namespace of the rollout. Each of its routes to the canary's Service has to name that of the
   * stable version too, and weights that are 100 together.
   */
  public static existing(proxyName: string, options: ExistingContourTrafficOptions = {}): ITrafficRouter {
    const names = [proxyName, ...options.others ?? []];
    refuse('ContourTraffic.existing', objectName('proxyName', proxyName),
      ...names.slice(1).map((name, index) => objectName(`others[${index}]`, name)), ...sameNameProblems('others', names, 'HTTPProxy'));
    return {
      routerName: 'contour',
      _router: { kind: 'contour', argo: () => ({ ...split(names), elsewhere: names.map(name => ({ kind: 'HTTPProxy', name })) }) },
    };
  }

  /** The product. */
  public readonly routerName = 'contour';

  /** @internal */
  public readonly _router: Router;

  constructor(options: ContourTrafficOptions) {
    const { host, tlsSecret, ingressClass, annotations } = options;
    refuse('ContourTraffic', ...hostProblems([host]).map(problem => problem && { ...problem, property: 'host' }), ...ownPathProblems(options),
      tlsSecret === undefined ? undefined : objectName('tlsSecret', tlsSecret),
      ingressClass === undefined ? undefined : objectName('ingressClass', ingressClass), ...annotationProblems('annotations', annotations));
    this._router = { kind: 'contour', argo: context => ({ ...split([context.rollout]), manifests: [httpProxy(options, context)] }) };
  }
}

/** https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-contour, version 0.3.0 */
function split(names: readonly string[]): ArgoRouting {
  return servicePluginSplit({
    plugin: 'argoproj-labs/contour',
    settings: { httpProxies: names },
    // the weights; a list of a custom resource is taken as a whole
    writes: names.map(name => ({ group: 'projectcontour.io', kind: 'HTTPProxy', name, paths: [['spec', 'routes']] })),
  });
}

function httpProxy(options: ContourTrafficOptions, context: RouterContext): Manifest {
  const { host, otherRoutes = [], tlsSecret, ingressClass, annotations = {} } = options;
  const own = context.metadata(context.rollout);
  // Envoy speaks HTTP/1.1 to pods that it is told nothing of
  const protocol = context.protocol === 'grpc' ? { protocol: 'h2c' } : {};
  const services = [
    { name: context.stableService, port: context.port, weight: 100, ...protocol },
    { name: context.canaryService, port: context.port, weight: 0, ...protocol },
  ];
  const object = {
    apiVersion: 'projectcontour.io/v1',
    kind: 'HTTPProxy',
    metadata: { ...own, ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...own.annotations, ...annotations } }) },
    spec: {
      ...(ingressClass === undefined ? {} : { ingressClassName: ingressClass }),
      virtualhost: { fqdn: host, ...(tlsSecret === undefined ? {} : { tls: { secretName: tlsSecret } }) },
      routes: [
        ...ownPaths(options).flatMap(belowPath).map(condition => ({ conditions: [condition], services })),
        ...otherRoutes.flatMap(({ path: other, serviceName, portNumber }) => belowPath(other).map(condition => (
          { conditions: [condition], services: [{ name: serviceName, port: portNumber }] }
        ))),
      ],
    },
  };
  return object as unknown as Manifest;
}
