import { audienceMatch, audienceProblems, withoutAudience } from './audience';
import { mirrorFields } from './mirror';
import { paceOf } from './pace';
import type { Pace } from './pace';
import { promotionFields } from './promotion-step';
import { stagesToPlay } from './stages';
import type { PlayedStages } from './stages';
import type { Told } from './told';
import { defaultWeights, weightFields } from './weights';
import type { BlueGreenIntent } from '../../intent/blue-green';
import type { CanaryIntent } from '../../intent/canary';
import { flaggerDefaults } from '../../intent/flagger';
import type { FlaggerControllerIntent } from '../../intent/flagger';
import { supportOf } from '../../intent/flagger-support';
import type { Problem } from '../../intent/problem';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import type { CanaryAnalysis } from '../../manifests/flagger.generated';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import type { PartOrigin } from '../rendered';

/** How the traffic moves, and how fast. */
export type RenderedCourse = Pace & Told<Partial<CanaryAnalysis>> & {
  /** Stages after which somebody has to be asked. */
  readonly approvals: PlayedStages['stages'];
  readonly stages: PlayedStages['stages'];
};

export function renderCourse(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): RenderedCourse {
  const { strategy, controller: { flagger } } = intent;
  if (strategy.kind === 'blue-green') return blueGreenCourse(strategy, flagger, routing);
  const played = stagesToPlay(strategy.course);
  if (played.test !== undefined) return testCourse(played, strategy, flagger, routing);
  const isDefault = strategy.course.kind === 'ramp' && strategy.course.isDefault === true;
  const pace = paceOf(isDefault ? [] : played.stages, flagger);
  const weights = isDefault ? { fields: defaultWeights, problems: [], origins: [] } : weightFields(played.stages);
  const mirrored = mirrorFields(strategy, routing);
  const promotion = promotionFields(flagger, routing);
  return {
    ...pace,
    stages: isDefault ? [] : played.stages,
    approvals: isDefault ? [] : played.stages.filter(({ stage }) => stage.approval),
    fields: { ...pace.fields, ...weights.fields, ...promotion.fields, ...mirrored.fields },
    problems: [
      ...played.problems, ...pace.problems, ...weights.problems, ...noShares(strategy, routing), ...promotion.problems, ...mirrored.problems,
      ...withoutAudience(flagger.audience),
    ],
    origins: [...pace.origins, ...weights.origins, ...promotion.origins, ...mirrored.origins],
  };
}

/** Everything is asked so many times, and then the traffic goes over at once. */
function blueGreenCourse(strategy: BlueGreenIntent, flagger: FlaggerControllerIntent, routing: FlaggerRouting | undefined): RenderedCourse {
  const course = iterated(flagger.iterations ?? flaggerDefaults.iterations, paceOf([], flagger), promotionFields(flagger, routing));
  const mirrored = mirrorFields(strategy, routing);
  return {
    ...course,
    fields: { ...course.fields, ...mirrored.fields },
    problems: [...course.problems, ...mirrored.problems, ...withoutAudience(flagger.audience)],
    origins: [...course.origins, ...mirrored.origins],
  };
}

/** An audience sees the new version for as many checks as fit into its time. */
function testCourse(
  { test, stages, problems }: PlayedStages, { mirrorPercent, affinity }: CanaryIntent, flagger: FlaggerControllerIntent,
  routing: FlaggerRouting | undefined,
): RenderedCourse {
  const pace = paceOf([], flagger);
  const { stage, property } = test!;
  const audience = stage.audience!;
  const iterations = stage.holdSeconds === undefined ? flagger.iterations ?? flaggerDefaults.iterations : timesIn(stage.holdSeconds, pace.seconds);
  const course = iterated(iterations, pace, promotionFields(flagger, routing, true));
  return {
    ...course,
    stages,
    fields: { ...course.fields, match: audienceMatch(audience, flagger.audience, routing) },
    problems: [
      ...problems, ...course.problems, ...besideAudience({ mirrorPercent, sessionAffinity: affinity }),
      ...audienceProblems(audience, flagger.audience, property('audience'), routing),
    ],
    origins: [...course.origins, { path: ['match'], property: property('audience') }, ...audienceOrigins, { path: ['iterations'], property: property('hold') }],
  };
}

/** Routers that write routes for an audience write none for these beside them, or forget them at every check. */
function besideAudience(given: Readonly<Record<string, unknown>>): readonly Problem[] {
  return Object.keys(given).filter(property => given[property] !== undefined).map(property => ({
    property, message: 'cannot be had beside an audience, which alone decides who gets the new version', fix: 'drop it, or drop the audience for a canary with shares',
  }));
}

/** What the options of Flagger say of the audience. */
const audienceOrigins: readonly PartOrigin[] = (['queryParams', 'sourceLabels'] as const)
  .map(part => ({ path: ['match', 0, part], property: `controller.audience.${part}`, alikeBelow: true }));

function iterated(iterations: Leaf<number>, pace: ReturnType<typeof paceOf>, promotion: ReturnType<typeof promotionFields>): RenderedCourse {
  return {
    ...pace,
    stages: [],
    approvals: [],
    fields: { ...pace.fields, iterations, ...promotion.fields },
    problems: [...pace.problems, ...promotion.problems],
    origins: [...pace.origins, { path: ['iterations'], property: 'controller.iterations' }, ...promotion.origins],
  };
}

function timesIn(total: Leaf<number>, every: Leaf<number>): Leaf<number> {
  return mapLeaf(total, all => mapLeaf(every, one => Math.max(1, Math.ceil(all / one))));
}

/** Without a router nothing moves a share of the traffic; one that Flagger does not know is told elsewhere. */
function noShares({ router }: CanaryIntent, routing: FlaggerRouting | undefined): readonly Problem[] {
  return router !== undefined && (routing === undefined || supportOf(routing).weights) ? [] : [{
    property: 'traffic',
    message: 'must be given for a canary of Flagger, which without a router moves no share of the traffic, got none',
    fix: 'name what splits the traffic, such as GatewayApiTraffic, or make it a BlueGreenRollout',
  }];
}
