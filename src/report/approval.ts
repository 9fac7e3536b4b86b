import type { RolloutNode } from '../graph/rollout';
import { freezeKey } from '../intent/freeze';

/** What a release waits for in front of its first step, or of its switch: a person, who is told why if it is frozen. */
export function firstApproval(rollout: RolloutNode): string {
  const reason = rollout.annotation(freezeKey);
  return reason === undefined ? 'approval' : `frozen: ${reason.replace(/\s+/g, ' ')}`;
}
