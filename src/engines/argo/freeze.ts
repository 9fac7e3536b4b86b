import type { RenderedStep } from './rendered-step';
import { freezeKey } from '../../intent/freeze';
import type { ReleaseIntent } from '../../intent/release';
import type { Leaf } from '../../manifests/leaf';

/** What a freeze writes into the steps of a canary: a person has to say so before anything is done. */
export function frozenFirst(steps: readonly RenderedStep[], { freeze }: ReleaseIntent): readonly RenderedStep[] {
  return freeze === undefined ? steps : [{ step: { pause: {} }, origins: () => [{ path: [], property: 'freeze' }] }, ...steps];
}

/** Steps are counted without the one that a freeze puts in front of them. */
export function withFrozenStep(step: number | undefined, { freeze }: ReleaseIntent): number | undefined {
  return step === undefined || freeze === undefined ? step : step + 1;
}

/** Why it is frozen, for who looks at the Rollout. */
export function freezeAnnotation({ freeze }: ReleaseIntent): Readonly<Record<string, Leaf<string>>> {
  return freeze === undefined ? {} : { [freezeKey]: freeze };
}
