import { analysisSteps } from './analysis-step';
import { beforeTraffic } from './before-traffic';
import { frozenFirst } from './freeze';
import { pauseStep } from './pause-step';
import type { RenderedStep } from './rendered-step';
import { spelledOutStep } from './spelled-out-step';
import { stageBegins, stagesEnd } from './stage-changes';
import type { AnalysisIntent } from '../../intent/analysis';
import { stagesOf } from '../../intent/course';
import type { CourseIntent, PlacedStage, RampCourse } from '../../intent/course';
import type { GateIntent } from '../../intent/gate';
import { withoutImpliedEnd } from '../../intent/ramp';
import type { CanaryRolloutIntent } from '../../intent/rollout';
import type { StepIntent } from '../../intent/step';
import { known } from '../../manifests/leaf';

/** Makes the step that asks the questions of some gates. */
type Ask = (gates: readonly GateIntent[]) => RenderedStep;

/** How the traffic moves, with the gates at their places. */
export function renderSteps(intent: CanaryRolloutIntent): readonly RenderedStep[] {
  const { course } = intent.strategy;
  const ask = analysisSteps(intent);
  const steps = course.kind === 'ramp' ? rampSteps(course, intent, ask) : [...spelledOutSteps(course.steps, intent, ask), ...promotionSteps(intent, ask)];
  return frozenFirst(beforeTraffic(steps, intent, ask), intent.strategy);
}

/** The first step at which there is a canary to watch. */
export function firstWatchedStep(steps: readonly RenderedStep[], course: CourseIntent): number {
  return steps.findIndex(({ step }) => step.setWeight !== undefined || (course.kind === 'ramp' && step.setHeaderRoute !== undefined)) + 1;
}

function rampSteps({ test, ramp }: RampCourse, intent: CanaryRolloutIntent, ask: Ask): readonly RenderedStep[] {
  const asksAtTheEnd = intent.strategy.gates.some(({ place }) => place.kind === 'at-stage' && place.weight === 100);
  const stages = stagesOf({ test, ramp: asksAtTheEnd ? ramp : withoutImpliedEnd(ramp) });
  const moves = stages.flatMap((stage, index) => [...stageBegins(stage, stages[index - 1], intent), ...stageSteps(stage, intent, ask)]);
  return [...moves, ...promotionSteps(intent, ask), ...stagesEnd(stages[stages.length - 1], intent)];
}

function stageSteps({ stage, property }: PlacedStage, intent: CanaryRolloutIntent, ask: Ask): readonly RenderedStep[] {
  const own = stage.analyses.map(analysis => ownGate(analysis, property('analyses')));
  const gates = [...gatesAfter(known(stage.weight), intent), ...own];
  const steps: RenderedStep[] = [];
  if (stage.holdSeconds !== undefined) {
    steps.push({ step: pauseStep(stage.holdSeconds), origins: () => [{ path: ['pause'], property: property('hold') }] });
  }
  if (gates.length > 0) steps.push(ask(gates));
  if (stage.approval) steps.push({ step: { pause: {} }, origins: () => [{ path: [], property: property('approval') }] });
  return steps;
}

/** Steps as they were spelled out, and the gates of every stage where its author placed none. */
function spelledOutSteps(steps: readonly StepIntent[], intent: CanaryRolloutIntent, ask: Ask): readonly RenderedStep[] {
  return steps.flatMap((step, index) => {
    const rendered = spelledOutStep(step, `steps[${index}]`, intent);
    const weight = endOfStage(steps, index);
    const gates = weight === undefined ? [] : gatesAfter(known(weight.weight), intent);
    return gates.length === 0 ? [rendered] : [rendered, ask(gates)];
  });
}

/**
 * The weight of the stage whose gates come after this step, unless its author placed an analysis in it. As in a ramp, people
 * are asked after the gates.
 */
function endOfStage(steps: readonly StepIntent[], index: number): (StepIntent & { kind: 'weight' }) | undefined {
  const next = steps.findIndex((step, position) => position > index && step.kind === 'weight');
  const rest = steps.slice(index + 1, next < 0 ? undefined : next);
  if (steps[index].kind === 'approval' || rest.some(step => step.kind !== 'approval')) return undefined;
  const start = steps.slice(0, index + 1).map(step => step.kind).lastIndexOf('weight');
  if (start < 0 || steps.slice(start, index + 1).some(step => step.kind === 'analyze')) return undefined;
  return steps[start] as StepIntent & { kind: 'weight' };
}

function promotionSteps(intent: CanaryRolloutIntent, ask: Ask): readonly RenderedStep[] {
  const { promotion, gates } = intent.strategy;
  const last = gates.filter(gate => gate.place.kind === 'before-promotion');
  const origins = () => [{ path: [], property: 'promotion' }];
  return [
    ...(last.length === 0 ? [] : [ask(last)]),
    ...(promotion.kind === 'manual' ? [{ step: { pause: {} }, origins }] : []),
    ...(promotion.kind === 'automatic' && promotion.afterSeconds !== undefined
      ? [{ step: pauseStep(promotion.afterSeconds), origins }] : []),
  ];
}

function gatesAfter(weight: number | undefined, intent: CanaryRolloutIntent): readonly GateIntent[] {
  return intent.strategy.gates.filter(({ place }) =>
    place.kind === 'each-stage' || place.kind === 'during-traffic' || (place.kind === 'at-stage' && place.weight === weight));
}

function ownGate(analysis: AnalysisIntent, property: string): GateIntent {
  return { place: { kind: 'each-stage' }, analysis, args: [], dryRun: false, property };
}
