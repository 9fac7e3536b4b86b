import type { Field } from '../../graph/field';
import type { RolloutNode } from '../../graph/rollout';
import type { ScalerNode } from '../../graph/scaler';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const scalerRequests: Rule = {
  id: 'scaler-requests',
  class: 'risky',
  summary: 'the containers request what an autoscaler measures as a share of what is requested',
  why: 'a share of nothing cannot be told: as long as one container says nothing, the autoscaler scales nothing, unless a LimitRange of the namespace says it instead',
  covers: [],
  check: (graph) => graph.scalers.length === 0 ? [] : forEachRollout(graph, function* (rollout): Iterable<Remark> {
    for (const scaler of rollout.scalers) {
      for (const metric of scaler.spec.at('metrics').items()) {
        yield* judge(metric, scaler, rollout);
      }
    }
  }),
};

function* judge(metric: Field, scaler: ScalerNode, rollout: RolloutNode): Iterable<Remark> {
  const ofPod = metric.at('resource');
  const measured = ofPod.exists ? ofPod : metric.at('containerResource');
  const resource = measured.textAt('name');
  if (resource === undefined || !measured.at('target', 'averageUtilization').exists) {
    return;
  }
  for (const container of rollout.podTemplate?.at('spec', 'containers').items() ?? []) {
    const resources = container.at('resources');
    const isMeant = ofPod.exists || container.textAt('name') === measured.textAt('container');
    // A limit without a request is the request as well.
    if (isMeant && !resources.isUnknown && !resources.at('requests').has(resource) && !resources.at('limits').has(resource)) {
      yield remark(
        container, `must request ${resource}, of which ${scaler.resource} measures the share that is used, got no such request`,
        `write resources: { requests: { ${resource}: ${resource === 'cpu' ? '250m' : '256Mi'} } }`, { about: scaler },
      );
    }
  }
}
