import type { RenderedStep } from './rendered-step';
import { canaryScale, headerMatch } from './spelled-out-step';
import { sameAudience } from '../../intent/audience';
import type { PlacedStage, StagePart } from '../../intent/course';
import type { StageScaleIntent } from '../../intent/ramp';
import type { CanaryRolloutIntent } from '../../intent/rollout';
import type { ScaleIntent } from '../../intent/step';
import type { CanaryStep } from '../../manifests/argo-rollouts.generated';

/**
 * What changes where a stage begins. Its pods come first, so that they are there for its requests; the audience of the stage before
 * goes, the weight is set, and then its own audience comes. The number of pods is given back after the weight, since without a
 * weight the traffic needs none.
 */
export function stageBegins(stage: PlacedStage, before: PlacedStage | undefined, intent: CanaryRolloutIntent): readonly RenderedStep[] {
  const { weight } = stage.stage;
  const scale = scaleOf(stage, intent);
  const scaleBefore = before && scaleOf(before, intent);
  const isNewAudience = !sameAudience(stage.stage.audience, before?.stage.audience);
  return [
    ...(scale !== undefined && !sameScale(scale, scaleBefore) ? [scaleStep(scale, stage)] : []),
    ...(scale === undefined && before !== undefined && scaleBefore !== undefined ? [scaleStep({ kind: 'percent', percent: weight }, before)] : []),
    ...(before?.stage.audience !== undefined && isNewAudience ? [routeStep(before, [], intent)] : []),
    ...(weight === 0 ? [] : [step({ setWeight: weight }, stage, 'weight', ['setWeight'])]),
    ...(scale === undefined && before !== undefined && scaleBefore !== undefined ? [scaleStep({ kind: 'match-traffic' }, before)] : []),
    ...(stage.stage.audience !== undefined && isNewAudience ? [routeStep(stage, stage.stage.audience, intent)] : []),
  ];
}

/**
 * What comes before everybody gets the new version. The audience of the last stage keeps it until all of the pods are there: it would
 * get the old version again while they start.
 */
export function stagesEnd(last: PlacedStage | undefined, intent: CanaryRolloutIntent): readonly RenderedStep[] {
  if (last?.stage.audience === undefined) return [];
  return [scaleStep({ kind: 'percent', percent: 100 }, last), routeStep(last, [], intent)];
}

/** Where there is no weight that would ask for pods, they are asked for by their number. */
function scaleOf({ stage }: PlacedStage, { strategy }: CanaryRolloutIntent): StageScaleIntent | undefined {
  if (stage.scale !== undefined || stage.audience === undefined || stage.weight !== 0) return stage.scale;
  return { kind: 'replicas', replicas: strategy.minimumCanaryPods };
}

function sameScale(one: StageScaleIntent, other: StageScaleIntent | undefined): boolean {
  if (one.kind === 'replicas') return other?.kind === 'replicas' && one.replicas === other.replicas;
  return other?.kind === 'percent' && one.percent === other.percent;
}

function scaleStep(scale: ScaleIntent, stage: PlacedStage): RenderedStep {
  return step({ setCanaryScale: canaryScale(scale) }, stage, 'scale');
}

/** One route for whoever is meant: its name is the rollout's own, since the objects of others may hold routes of several rollouts. */
function routeStep(stage: PlacedStage, audience: PlacedStage['stage']['audience'], { name }: CanaryRolloutIntent): RenderedStep {
  const route = `${name.slice(0, 63 - '-audience'.length).replace(/[^a-z0-9]+$/, '')}-audience`;
  const match = audience === undefined || audience.length === 0 ? {} : { match: audience.map(headerMatch) };
  return step({ setHeaderRoute: { name: route, ...match } }, stage, 'audience');
}

function step(rendered: CanaryStep, { property }: PlacedStage, part: StagePart, path: readonly string[] = []): RenderedStep {
  return { step: rendered, origins: () => [{ path, property: property(part) }] };
}
