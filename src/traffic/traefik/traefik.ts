import { objectName } from '../route-checks';
import { traefikProblems } from './checks';
import { existingTraefikFlagger, traefikFlagger } from './flagger';
import { traefikManifests } from './manifests';
import type { TraefikTrafficOptions } from './options';
import { refuse } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router } from '../../intent/router';
import { writesTo } from '../../manifests/controller-writes';

/** Traffic split by Traefik: a weighted TraefikService, whose weights the controller writes. */
export class TraefikTraffic implements ITrafficRouter {
  /**
   * Uses a weighted TraefikService that exists, in the namespace of the rollout. It has to name both Services; IngressRoutes that lead to
   * it stay as they are. Not for Flagger, which writes its own.
   */
  public static existing(traefikServiceName: string): ITrafficRouter {
    refuse('TraefikTraffic.existing', objectName('traefikServiceName', traefikServiceName));
    return { routerName: 'traefik', _router: existingTraefikRouter(traefikServiceName) };
  }

  /** The product. */
  public readonly routerName = 'traefik';

  /** @internal */
  public readonly _router: Router;

  constructor(options: TraefikTrafficOptions) {
    refuse('TraefikTraffic', ...traefikProblems(options));
    this._router = traefikRouter(options);
  }
}

/** Writes the TraefikService and the IngressRoute under the rollout's name. */
function traefikRouter(options: TraefikTrafficOptions): Router {
  return {
    kind: 'traefik',
    argo: context => ({
      ...split(context.rollout),
      manifests: traefikManifests(options, context),
      // the cookie names one of the two Services; with a weight of 0 Traefik does not know it any more and chooses again
      keepsVisitors: true,
    }),
    flagger: context => traefikFlagger(options, context),
  };
}

function existingTraefikRouter(name: string): Router {
  return {
    kind: 'traefik',
    argo: () => ({ ...split(name), elsewhere: [{ kind: 'TraefikService', name }] }),
    flagger: context => existingTraefikFlagger(name, context),
  };
}

function split(name: string): ArgoRouting {
  return {
    trafficRouting: { traefik: { weightedTraefikServiceName: name } },
    manifests: [],
    ignoredSteps: [],
    elsewhere: [],
    controllerWrites: [writesTo.traefikService({ name })],
  };
}
