import type { Problem } from './problem';
import type { StrategyIntent } from './rollout';
import { known } from '../manifests/leaf';

/** The annotation that says why. */
export const freezeKey = 'rolloutkit.dev/freeze';

/** What a freeze cannot be combined with, and a freeze that says nothing. */
export function freezeProblems({ kind, freeze, promotion }: StrategyIntent): readonly Problem[] {
  return [
    ...known(freeze)?.trim() !== '' ? [] : [{
      property: 'freeze', message: 'must say why nothing may be released, got an empty reason', fix: 'write for example "end of the quarter", or leave it out',
    }],
    ...freeze === undefined || kind !== 'blue-green' || promotion.kind !== 'automatic' || promotion.afterSeconds === undefined ? [] : [{
      property: 'freeze',
      message: 'cannot be combined with promotion, which is Promotion.automatic({ after }): a frozen blue-green waits for a person, whatever the time',
      fix: 'leave one of them out',
    }],
  ];
}
