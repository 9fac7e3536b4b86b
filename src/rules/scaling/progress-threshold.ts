import type { RolloutNode } from '../../graph/rollout';
import { fencePosts } from '../../pod-counts/fence-posts';
import { splitPods } from '../../pod-counts/split';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted, shown } from '../wording';

const TYPES: readonly string[] = ['Percent', 'Pods'];

export const progressThreshold: Rule = {
  id: 'progress-threshold',
  class: 'broken',
  summary: 'a replicaProgressThreshold is a percentage or a number of pods that every step can reach',
  why: 'the controller takes any other type for Pods, a value of 0 for nothing to wait for, and waits for pods that no step starts until the deadline',
  covers: ['GAP-23'],
  check: (graph) => forEachRolloutWith(graph, ['replicaProgressThreshold'], function* (rollout): Iterable<Remark> {
    const threshold = rollout.canary.at('replicaProgressThreshold');
    const [type, value] = [threshold.at('type'), threshold.at('value')];
    if (type.text !== undefined && !TYPES.includes(type.text)) {
      yield remark(type, `must be ${TYPES.join(' or ')}, got ${shown(type.text)}, which is taken for Pods`, write(type, /^[Pp]er/.test(type.text) ? 'Percent' : 'Pods'));
    }
    const most = type.text === 'Percent' ? 100 : Infinity;
    if (value.number !== undefined && (value.number < 1 || value.number > most)) {
      const allowed = most === 100 ? 'from 1 to 100' : 'of at least 1';
      yield remark(value, `must be a whole number ${allowed}, got ${value.number}`, most === 100 ? write(value, 80) : write(value, 1));
    } else if (type.text === 'Pods' && value.number !== undefined) {
      yield* judgePods(value.number, rollout);
    }
  }),
};

/** The first weight starts the fewest pods. */
function* judgePods(wanted: number, rollout: RolloutNode): Iterable<Remark> {
  const weight = rollout.steps.map((step) => step.at('setWeight').number).find((each) => each !== undefined && each > 0);
  const there = weight === undefined ? undefined : podsAt(weight, rollout);
  if (there !== undefined && wanted > there) {
    yield remark(
      rollout.canary.at('replicaProgressThreshold', 'value'),
      `must not exceed the ${counted(there, 'pod')} that the first weight ${weight} starts, got ${wanted}`, `write value: ${Math.max(1, there)}, or type: Percent`,
    );
  }
}

function podsAt(weight: number, rollout: RolloutNode): number | undefined {
  const replicas = rollout.spec.at('replicas').number;
  const full = rollout.fullWeight;
  if (replicas === undefined || full === undefined) {
    return undefined;
  }
  if (rollout.trafficRouting.exists) {
    // An own number of pods says otherwise.
    return rollout.steps.some((step) => step.has('setCanaryScale')) ? undefined
      : Math.max(Math.ceil(weight * replicas / full), Math.min(rollout.canary.at('minPodsPerReplicaSet').number ?? 0, replicas));
  }
  const posts = fencePosts(replicas, rollout.canary.at('maxSurge').value, rollout.canary.at('maxUnavailable').value);
  return posts === undefined ? undefined : splitPods(replicas, weight, posts.surge).canary;
}
