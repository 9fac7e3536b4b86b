import type { Told } from './told';
import type { PlacedStage } from '../../intent/course';
import { flaggerDefaults } from '../../intent/flagger';
import type { Problem } from '../../intent/problem';
import type { CanaryAnalysis } from '../../manifests/flagger.generated';
import { known } from '../../manifests/leaf';

type WeightFields = Pick<CanaryAnalysis, 'stepWeight' | 'maxWeight' | 'stepWeights'>;

/** Where nobody asked for a ramp. */
export const defaultWeights: WeightFields = { stepWeight: flaggerDefaults.stepWeight, maxWeight: flaggerDefaults.maxWeight };

/** The shares of some stages: by their step where all are equally large. */
export function weightFields(stages: readonly PlacedStage[]): Told<WeightFields> {
  const weights = stages.map(({ stage }) => stage.weight);
  const numbers = weights.map(known);
  const [first] = numbers;
  const last = numbers[numbers.length - 1];
  const isEven = first !== undefined && last !== undefined && numbers.every((weight, index) => weight === first * (index + 1));
  return {
    fields: isEven ? { stepWeight: first, maxWeight: last } : { stepWeights: weights },
    problems: stages.flatMap((stage, index) => index === 0 ? [] : notMore(stage, numbers[index - 1])),
    origins: isEven
      ? [{ path: ['stepWeight'], property: stages[0].property('weight') }, { path: ['maxWeight'], property: stages[stages.length - 1].property('weight') }]
      : stages.map(({ property }, index) => ({ path: ['stepWeights', index], property: property('weight') })),
  };
}

/** A share that is no larger than the one before stops Flagger there, for ever. */
function notMore({ stage, property }: PlacedStage, before: number | undefined): readonly Problem[] {
  const weight = known(stage.weight);
  return weight === undefined || before === undefined || weight > before ? [] : [{
    property: property('weight'),
    message: `must be more than ${before}, the share before it, got ${weight}: Flagger would stay there for ever`,
    fix: 'leave the stage out, or give it a larger share',
  }];
}
