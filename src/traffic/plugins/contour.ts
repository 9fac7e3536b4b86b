import { belowPath, ownPathProblems, ownPaths } from '../own-paths';
import { annotationProblems, hostProblems, objectName, sameNameProblems } from '../route-checks';
import { contourFlagger, existingContourFlagger } from './contour-flagger';
import type { ContourTrafficOptions, ExistingContourTrafficOptions } from './contour-options';
import { otherRoutes, rootProxy } from './contour-proxy';
import { servicePluginSplit } from './service-plugin';
import { refuse } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../../intent/router';
import { writesTo } from '../../manifests/controller-writes';
import type { Manifest } from '../../manifests/manifest';

/**
 * Traffic split by Contour: an HTTPProxy, whose weights Argo Rollouts writes through the plugin `argoproj-labs/contour`, which has to be
 * installed in the controller. Flagger needs no plugin: it writes an HTTPProxy without a host, which ours includes.
 */
export class ContourTraffic implements ITrafficRouter {
  /**
   * Uses an HTTPProxy that exists, in the namespace of the rollout. Each of its routes to the canary's Service has to name that of the
   * stable version too, and weights that are 100 together. For Flagger it has to include the HTTPProxy that is called as the Service.
   */
  public static existing(proxyName: string, options: ExistingContourTrafficOptions = {}): ITrafficRouter {
    const names = [proxyName, ...options.others ?? []];
    refuse('ContourTraffic.existing', objectName('proxyName', proxyName),
      ...names.slice(1).map((name, index) => objectName(`others[${index}]`, name)), ...sameNameProblems('others', names, 'HTTPProxy'));
    return {
      routerName: 'contour',
      _router: {
        kind: 'contour',
        argo: () => ({ ...split(names), elsewhere: names.map(name => ({ kind: 'HTTPProxy', name })) }),
        flagger: context => existingContourFlagger(names, context),
      },
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
    this._router = {
      kind: 'contour',
      argo: context => ({ ...split([context.rollout]), manifests: [httpProxy(options, context)] }),
      flagger: context => contourFlagger(options, context),
    };
  }
}

/** https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-contour, version 0.3.0 */
function split(names: readonly string[]): ArgoRouting {
  return servicePluginSplit({
    plugin: 'argoproj-labs/contour',
    settings: { httpProxies: names },
    writes: names.map(name => writesTo.httpProxy({ name })),
  });
}

function httpProxy(options: ContourTrafficOptions, context: RouterContext): Manifest {
  // Envoy speaks HTTP/1.1 to pods that it is told nothing of
  const protocol = context.protocol === 'grpc' ? { protocol: 'h2c' } : {};
  const services = [
    { name: context.stableService, port: context.port, weight: 100, ...protocol },
    { name: context.canaryService, port: context.port, weight: 0, ...protocol },
  ];
  const routes = ownPaths(options).flatMap(belowPath).map(condition => ({ conditions: [condition], services }));
  return rootProxy(options, context.metadata(context.rollout), { routes: [...routes, ...otherRoutes(options)] });
}
