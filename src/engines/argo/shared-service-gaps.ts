import { holesOf } from './arguments';
import { askedAnalyses } from '../../intent/asked';
import type { Problem } from '../../intent/problem';
import type { CanaryRolloutIntent } from '../../intent/rollout';

/** Questions to the canary's own Service, where both versions stand behind one. */
export function sharedServiceGaps(intent: CanaryRolloutIntent): readonly Problem[] {
  const { router } = intent.strategy;
  if (router?.oneService !== true) return [];
  return askedAnalyses(intent.strategy).flatMap(({ analysis, property }) => holesOf(analysis, intent).includes('canary-service') ? [{
    property,
    message: `asks the Service of the canary, and behind ${router.kind} with subsets both versions stand behind one Service`,
    fix: 'ask something that knows the canary by its pods, or leave the subsets out',
  }] : []);
}
