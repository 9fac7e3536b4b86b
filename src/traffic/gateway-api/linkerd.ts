import { grpcServiceProblems, manyPathsProblem } from './checks';
import { existingGatewayApiFlagger, httpRoute, requestGaps } from './flagger';
import { existingGatewayApiRouter, writtenRouter } from './gateway-api';
import type { ParentReference } from './routes';
import { refuse } from '../../intent/problem';
import type { FlaggerContext, FlaggerRouting, ITrafficRouter, Router } from '../../intent/router';
import { ownPathProblems } from '../own-paths';
import { annotationProblems, objectName, sameNameProblems } from '../route-checks';

/** Options for a route that `LinkerdTraffic` writes. */
export interface LinkerdTrafficOptions {
  /**
   * The Service whose requests are split, by the name that its callers use.
   * @default - the Service of the stable version
   */
  readonly serviceName?: string;

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
   * The services of gRPC whose calls are split, such as `shop.v1.Checkout`.
   * @default - every call
   */
  readonly grpcServices?: string[];

  /**
   * Annotations of the route.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** Options for `LinkerdTraffic.existing`. */
export interface ExistingLinkerdTrafficOptions {
  /**
   * Further routes of the same kind that get the same weights.
   * @default - none
   */
  readonly others?: string[];
}

/**
 * Requests inside of the mesh split by Linkerd: an HTTPRoute of the Gateway API that hangs on a Service. Argo Rollouts writes its weights
 * through the plugin `argoproj-labs/gatewayAPI`, which has to be installed in the controller. Flagger needs no plugin: it writes the
 * HTTPRoute itself.
 */
export class LinkerdTraffic implements ITrafficRouter {
  /** Uses a route of `gateway.networking.k8s.io` that exists, in the namespace of the rollout. One of its rules has to name both Services. */
  public static existing(routeName: string, options: ExistingLinkerdTrafficOptions = {}): ITrafficRouter {
    const { others = [] } = options;
    refuse('LinkerdTraffic.existing', objectName('routeName', routeName), ...others.map((name, index) => objectName(`others[${index}]`, name)),
      ...sameNameProblems('others', [routeName, ...others], 'route'));
    return {
      routerName: 'linkerd',
      _router: {
        ...existingGatewayApiRouter('linkerd', routeName, { others }),
        flagger: context => existingGatewayApiFlagger([routeName, ...others], 'LinkerdTraffic()', context),
      },
    };
  }

  /** The product. */
  public readonly routerName = 'linkerd';

  /** @internal */
  public readonly _router: Router;

  constructor(options: LinkerdTrafficOptions = {}) {
    const { serviceName, path, paths, grpcServices, annotations } = options;
    refuse('LinkerdTraffic', serviceName === undefined ? undefined : objectName('serviceName', serviceName),
      ...ownPathProblems({ path, paths }), manyPathsProblem(paths), ...grpcServiceProblems(grpcServices), ...annotationProblems('annotations', annotations));
    this._router = { ...linkerdRouter(options), flagger: context => linkerdFlagger(options, context) };
  }
}

/** Linkerd keeps nobody with a version: its balancing is by the request. */
function linkerdRouter({ serviceName, ...wish }: LinkerdTrafficOptions): Router {
  return writtenRouter(wish, ({ stableService, port }) => [
    { ...linkerdService, name: serviceName ?? stableService, port } as ParentReference,
  ], { router: 'linkerd', forgetsVisitors: true });
}

/** The provider called linkerd writes TrafficSplits of SMI, which Linkerd gave up; the Gateway API is its way now. */
function linkerdFlagger(options: LinkerdTrafficOptions, context: FlaggerContext): FlaggerRouting {
  const { service, port } = context;
  return {
    ...httpRoute(options, [{ ...linkerdService, name: options.serviceName ?? service, port }]),
    // it knows filters that change headers, and none that copies requests
    support: { mirrors: [] },
    gaps: requestGaps(options, context),
  };
}

// Linkerd calls the group of Services core: https://linkerd.io/2/reference/httproute/
const linkerdService = { group: 'core', kind: 'Service' } as const;
