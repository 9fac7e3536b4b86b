import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import type { ScalerNode } from '../../graph/scaler';
import { fencePosts } from '../../pod-counts/fence-posts';
import { reachableWeights, shareOf, splitPods } from '../../pod-counts/split';
import type { PodSplit } from '../../pod-counts/split';
import { forEachRollout, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';
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
  const scaler = graph.scalers.find((each) => each.scales(rollout));
  if (rollout.trafficRouting.exists) {
    return;
  }
  if (scaler !== undefined || rollout.rangeElsewhere.exists) {
    yield* judgeScaled(rollout, scaler);
    return;
  }
  const replicas = field.exists ? field.number : 1;
  if (replicas !== undefined && replicas >= 1) {
    yield* judgeAt(replicas, rollout, field.exists ? {} : { onlyIfComplete: true });
  }
}

/** At the fewest pods, where shares are roughest; one word about all weights. */
function* judgeScaled(rollout: RolloutNode, scaler: ScalerNode | undefined): Iterable<Remark> {
  const fewest = scaler === undefined ? rollout.scaledRange?.min : scaler.limits[0].number;
  const [first] = fewest === undefined || fewest < 1 ? [] : judgeAt(fewest, rollout, { about: scaler });
  if (first !== undefined) {
    const fix = first.fix?.replace('raise replicas', 'raise the fewest pods');
    yield { ...first, message: `${first.message}; so few may be all that ${scaler?.resource ?? 'whatever scales it'} leaves`, fix, class: 'risky' };
  }
}

function* judgeAt(replicas: number, rollout: RolloutNode, details: RemarkDetails): Iterable<Remark> {
  const posts = fencePosts(replicas, rollout.canary.at('maxSurge').value, rollout.canary.at('maxUnavailable').value);
  if (posts === undefined || !Number.isSafeInteger(replicas)) {
    return;
  }
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
  return `${near === '' ? '' : `write setWeight: ${near}, `}raise replicas, or add a traffic router`;
}

function percent(share: number): string {
  return `${Math.round(share)} %`;
}
