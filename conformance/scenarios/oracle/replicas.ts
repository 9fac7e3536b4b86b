// Our arithmetic of pods against the controller's own.
import { argo, askArgo, few } from './argo';
import { fencePosts } from '../../../src/pod-counts/fence-posts';
import { splitPods } from '../../../src/pod-counts/split';
import type { PodSplit } from '../../../src/pod-counts/split';
import type { Fields } from '../../harness/objects';
import type { Check } from '../../harness/suite';

interface State {
  readonly replicas: number;
  readonly maxSurge?: number | string;
  readonly maxUnavailable?: number | string;
  readonly weight: number;
  /** Where it comes from; by default all pods are of the stable version. */
  readonly from?: PodSplit;
}

interface Comparison {
  readonly state: State;
  /** Whether it is about where the controller comes to rest, or about what it does first. */
  readonly settle: boolean;
  readonly ours: PodSplit;
}

const REPLICAS = upTo(30);
const WEIGHTS = upTo(100);
const PODS = [0, 1, 2, '0%', '10%', '25%', '50%', '100%'];
/** What a manifest may say besides; the last ones nobody can read. */
const ODD = [undefined, 40, -1, '1', '+5%', '-5%', '150%', '1%0%', 'some', '', '5.5%', '1 %'];

export const check: Check = {
  ...argo,
  id: 'oracle/replicas',
  why: 'rules and reports that count pods of a canary without a router count them as the controller does',
  check: async binaries => {
    const findings: string[] = [];
    let compared = 0;
    // All at once would be a lot of text.
    for (const replicas of REPLICAS) {
      const comparisons = comparisonsOf(replicas);
      const answers = await askArgo(binaries, comparisons.map(question));
      findings.push(...comparisons.flatMap((comparison, index) => differs(comparison, answers[index]!)));
      compared += comparisons.length;
    }
    return few(findings, compared);
  },
};

function comparisonsOf(replicas: number): Comparison[] {
  const everyWeight = WEIGHTS.flatMap(weight => pairsOf(PODS).map(pair => ({ replicas, weight, ...pair })));
  return [
    ...everyWeight.map(state => ({ state, settle: true, ours: aim(state) })),
    ...everyWeight.filter((_, index) => index % 7 === 0).map(elsewhere).map(state => ({ state, settle: true, ours: aim(state) })),
    ...pairsOf([...PODS, ...ODD]).map(pair => ({ replicas, weight: 100, ...pair })).map(state => ({ state, settle: false, ours: firstMove(state) })),
  ];
}

function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, number) => number);
}

function pairsOf(pods: readonly (number | string | undefined)[]): Pick<State, 'maxSurge' | 'maxUnavailable'>[] {
  return pods.flatMap(maxSurge => pods.map(maxUnavailable => ({ maxSurge, maxUnavailable })));
}

/** The same from somewhere in the middle: no way there may make a difference. */
function elsewhere(state: State, index: number): State {
  const { replicas } = state;
  return { ...state, from: { canary: index * 13 % (replicas + 2), stable: index * 29 % (replicas + 2) } };
}

function question({ state: { replicas, weight, from, ...pair }, settle }: Comparison): Fields {
  const now = from && { canary: { spec: from.canary }, stable: { spec: from.stable } };
  return { ask: 'replicas', replicas, canary: { ...pair, steps: [{ setWeight: weight }] }, now, settle };
}

/** Where the controller comes to rest. It refuses a surge and an absence that are both 0, and reckons with them all the same. */
function aim({ replicas, weight, maxSurge, maxUnavailable }: State): PodSplit {
  return splitPods(replicas, weight, fencePosts(replicas, maxSurge, maxUnavailable)!.surge);
}

/** On the way to 100 % the controller adds at once what may be too many, and takes away what may be too few. */
function firstMove({ replicas, maxSurge, maxUnavailable }: State): PodSplit {
  const { surge, unavailable } = fencePosts(replicas, maxSurge, maxUnavailable)!;
  return { canary: within(surge, replicas), stable: replicas - within(unavailable, replicas) };
}

function within(pods: number, replicas: number): number {
  return Math.max(0, Math.min(pods, replicas));
}

function differs({ state, ours }: Comparison, { canary, stable, unsettled }: Fields): string[] {
  if (canary === ours.canary && stable === ours.stable && unsettled === undefined) return [];
  const theirs = `${canary} and ${stable}${unsettled ? `, ${unsettled}` : ''}`;
  return [`${JSON.stringify(state)}: the controller has ${theirs}, ours ${ours.canary} and ${ours.stable}`];
}
