import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import type { ScalerNode } from '../../graph/scaler';
import { mayBeSameNamespace } from '../../manifests/namespaces';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const DEPLOYMENT = 'Deployment.apps';

export const scalerKind: Rule = {
  id: 'scaler-kind',
  class: 'broken',
  summary: 'what scales a Rollout names it as a Rollout',
  why: 'an autoscaler that still names the Deployment of before scales nothing',
  covers: ['GAP-32'],
  check: judge,
};

function* judge(graph: Graph): Iterable<Remark> {
  if (graph.scalers.length === 0) {
    return;
  }
  for (const scaler of graph.scalers) {
    const rollout = graph.rollouts.find((each) => means(scaler, each, graph));
    const kind = scaler.target.at('kind');
    const version = scaler.target.at('apiVersion');
    if (rollout !== undefined && scaler.targetKind !== 'Rollout') {
      yield remark(
        kind, `must be Rollout to scale ${rollout.resource}, got ${scaler.targetKind ?? 'nothing'}`,
        `write kind: Rollout and apiVersion: argoproj.io/v1alpha1${scaler.targetName === rollout.name ? '' : `, and name: ${rollout.name}`}`, { about: rollout },
      );
    } else if (rollout !== undefined && version.text !== undefined && !version.text.startsWith('argoproj.io/')) {
      yield remark(version, `must be argoproj.io/v1alpha1 to scale ${rollout.resource}, got ${version.text}`, write(version, 'argoproj.io/v1alpha1'), { about: rollout });
    }
  }
}

function means(scaler: ScalerNode, rollout: RolloutNode, graph: Graph): boolean {
  const isKindKnown = scaler.targetKind !== undefined || !scaler.target.at('kind').exists;
  if (!isKindKnown || scaler.targetName === undefined || rollout.name === undefined) {
    return false;
  }
  const isNear = mayBeSameNamespace(scaler.namespace, rollout.namespace);
  // A Deployment that lends its template is scaled to nothing; another one of that name may well be what is meant.
  const borrowed = rollout.spec.at('workloadRef', 'name').text;
  const isOfDeployment = graph.index.find(DEPLOYMENT, scaler.namespace, scaler.targetName) !== undefined;
  return isNear && (scaler.targetName === borrowed || (scaler.targetName === rollout.name && (scaler.targetKind === 'Rollout' || !isOfDeployment)));
}
