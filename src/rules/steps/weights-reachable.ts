import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import { fencePosts } from '../../pod-counts/fence-posts';
import { reachableWeights, shareOf, splitPods } from '../../pod-counts/split';
import type { PodSplit } from '../../pod-counts/split';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted } from '../wording';

/** Percentage points, and share of the weight, by which what is reached may differ before it is worth a word. */
const TOLERATED = { points: 3, share: 0.15 };

export const weightsReachable: Rule = {
  id: 'weights-reachable',
  class: 'risky',
  summary: 'without a router, each weight is one that whole pods can give',
  why: 'the share of the canary is then its share of the pods: 5 % of 3 pods is 25 %, and some weights start no canary at all',
  covers: ['GAP-07', 'GAP-08'],
  check: (graph) => forEachRollout(graph, (rollout) => judge(rollout, graph)),
};

function* judge(rollout: RolloutNode, graph: Graph): Iterable<Remark> {
  const field = rollout.spec.at('replicas');
  const replicas = field.exists ? field.number : 1;
  // What scales the pods decides how many there are.
  if (rollout.trafficRouting.exists || replicas === undefined || replicas < 1 || graph.scalers.some((scaler) => scaler.scales(rollout))) {
    return;
  }
  const posts = fencePosts(replicas, rollout.canary.at('maxSurge').value, rollout.canary.at('maxUnavailable').value);
  if (posts === undefined || !Number.isSafeInteger(replicas)) {
    return;
  }
  const details = field.exists ? {} : { onlyIfComplete: true } as const;
  let before: { weight: number; share: number } | undefined;
  for (const step of rollout.steps) {
    const weight = step.at('setWeight');
    if (weight.number === undefined || !(weight.number > 0 && weight.number < 100)) {
      continue;
    }
    const split = splitPods(replicas, weight.number, posts.surge);
    const share = shareOf(split);
    const miss = Math.abs(share - weight.number);
    if (split.canary === 0) {
      yield remark(weight, `starts no canary: ${podsOf(split, replicas)} for weight ${weight.number} with maxSurge ${posts.surge}`, suggestion(weight.number, replicas, posts.surge), { ...details, class: 'broken' });
    } else if (before !== undefined && before.weight < weight.number && before.share === share) {
      yield remark(weight, `changes nothing: ${podsOf(split, replicas)}, ${percent(share)}, as for weight ${before.weight}`, suggestion(weight.number, replicas, posts.surge), details);
    } else if (miss > TOLERATED.points && miss > TOLERATED.share * weight.number) {
      yield remark(weight, `reaches ${percent(share)}, not ${weight.number} %: ${podsOf(split, replicas)}`, suggestion(weight.number, replicas, posts.surge), details);
    }
    before = { weight: weight.number, share };
  }
}

function podsOf({ canary, stable }: PodSplit, replicas: number): string {
  return `${counted(replicas, 'replica')} ${replicas === 1 ? 'gives' : 'give'} ${canary} of ${canary + stable} pods`;
}

function suggestion(weight: number, replicas: number, surge: number): string {
  const weights = reachableWeights(replicas, surge);
  const below = weights.filter((each) => each < weight).slice(-1);
  const above = weights.filter((each) => each > weight).slice(0, 1);
  const near = [...below, ...above].join(' or ');
  return `${near === '' ? '' : `write ${near}, `}raise replicas, or add a traffic router`;
}

function percent(share: number): string {
  return `${Math.round(share)} %`;
}
