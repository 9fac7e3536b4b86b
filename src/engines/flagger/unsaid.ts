import type { RenderedCourse } from './course';
import { spoken } from './seconds';
import { isMeasured } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import { askedAnalyses } from '../../intent/asked';
import type { GateIntent } from '../../intent/gate';
import type { Problem } from '../../intent/problem';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import { questionsIn } from '../../intent/template';
import { known } from '../../manifests/leaf';

/** What Flagger has no word for, and does otherwise. */
export function unsaidProblems(intent: FlaggerRolloutIntent, course: RenderedCourse): readonly Problem[] {
  return [
    ...releaseProblems(intent),
    ...strategyProblems(intent),
    ...adoptionProblems(intent),
    ...everyNodeProblems(intent),
    ...placeProblems(intent),
    ...limitsOf(intent),
    ...askedAnalyses(intent.strategy).flatMap(asked => askedProblems(asked as GateIntent)),
    ...catastropheProblems(intent, course),
    ...detection(intent, course),
  ];
}

function otherwise(property: string, isGiven: boolean, message: string, fix: string): readonly Problem[] {
  return isGiven ? [{ property, message, fix, class: 'risky' }] : [];
}

function releaseProblems({ strategy: { promotion, keepAfterAbortSeconds } }: FlaggerRolloutIntent): readonly Problem[] {
  return [
    ...otherwise('promotion', promotion.kind === 'automatic' && promotion.afterSeconds !== undefined,
      'comes with the check after the last stage, since Flagger waits for nothing more, got Promotion.automatic({ after })', 'leave after out, or write Promotion.manual()'),
    ...otherwise('keepAfterAbort', keepAfterAbortSeconds !== undefined,
      'keeps nothing: Flagger takes the pods of a failed version away at once', 'leave it out, and keep their logs elsewhere'),
  ];
}

function strategyProblems({ strategy }: FlaggerRolloutIntent): readonly Problem[] {
  const drop = 'drop it, or leave the rollout to Argo Rollouts';
  if (strategy.kind === 'canary') {
    return [
      ...otherwise('canaryMetadata', strategy.canaryMetadata !== undefined, 'does nothing: the pods of both versions carry the same for Flagger', drop),
      ...otherwise('stableMetadata', strategy.stableMetadata !== undefined, 'does nothing: the pods of both versions carry the same for Flagger', drop),
      ...otherwise('pingPong', strategy.pingPong === true, 'does nothing: the Services of Flagger take no turns', drop),
      ...otherwise('maxSurge', strategy.maxSurge !== undefined, 'does nothing: for Flagger the new version has as many pods as the old one', drop),
      ...otherwise('maxUnavailable', strategy.maxUnavailable !== undefined, 'does nothing: the primary is updated without a pod less', drop),
    ];
  }
  return [
    ...otherwise('previewReplicas', strategy.previewReplicas !== undefined, 'does nothing: for Flagger the new version has as many pods as the old one from the start', drop),
    ...otherwise('scaleDownDelay', strategy.scaleDownDelaySeconds !== undefined, 'does nothing: the old version is updated to the new one, pod by pod, and cannot be gone back to', drop),
    ...otherwise('scaleDownRevisions', strategy.scaleDownRevisions !== undefined, 'does nothing: Flagger keeps no old versions', drop),
    ...otherwise('activeMetadata', strategy.activeMetadata !== undefined, 'does nothing: the pods of both versions carry the same for Flagger', drop),
    ...otherwise('previewMetadata', strategy.previewMetadata !== undefined, 'does nothing: the pods of both versions carry the same for Flagger', drop),
    ...otherwise('maxUnavailable', strategy.maxUnavailable !== undefined, 'does nothing: the primary is updated without a pod less', drop),
  ];
}

/** A workload that exists stays what it is, and goes on with as many pods as it says. */
function adoptionProblems({ pods: { adopted } }: FlaggerRolloutIntent): readonly Problem[] {
  if (adopted === undefined) return [];
  return adopted.kind !== 'Deployment' && adopted.kind !== 'DaemonSet' ? [{
    property: 'adopt',
    message: `must be a Deployment or a DaemonSet for Flagger, got ${adopted.kind} ${adopted.name}`,
    fix: 'adopt what Flagger can, or leave the rollout to Argo Rollouts',
  }] : otherwise('adopt', adopted.handOver !== 'progressively',
    'hands nothing over: the workload that exists is the new version for Flagger, which scales it to none between releases', 'leave handOver out');
}

/** A pod on every node has no number. */
function everyNodeProblems({ scaling, controller: { flagger }, pods: { adopted } }: FlaggerRolloutIntent): readonly Problem[] {
  return scaling === undefined || (flagger.daemonSet !== true && adopted?.kind !== 'DaemonSet') ? [] : [{
    property: 'scaling', message: 'cannot be had of a DaemonSet, which has a pod on every node', fix: 'leave it out, or release a Deployment',
  }];
}

/** What is asked after the promotion: nothing, or in a blue-green everything that is asked before the switch. */
function placeProblems({ strategy }: FlaggerRolloutIntent): readonly Problem[] {
  const after = strategy.gates.filter(({ place, analysis }) => place.kind === 'after-promotion' && questionsIn(analysis).some(isMeasured));
  if (after.length === 0) return [];
  return strategy.kind === 'canary' ? after.map(({ property }) => ({
    property,
    message: 'Flagger asks nothing after a canary was promoted',
    fix: 'use Gate.throughout, with a last stage at a high weight',
  })) : [switched(after[0].property, strategy.mirrorPercent !== undefined || strategy.gates.some(({ place }) => place.kind === 'during-traffic'))];
}

function switched(property: string, hasRequests: boolean): Problem {
  return hasRequests ? {
    property,
    message: 'is asked before the switch, of the requests that are copied or that a hook sends: Flagger asks nothing after it',
    fix: 'see that they are like those of visitors',
    class: 'advice',
  } : {
    property,
    message: 'is asked before the switch, since Flagger asks nothing after it: without requests to the new version there is no answer, and no answer takes the release back',
    fix: 'send it some with mirrorPercent, or with Hook.duringTraffic(Action.loadTest({ ... }))',
    class: 'risky',
  };
}

/** Limits and places of single questions: all of them are asked together, at every check. */
function askedProblems({ analysis, place, property, dryRun, dryRunMetrics }: GateIntent): readonly Problem[] {
  const measured = questionsIn(analysis).filter(isMeasured);
  if (measured.length === 0) return [];
  return [
    ...place?.kind === 'at-stage' || place?.kind === 'before-promotion' ? otherwise(property, true,
      'is asked at every check from the first share of the traffic on: Flagger has no questions of single stages', 'use Gate.throughout, which says so') : [],
    ...otherwise(`${property}.fromStep`, place?.kind === 'throughout' && place.fromStep !== undefined, 'does nothing: Flagger asks from the first share of the traffic on', 'leave it out'),
    ...dryRun === true || (dryRunMetrics ?? []).length > 0 ? [{
      property: `${property}.dryRun`, message: 'cannot be had from Flagger, for which every question counts', fix: 'leave the question out, or leave it to Argo Rollouts',
    }] : [],
  ];
}

/** Once for each question, however often it is asked. */
function limitsOf({ strategy }: FlaggerRolloutIntent): readonly Problem[] {
  const first = new Map<AnalysisIntent, string>();
  for (const { analysis, property } of askedAnalyses(strategy)) {
    for (const each of questionsIn(analysis).filter(isMeasured)) if (!first.has(each)) first.set(each, property);
  }
  return [...first].flatMap(([analysis, property]) => [...limitProblems(analysis, property), ...waiting(analysis, property)]);
}

function waiting({ noData }: AnalysisIntent, property: string): readonly Problem[] {
  return otherwise(`${property}.noData`, noData.kind === 'hold' && noData.isAsked === true,
    'waits for nothing: without an answer a check has failed for Flagger, and however few requests there are, they are judged', 'write NoData.reject() or NoData.accept()');
}

/** Flagger tolerates as much of what is to end a release at once as of anything else. */
function catastropheProblems({ strategy: { catastrophe } }: FlaggerRolloutIntent, { threshold }: RenderedCourse): readonly Problem[] {
  const failures = known(threshold);
  return otherwise('catastrophe', catastrophe?.isAsked === true && failures !== undefined && failures > 1,
    `ends nothing at once: it is a failed check like any other, of which ${failures} take a release back`, 'write Controller.flagger({ threshold: 1 }), or leave it to Argo Rollouts');
}

function limitProblems({ limits, timing }: AnalysisIntent, property: string): readonly Problem[] {
  const given: Readonly<Record<string, unknown>> = {
    interval: timing.intervalSeconds,
    initialDelay: timing.initialDelaySeconds,
    count: limits.count,
    failureLimit: limits.failureLimit,
    inconclusiveLimit: limits.inconclusiveLimit,
    consecutiveSuccesses: limits.consecutiveSuccesses,
    keptMeasurements: limits.keptMeasurements,
    toleratedOutage: limits.toleratedOutageSeconds,
  };
  const names = Object.keys(given).filter(name => given[name] !== undefined);
  return names.length === 0 ? [] : [{
    property: `${property}.${names[0]}`,
    message: `does nothing${names.length === 1 ? '' : `, nor ${names.length === 2 ? 'does' : 'do'} ${names.slice(1).join(', ')}`}: Flagger asks everything at every check and counts failures of all questions together`,
    fix: 'leave it out, and write Controller.flagger({ interval, threshold }) for all of them',
    class: 'risky',
  }];
}

/** How long a bad version gets traffic, in the worst case. It begins with the first share, and the check that takes it back comes after the last failed one. */
function detection({ strategy }: FlaggerRolloutIntent, { seconds, threshold }: RenderedCourse): readonly Problem[] {
  const [interval, failures] = [known(seconds), known(threshold)];
  const asks = askedAnalyses(strategy).some(({ analysis }) => questionsIn(analysis).some(isMeasured));
  if (interval === undefined || failures === undefined || !asks || strategy.kind !== 'canary') return [];
  return [{
    property: 'controller',
    message: `asks everything every ${spoken(interval)} and takes a release back at the check after ${failures} failed, of all questions together, where no answer is a failed one: a bad version has traffic for ${spoken(interval * (failures + 1))}`,
    fix: 'shorten Controller.flagger({ interval }) for less, or lower its threshold',
    class: 'advice',
  }];
}
