import { SERVICE_KEYS } from '../../graph/rollout';
import { SERVICE } from '../../graph/service';
import { addOrRename } from '../missing-object';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const servicesPresent: Rule = {
  id: 'services-present',
  class: 'refused',
  summary: 'the Services that a Rollout names exist in its namespace',
  why: 'without them the Rollout is InvalidSpec: the controller does nothing with it until they appear',
  covers: ['RF-01', 'RF-02', 'RF-03', 'RF-04', 'RF-05', 'RF-06', 'GAP-44'],
  check: (graph) => forEachRolloutWith(graph, SERVICE_KEYS, function* (rollout): Iterable<Remark> {
    for (const { field, name, service } of rollout.services) {
      if (service === undefined) {
        const elsewhere = graph.index.named(SERVICE, name).map((node) => node.namespace ?? '');
        const namespace = rollout.namespace ?? 'its namespace';
        const found = elsewhere.length === 0 ? 'is not in the input' : `is in namespace ${listed(elsewhere)}, the Rollout in ${namespace}`;
        const fix = addOrRename(field, { kind: 'Service', name, namespace: rollout.namespace, taken: rollout.services.map((other) => other.name) }, graph.index.ofKind(SERVICE));
        yield remark(field, `names Service ${name}, which ${found}`, fix, { missing: { kind: 'Service', name } });
      }
    }
  }),
};
