import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const previewReplicas: Rule = {
  id: 'preview-replicas',
  class: 'broken',
  summary: 'the preview of a blue-green has pods, and no more than there will be',
  why: 'without a pod an analysis before the switch asks a version that does not run, and passes or fails by chance; a number below 0 is never reached, and the rollout waits for ever',
  covers: ['GAP-16'],
  check: (graph) => forEachRolloutWith(graph, ['previewReplicaCount'], (rollout) => judge(rollout.blueGreen.at('previewReplicaCount'), rollout, graph)),
};

function* judge(field: Field, rollout: RolloutNode, graph: Graph): Iterable<Remark> {
  const pods = field.number;
  if (pods === undefined) {
    return;
  }
  const replicas = replicasOf(rollout, graph);
  if (!Number.isInteger(pods) || pods < 0) {
    yield remark(field, `must be a whole number of at least 1, got ${shown(pods)}, which is never reached`, `${write(field, 1)}, or drop it`);
  } else if (pods === 0 && asksBeforeSwitch(rollout)) {
    yield remark(field, 'must be at least 1 where something is asked before the switch, got 0: there is nobody to ask', `${write(field, 1)}, or drop it`);
  } else if (pods === 0) {
    yield remark(field, 'leaves the preview without pods, so that nobody can look at the new version before everybody gets it', `${write(field, 1)}, or drop it`, { class: 'risky' });
  } else if (replicas !== undefined && pods > replicas) {
    yield remark(field, `starts more pods than the ${replicas} there will be, got ${pods}, and removes them right before the switch`, `${write(field, replicas)} or less`, { class: 'advice' });
  } else if (!holdsBeforeSwitch(rollout)) {
    yield remark(
      field, `saves nothing, got ${pods}: nothing holds the rollout before the switch, so the other pods are started at once`,
      'drop it, or ask something or somebody before the switch', { class: 'advice' },
    );
  }
}

/** How many pods there will be; undefined where something else decides. */
function replicasOf(rollout: RolloutNode, graph: Graph): number | undefined {
  return graph.scalers.some((scaler) => scaler.scales(rollout)) ? undefined : rollout.spec.at('replicas').number;
}

function asksBeforeSwitch(rollout: RolloutNode): boolean {
  return rollout.analyses.some((use) => use.place === 'pre-promotion' && !use.isEmpty);
}

/** Whether there is a time before the switch, as far as that is known. */
function holdsBeforeSwitch(rollout: RolloutNode): boolean {
  const [enabled, seconds] = [rollout.blueGreen.at('autoPromotionEnabled'), rollout.blueGreen.at('autoPromotionSeconds')];
  return asksBeforeSwitch(rollout) || enabled.boolean === false || seconds.number !== 0 && seconds.exists || enabled.isUnknown;
}
