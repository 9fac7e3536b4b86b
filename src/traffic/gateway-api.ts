import { hostProblems, objectName } from './route-checks';
import { pathProblem } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../intent/router';
import type { HTTPRoute } from '../manifests/kubernetes.generated';
import type { Manifest } from '../manifests/manifest';

/** Options for a route that `GatewayApiTraffic` writes. */
export interface GatewayApiTrafficOptions {
  /** The hosts whose requests are split. */
  readonly hosts: string[];

  /** The Gateway that takes the requests in. */
  readonly gateway: string;

  /**
   * The namespace of the Gateway, which has to allow routes from this one.
   * @default - that of the rollout
   */
  readonly gatewayNamespace?: string;

  /**
   * The listener of the Gateway.
   * @default - every one that takes HTTP
   */
  readonly listener?: string;

  /**
   * The path below which the requests are.
   * @default '/'
   */
  readonly path?: string;
}

/** The name under which the controller knows the plugin. */
const plugin = 'argoproj-labs/gatewayAPI';

/**
 * Traffic split by a Gateway API route. Argo Rollouts writes its weights through the plugin `argoproj-labs/gatewayAPI`,
 * which has to be installed in the controller.
 */
export class GatewayApiTraffic implements ITrafficRouter {
  /** Uses an HTTPRoute that exists, in the namespace of the rollout. One of its rules has to name both Services. */
  public static existing(routeName: string): ITrafficRouter {
    refuse('GatewayApiTraffic.existing', objectName('routeName', routeName));
    return { routerName: 'gatewayApi', _router: existingGatewayApiRouter(routeName) };
  }

  /** The product. */
  public readonly routerName = 'gatewayApi';

  /** @internal */
  public readonly _router: Router;

  constructor(options: GatewayApiTrafficOptions) {
    refuse('GatewayApiTraffic', ...hostProblems(options.hosts), objectName('gateway', options.gateway), pathProblem(options.path));
    this._router = gatewayApiRouter(options);
  }
}

/** Writes the HTTPRoute under the rollout's name. */
export function gatewayApiRouter(options: GatewayApiTrafficOptions): Router {
  return {
    kind: 'gatewayApi',
    argo: context => ({ ...split(context.rollout, context), manifests: [httpRoute(options, context)] }),
  };
}

function existingGatewayApiRouter(routeName: string): Router {
  return { kind: 'gatewayApi', argo: context => ({ ...split(routeName, context), elsewhere: [{ kind: 'HTTPRoute', name: routeName }] }) };
}

function split(routeName: string, context: RouterContext): ArgoRouting {
  // only a route marked so gets the rules of header steps
  const headers = context.managedRoutes.length > 0;
  const routes = headers ? { httpRoutes: [{ name: routeName, useHeaderRoutes: true }] } : { httpRoute: routeName };
  const namespace = context.namespace === undefined ? {} : { namespace: context.namespace };
  return {
    trafficRouting: { plugins: { [plugin]: { ...routes, ...namespace } } },
    manifests: [],
    ignoredSteps: ['mirror'],
    elsewhere: [],
    // weights, and the rules of header steps; a list of a custom resource is taken as a whole
    controllerWrites: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: routeName, paths: [['spec', 'rules']] }],
  };
}

function httpRoute(options: GatewayApiTrafficOptions, context: RouterContext): Manifest {
  const parent = {
    name: options.gateway,
    ...(options.gatewayNamespace === undefined ? {} : { namespace: options.gatewayNamespace }),
    ...(options.listener === undefined ? {} : { sectionName: options.listener }),
  };
  const object: HTTPRoute = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: context.metadata(context.rollout),
    spec: {
      parentRefs: [parent],
      hostnames: options.hosts,
      rules: [{
        ...(options.path === undefined ? {} : { matches: [{ path: { type: 'PathPrefix', value: options.path } }] }),
        backendRefs: [
          { name: context.stableService, port: context.port, weight: 100 },
          { name: context.canaryService, port: context.port, weight: 0 },
        ],
      }],
    },
  };
  return object as unknown as Manifest;
}
