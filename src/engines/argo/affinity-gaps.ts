import type { CanaryIntent } from '../../intent/canary';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting } from '../../intent/router';
import { cookieGaps } from '../cookie-gaps';

/** Visitors that nothing keeps with a version. */
export function affinityGaps({ affinity, router }: CanaryIntent, routing: ArgoRouting | undefined): readonly Problem[] {
  if (affinity === undefined) return [];
  if (routing?.keepsVisitors === true) return cookieGaps(affinity, router?.kind ?? 'the router');
  return [{
    property: 'sessionAffinity',
    message: router === undefined
      ? 'needs traffic: without a router nobody knows which version answered a visitor'
      : `cannot be had from ${router.kind} as traffic is written: every request is divided anew`,
    fix: 'leave it out, or choose traffic that keeps visitors (docs/routers.md has a table)',
  }];
}
