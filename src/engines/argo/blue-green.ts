import { analysisRun } from './analysis-run';
import type { RenderedRun } from './analysis-run';
import { catastropheParts, restartWindowSeconds } from './catastrophe';
import { guardTemplate } from './guard';
import { mirrorGaps } from './mirror-gaps';
import { antiAffinity } from './pods-of-versions';
import type { RenderedStrategy } from './rendered-strategy';
import { defaultScaleDownDelaySeconds, gatesAt } from '../../intent/blue-green';
import type { Problem } from '../../intent/problem';
import type { ReleaseIntent } from '../../intent/release';
import type { BlueGreenRolloutIntent } from '../../intent/rollout';
import type { BlueGreenStrategy } from '../../manifests/argo-rollouts.generated';
import { labelsAndAnnotations } from '../labels-and-annotations';
import { below } from '../rendered';
import type { PartOrigin } from '../rendered';

/** What is asked on each side of the switch. */
interface Runs {
  readonly before?: RenderedRun;
  readonly after?: RenderedRun;
}

/** The active Service switches to the new version at once; what is asked after it can switch it back. */
export function renderBlueGreen(intent: BlueGreenRolloutIntent): RenderedStrategy {
  // everybody's requests go to the new version, so that a disaster is looked for from the first moment on
  const disasters = catastropheParts(intent, restartWindowSeconds);
  const guard = disasters.length === 0 ? undefined : guardTemplate(intent, disasters);
  const [before, after] = [gatesAt(intent.strategy, 'before-promotion'), gatesAt(intent.strategy, 'after-promotion')];
  const runs: Runs = {
    before: before.length === 0 ? undefined : analysisRun(before, intent),
    after: after.length === 0 && guard === undefined ? undefined : analysisRun(after, intent, guard),
  };
  return {
    strategy: { blueGreen: blueGreen(intent, runs) },
    origins: () => below(['blueGreen'], origins(intent, runs)),
    routes: [],
    guard,
    holdSeconds: 0,
    gaps: gaps(intent),
    elsewhere: [],
  };
}

function blueGreen({ strategy, services, controller }: BlueGreenRolloutIntent, { before, after }: Runs): BlueGreenStrategy {
  const revisions = strategy.scaleDownRevisions ?? controller.argo.scaleDownRevisions;
  const leaves = controller.argo.controllerDefaults === true;
  const scaleDownDelay = strategy.scaleDownDelaySeconds ?? controller.argo.scaleDownDelaySeconds
    ?? (leaves ? undefined : defaultScaleDownDelaySeconds);
  const keepAfterAbort = strategy.keepAfterAbortSeconds ?? (after === undefined || leaves ? undefined : untilTheNextRelease);
  return {
    activeService: services.main.name,
    previewService: services.next.name,
    ...(strategy.previewReplicas === undefined ? {} : { previewReplicaCount: strategy.previewReplicas }),
    ...promotion(strategy),
    ...(scaleDownDelay === undefined ? {} : { scaleDownDelaySeconds: scaleDownDelay }),
    ...(revisions === undefined ? {} : { scaleDownDelayRevisionLimit: revisions }),
    ...(keepAfterAbort === undefined ? {} : { abortScaleDownDelaySeconds: keepAfterAbort }),
    ...(before === undefined ? {} : { prePromotionAnalysis: before.analysis }),
    ...(after === undefined ? {} : { postPromotionAnalysis: after.analysis }),
    ...(strategy.activeMetadata === undefined ? {} : { activeMetadata: labelsAndAnnotations(strategy.activeMetadata) }),
    ...(strategy.previewMetadata === undefined ? {} : { previewMetadata: labelsAndAnnotations(strategy.previewMetadata) }),
    ...(strategy.maxUnavailable === undefined ? {} : { maxUnavailable: strategy.maxUnavailable }),
    ...(controller.argo.antiAffinity === undefined ? {} : { antiAffinity: antiAffinity(controller.argo.antiAffinity) }),
  };
}

/**
 * Zero is for ever. The controller switches back only when all pods of the new version are ready, and after any other time
 * it removes them although the active Service still leads to them: with one pod down, an abort would be an outage.
 */
const untilTheNextRelease = 0;

function promotion({ promotion: wish, freeze }: ReleaseIntent): Partial<BlueGreenStrategy> {
  if (wish.kind === 'manual' || freeze !== undefined) return { autoPromotionEnabled: false };
  return wish.afterSeconds === undefined ? {} : { autoPromotionSeconds: wish.afterSeconds };
}

function gaps({ controller, strategy }: BlueGreenRolloutIntent): readonly Problem[] {
  const stableScale = controller.argo.dynamicStableScale !== true ? [] : [{
    property: 'controller.dynamicStableScale',
    message: 'does nothing in a blue-green, whose old version keeps all of its pods until it goes',
    fix: 'leave it out, or use a CanaryRollout behind a router',
  }];
  const threshold = controller.argo.replicaProgressThreshold === undefined ? [] : [{
    property: 'controller.replicaProgressThreshold',
    message: 'does nothing in a blue-green, which waits for all of its pods',
    fix: 'leave it out, or use a CanaryRollout',
  }];
  const traffic = strategy.router === undefined ? [] : [{
    property: 'traffic',
    message: `does nothing in a blue-green of Argo Rollouts, which switches the active Service, got ${strategy.router.kind}`,
    fix: 'leave it out, and have the route lead to that Service',
  }];
  return [...stableScale, ...threshold, ...traffic, ...mirrorGaps(strategy)];
}

function origins({ strategy, controller }: BlueGreenRolloutIntent, { before, after }: Runs): readonly PartOrigin[] {
  const revisionsOfController = strategy.scaleDownRevisions === undefined && controller.argo.scaleDownRevisions !== undefined;
  const delayOfController = strategy.scaleDownDelaySeconds === undefined && controller.argo.scaleDownDelaySeconds !== undefined;
  return [
    { path: ['activeService'], property: 'services.active' },
    { path: ['previewService'], property: 'services.preview' },
    { path: ['previewReplicaCount'], property: 'previewReplicas' },
    { path: ['autoPromotionEnabled'], property: strategy.freeze === undefined ? 'promotion' : 'freeze' },
    { path: ['autoPromotionSeconds'], property: 'promotion' },
    { path: ['scaleDownDelaySeconds'], property: delayOfController ? 'controller.scaleDownDelay' : 'scaleDownDelay' },
    { path: ['scaleDownDelayRevisionLimit'], property: revisionsOfController ? 'controller.scaleDownRevisions' : 'scaleDownRevisions' },
    { path: ['antiAffinity'], property: 'controller.antiAffinity' },
    { path: ['maxUnavailable'], property: 'maxUnavailable' },
    { path: ['abortScaleDownDelaySeconds'], property: 'keepAfterAbort' },
    { path: ['activeMetadata'], property: 'activeMetadata', alikeBelow: true },
    { path: ['previewMetadata'], property: 'previewMetadata', alikeBelow: true },
    ...below(['prePromotionAnalysis'], before?.origins() ?? []),
    ...below(['postPromotionAnalysis'], after?.origins() ?? []),
  ];
}
