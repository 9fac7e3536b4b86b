import type { CanaryNode } from '../../graph/canary';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryReplacement: Rule = {
  id: 'canary-replacement',
  class: 'broken',
  summary: 'the target of a Canary replaces its pods in turn',
  why: 'Flagger takes over no DaemonSet that waits for its pods to be deleted; and a Deployment that takes all its pods away first does so as the primary as well, at every promotion, while the primary has requests',
  covers: ['FT-07', 'FT-14'],
  check: (graph) => forEachCanary(graph, judge),
};

function* judge(canary: CanaryNode): Iterable<Remark> {
  const { pods } = canary;
  if (pods === undefined) {
    return;
  }
  const type = pods.workload.spec.at(pods.isDeployment ? 'strategy' : 'updateStrategy', 'type');
  const isAtOnce = pods.isDeployment && type.text === 'Recreate';
  if (isAtOnce || (!pods.isDeployment && type.text !== undefined && type.text !== '' && type.text !== 'RollingUpdate')) {
    const message = `must be RollingUpdate under ${canary.resource}, got ${shown(type.text)}${isAtOnce ? ': at each promotion the primary has no pod for a while' : ''}`;
    yield remark(type, message, write(type, 'RollingUpdate'), { about: canary, ...isAtOnce ? { class: 'risky' as const } : {} });
  }
}
