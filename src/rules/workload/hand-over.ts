import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import type { WorkloadReference } from '../../graph/workload-reference';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { nearest, shown } from '../wording';

const WORDS = ['never', 'onsuccess', 'progressively'];

export const handOver: Rule = {
  id: 'hand-over',
  class: 'broken',
  summary: 'a Rollout that takes pods over comes with as many, and one Rollout does it',
  why: 'the controller knows two words, of Deployments alone, and takes their pods away as the Rollout gets its own: with any other word both sets of pods stay, and with fewer pods than there were the rest is gone (measured on the controller)',
  covers: ['GAP-25'],
  check: (graph) => forEachRolloutWith(graph, ['workloadRef'], function* (rollout): Iterable<Remark> {
    const reference = rollout.workloadReference;
    if (reference !== undefined && reference.isSupported) {
      yield* judgeWord(reference);
      yield* judgeReplicas(rollout, reference);
      yield* judgeOthers(rollout, reference, graph);
    }
  }),
};

function* judgeWord({ scaleDown, isDeployment, kind, name }: WorkloadReference): Iterable<Remark> {
  const word = scaleDown.text;
  if (word === undefined || word === '') {
    return;
  }
  if (!WORDS.includes(word)) {
    const meant = nearest(word, WORDS);
    yield remark(
      scaleDown, `must be ${WORDS.join(', ')}, got ${shown(word)}, which the controller takes for never: both sets of pods stay`,
      write(scaleDown, meant ?? 'progressively'),
    );
  } else if (word !== 'never' && !isDeployment) {
    yield remark(
      scaleDown, `must be never for a ${kind}: the controller scales nothing but Deployments, and looks for Deployment ${name ?? ''}`,
      kind === 'ReplicaSet' ? 'drop it, and scale the ReplicaSet to 0 when the Rollout is healthy' : 'drop it: a PodTemplate has no pods',
    );
  }
}

/** What is left after the hand-over is what the Rollout asks for. */
function* judgeReplicas(rollout: RolloutNode, { handsOver, workload, name }: WorkloadReference): Iterable<Remark> {
  if (handsOver !== true) {
    return;
  }
  const replicas = rollout.spec.at('replicas');
  const before = workload?.spec.at('replicas').number;
  if (!replicas.exists && !replicas.isUnknown) {
    yield remark(
      replicas, `must be given as long as Deployment ${name} hands over, got nothing, which is 1: its pods go as soon as that one is ready`,
      before !== undefined && before > 0 ? `${write(replicas, before)}, as many as it has` : 'write as many as it has', { about: workload },
    );
  } else if (replicas.number !== undefined && before !== undefined && replicas.number < before) {
    yield remark(
      replicas, `must be at least ${before}, as many as Deployment ${name} has, got ${replicas.number}: with the first pod that is ready it goes down to ${replicas.number - 1}`,
      `${write(replicas, before)}, and lower it after the hand-over`, { about: workload, class: 'risky' },
    );
  }
}

function* judgeOthers(rollout: RolloutNode, { field, workload, kind, name }: WorkloadReference, graph: Graph): Iterable<Remark> {
  const first = workload === undefined ? undefined : graph.rollouts.find((each) => each.workloadReference?.workload === workload);
  if (first !== undefined && first !== rollout) {
    yield remark(
      field.at('name'), `must be a ${kind} of its own, and ${first.resource} takes ${name} over already: each would scale it down, and a Service would reach the pods of both`,
      'let one Rollout adopt it', { about: first },
    );
  }
}
