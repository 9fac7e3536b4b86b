import { stickinessGaps, stickinessOf } from './affinity';
import { albProblems, existingAlbProblems, longestAction } from './checks';
import { albIngress, grpcGaps } from './ingress';
import type { AlbAnnotationOptions, AlbTrafficOptions, ExistingAlbTrafficOptions } from './options';
import { refuse } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../../intent/router';
import type { AlbTrafficRouting } from '../../manifests/argo-rollouts.generated';
import { albPrefix, writesTo } from '../../manifests/controller-writes';

/**
 * Traffic split by an Application Load Balancer of AWS: an Ingress of the AWS Load Balancer Controller, whose forward action Argo Rollouts
 * writes.
 */
export class AlbTraffic implements ITrafficRouter {
  /** Uses an Ingress that exists. One of its paths has to lead to `rootService`, with `use-annotation` for a port. */
  public static existing(ingressName: string, options: ExistingAlbTrafficOptions = {}): ITrafficRouter {
    refuse('AlbTraffic.existing', ...existingAlbProblems(ingressName, options));
    return { routerName: 'alb', _router: existingAlbRouter([ingressName, ...options.otherIngresses ?? []], options) };
  }

  /** The product. */
  public readonly routerName = 'alb';

  /** @internal */
  public readonly _router: Router;

  constructor(options: AlbTrafficOptions) {
    refuse('AlbTraffic', ...albProblems(options));
    this._router = albRouter(options);
  }
}

/** Writes the Ingress under the rollout's name. */
function albRouter(options: AlbTrafficOptions): Router {
  return {
    kind: 'alb',
    argo: context => {
      // with use-annotation it is the name of an action, and no Service has to have it
      const root = (context.pingPong ? context.rollout : context.stableService).slice(0, longestAction).replace(/-+$/, '');
      const rootService = root === context.stableService ? undefined : root;
      const routing = split([context.rollout], { ...options, rootService }, context);
      const { stickinessConfig } = routing.trafficRouting.alb ?? {};
      return {
        ...routing,
        manifests: [albIngress(options, context, root, stickinessConfig)],
        gaps: [...routing.gaps ?? [], ...grpcGaps(options, context)],
      };
    },
  };
}

function existingAlbRouter(names: readonly string[], options: ExistingAlbTrafficOptions): Router {
  return { kind: 'alb', argo: context => ({ ...split(names, options, context), elsewhere: names.map(name => ({ kind: 'Ingress', name })) }) };
}

type Split = AlbAnnotationOptions & Pick<ExistingAlbTrafficOptions, 'servicePort' | 'rootService'>;

function split(ingresses: readonly string[], options: Split, context: RouterContext): ArgoRouting {
  const { annotationPrefix, rootService, servicePort } = options;
  const stickinessConfig = stickinessOf(context.affinity);
  const alb: AlbTrafficRouting = {
    ...(ingresses.length === 1 ? { ingress: ingresses[0] } : { ingresses }),
    servicePort: servicePort ?? context.port,
    ...(rootService === undefined ? {} : { rootService }),
    ...(annotationPrefix === undefined ? {} : { annotationPrefix }),
    ...(stickinessConfig === undefined ? {} : { stickinessConfig }),
  };
  return {
    trafficRouting: { alb },
    manifests: [],
    ignoredSteps: [],
    keepsVisitors: true,
    gaps: stickinessGaps(context),
    elsewhere: [],
    controllerWrites: ingresses.map(name => writesTo.loadBalancer({ name }, {
      root: rootService ?? context.stableService, prefix: annotationPrefix ?? albPrefix, managedRoutes: context.managedRoutes,
    })),
  };
}
