import { stagesOf } from '../../intent/course';
import type { CourseIntent, PlacedStage } from '../../intent/course';
import type { Problem } from '../../intent/problem';
import { withoutImpliedEnd } from '../../intent/ramp';
import type { StageIntent } from '../../intent/ramp';
import type { StepIntent } from '../../intent/step';

/** The stages of a canary as far as Flagger can play them, and what it cannot. */
export interface PlayedStages {
  /** Those with a share of the traffic. */
  readonly stages: readonly PlacedStage[];
  /** The one that an audience alone sees. */
  readonly test?: PlacedStage;
  readonly problems: readonly Problem[];
}

export function stagesToPlay(course: CourseIntent): PlayedStages {
  const { placed, problems } = course.kind === 'ramp'
    ? { placed: stagesOf({ test: course.test, ramp: withoutImpliedEnd(course.ramp) }), problems: [] }
    : stagesOfSteps(course.steps);
  const [first] = placed;
  const test = first?.stage.audience !== undefined && first.stage.weight === 0 ? first : undefined;
  const stages = test === undefined ? placed : placed.slice(1);
  return { stages, test, problems: [...problems, ...audiencesBesideWeights(stages, test), ...stages.flatMap(scaled)] };
}

/** Either an audience or shares: the fields of both together would mean shares of the audience. */
function audiencesBesideWeights(stages: readonly PlacedStage[], test: PlacedStage | undefined): readonly Problem[] {
  const mixed = stages.filter(({ stage }) => stage.audience !== undefined).map(({ property }) => ({
    property: property('audience'),
    message: 'cannot be had beside a share of the traffic: with Flagger a release has either an audience or shares',
    fix: 'drop the audience, or make it an ABTestRollout without a ramp',
  }));
  return test === undefined || stages.length === 0 ? mixed : [...mixed, {
    property: stages[0].property('weight'),
    message: 'cannot follow an audience: with Flagger everybody gets the new version when its test is passed',
    fix: 'drop the ramp after the test, or drop the audience for a canary with shares',
  }];
}

function scaled({ stage, property }: PlacedStage): readonly Problem[] {
  return stage.scale === undefined ? [] : [{
    property: property('scale'),
    message: 'is not known to Flagger, whose canary has as many pods as the rollout from its start on',
    fix: 'drop it',
    class: 'risky',
  }];
}

/** Steps that say no more than stages do. */
function stagesOfSteps(steps: readonly StepIntent[]): { readonly placed: readonly PlacedStage[]; readonly problems: readonly Problem[] } {
  const placed: PlacedStage[] = [];
  const problems: Problem[] = [];
  steps.forEach((step, index) => {
    const property = `steps[${index}]`;
    const last = placed[placed.length - 1];
    const add = (more: Partial<StageIntent>) => placed.splice(-1, 1, { ...last, stage: { ...last.stage, ...more } });
    if (step.kind === 'weight') {
      placed.push({ stage: { weight: step.weight, approval: false, analyses: [] }, property: part => part === 'weight' ? property : `steps[${index + 1}]` });
    } else if (step.kind === 'hold' && last !== undefined && last.stage.holdSeconds === undefined) {
      add({ holdSeconds: step.seconds });
    } else if (step.kind === 'approval' && last !== undefined) {
      add({ approval: true });
    } else if (step.kind === 'analyze' && last !== undefined) {
      add({ analyses: [...last.stage.analyses, ...step.analyses] });
    } else {
      problems.push({
        property,
        message: `cannot be said to Flagger, which knows shares of the traffic, one after the other and equally long, got ${names[step.kind]}`,
        fix: 'write a ramp, or leave the step to Argo Rollouts',
      });
    }
  });
  return { placed, problems };
}

const names: Readonly<Record<StepIntent['kind'], string>> = {
  weight: 'Step.weight',
  hold: 'Step.hold',
  approval: 'Step.approval',
  analyze: 'Step.analyze',
  scale: 'Step.scale',
  headers: 'Step.headers',
  mirror: 'Step.mirror',
  experiment: 'Step.experiment',
  plugin: 'Step.plugin',
};
