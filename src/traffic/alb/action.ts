import type { RouterContext } from '../../intent/router';
import type { AlbStickiness } from '../../manifests/argo-rollouts.generated';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/**
 * Everything to the stable Service, letter for letter as the controller writes it for a weight of 0. Without it the load balancer answers
 * 503 until the controller has looked at the Rollout for the first time.
 */
export function firstAction({ stableService, canaryService, port }: RouterContext, stickiness: AlbStickiness | undefined): Leaf<string> {
  return mapLeaf(port, servicePort => mapLeaf(stickiness?.durationSeconds ?? 0, seconds => JSON.stringify({
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: [
        { ServiceName: canaryService, ServicePort: String(servicePort), Weight: 0 },
        { ServiceName: stableService, ServicePort: String(servicePort), Weight: 100 },
      ],
      ...(stickiness === undefined ? {} : { TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: seconds } }),
    },
  })));
}
