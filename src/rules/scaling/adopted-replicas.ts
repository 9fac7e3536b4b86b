import type { Field } from '../../graph/field';
import type { RolloutNode } from '../../graph/rollout';
import type { WorkloadReference } from '../../graph/workload-reference';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted } from '../wording';

export const adoptedReplicas: Rule = {
  id: 'adopted-replicas',
  class: 'risky',
  summary: 'the manifest of an adopted Deployment does not bring back its pods',
  why: 'the controller takes the pods of the Deployment away once, while the Rollout runs its first version; kubectl apply and Argo CD put back the number that the manifest says, and from then on those pods change version all at once, past every step and gate (measured on the controller)',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['workloadRef'], function* (rollout): Iterable<Remark> {
    const reference = rollout.workloadReference;
    if (reference?.workload !== undefined && reference.isDeployment && reference.handsOver !== undefined) {
      yield* judge(reference.workload.spec.at('replicas'), reference, rollout);
    }
  }),
};

function* judge(replicas: Field, { handsOver, name }: WorkloadReference, rollout: RolloutNode): Iterable<Remark> {
  const about = { about: rollout };
  const done = `replicas: 0 here and scaleDown: never in ${rollout.resource}`;
  if (handsOver === true && replicas.number === 0) {
    yield remark(
      replicas, 'must be the number it has until the Rollout has taken over, got 0: applied together, all pods are gone before the first of the Rollout is there',
      `write the number it has; if it is at 0 already, keep it and write scaleDown: never in ${rollout.resource}`, about,
    );
  } else if (handsOver === true && replicas.number !== undefined) {
    yield remark(
      replicas, `is right for the first apply alone, got ${replicas.number}: every later one brings ${counted(replicas.number, 'pod')} back that the hand-over took away`,
      `apply it once, and when Deployment ${name} is at 0, write ${done}; for Argo CD, put /spec/replicas of it into ignoreDifferences as well, with RespectIgnoreDifferences=true, before the first apply`,
      about,
    );
  } else if (handsOver === true && !replicas.exists && !replicas.isUnknown) {
    yield remark(
      replicas, 'is left out: if the last apply had a number, this one makes it 1 before the Rollout has any pod',
      `write the number it has, and when it is at 0, write ${done}`, { ...about, class: 'advice' },
    );
  } else if (handsOver === false && replicas.number !== undefined && replicas.number > 0) {
    yield remark(
      replicas, `gives it ${counted(replicas.number, 'pod')} beside those of ${rollout.resource}, which change version all at once, past every step and gate`,
      `write scaleDown: progressively in ${rollout.resource}; if it has taken over already, write 0 here`, about,
    );
  }
}
