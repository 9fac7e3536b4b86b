import type { AffinityIntent } from '../../intent/affinity';
import type { Problem } from '../../intent/problem';
import { show } from '../../intent/problem';
import type { RouterContext } from '../../intent/router';
import type { AlbStickiness } from '../../manifests/argo-rollouts.generated';
import { known } from '../../manifests/leaf';

/** A day, which is how long a load balancer knows a client where nothing is said. */
const usualSeconds = 86_400;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupStickinessConfig.html */
const mostSeconds = 604_800;

/** Clients stay with a target group, and so with a version. */
export function stickinessOf(affinity: AffinityIntent | undefined): AlbStickiness | undefined {
  if (affinity === undefined) return undefined;
  const { maxAgeSeconds = usualSeconds } = affinity;
  return { enabled: true, durationSeconds: (known(maxAgeSeconds) ?? 0) > mostSeconds ? mostSeconds : maxAgeSeconds };
}

/** How a load balancer cannot keep visitors. */
export function stickinessGaps({ affinity, pingPong }: RouterContext): readonly Problem[] {
  if (affinity === undefined) return [];
  const { cookie, maxAgeSeconds } = affinity;
  return [
    cookie === undefined ? undefined : {
      property: 'sessionAffinity', message: `cannot name its cookie behind alb, which calls it AWSALBTG, got ${show(known(cookie) ?? 'a name')}`, fix: 'leave name out',
    },
    (known(maxAgeSeconds) ?? 0) <= mostSeconds ? undefined : {
      property: 'sessionAffinity', message: `must last seven days at most behind alb, got ${show(known(maxAgeSeconds))} seconds`, fix: 'write maxAge: Duration.days(7), or less',
    },
    // https://github.com/argoproj/argo-rollouts/issues/2726
    !pingPong ? undefined : {
      property: 'sessionAffinity',
      message: 'cannot be combined with pingPong behind alb: visitors stay with a Service, which has no pods after the promotion and those of the next canary then',
      fix: 'keep one of the two',
    },
  ].filter(problem => problem !== undefined);
}
