import type { FlaggerContext, FlaggerRouting, ITrafficRouter, Router } from '../../intent/router';
import { writesTo } from '../../manifests/controller-writes';

/**
 * Traffic split by Knative among revisions of a Knative Service, which is then what the rollout writes instead of a Deployment. Knative
 * decides how many pods there are. Argo Rollouts cannot drive it.
 */
export class KnativeTraffic implements ITrafficRouter {
  /** The product. */
  public readonly routerName = 'knative';

  /** @internal */
  public readonly _router: Router;

  constructor() {
    this._router = { kind: 'knative', flagger: route };
  }
}

function route({ rollout }: FlaggerContext): FlaggerRouting {
  return {
    provider: 'knative',
    manifests: [],
    elsewhere: [],
    controllerWrites: [writesTo.knativeService({ name: rollout })],
  };
}
