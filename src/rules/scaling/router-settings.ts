import type { Field } from '../../graph/field';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';
import { listed } from '../wording';

/** Fields of a canary that only a router gives a meaning, and what becomes of them without one. */
const NEED_ROUTER: readonly (readonly [key: string, otherwise: string, details: RemarkDetails])[] = [
  ['scaleDownDelaySeconds', 'the controller refuses it', { class: 'refused' }],
  ['dynamicStableScale', 'the controller refuses it', { class: 'refused' }],
  ['abortScaleDownDelaySeconds', 'the controller does not look at it: pods are exchanged, and none is left over', {}],
  ['minPodsPerReplicaSet', 'the controller does not look at it: pods are the traffic', {}],
  ['scaleDownDelayRevisionLimit', 'the controller does not look at it: pods are exchanged, and none is left over', {}],
];
/** Which count the traffic in other parts than hundredths. */
const FINE_ROUTERS: readonly string[] = ['nginx', 'plugins'];

export const routerSettings: Rule = {
  id: 'router-settings',
  class: 'risky',
  summary: 'what only a router gives a meaning stands beside one that can',
  why: 'the controller refuses it as InvalidSpec, or does not look at it, and what was meant does not happen',
  covers: ['CA-10', 'CA-11', 'CA-12', 'CA-13', 'GAP-19', 'GAP-21', 'GAP-22'],
  check: (graph) => forEachRolloutWith(graph, ['trafficRouting', ...NEED_ROUTER.map(([key]) => key)], function* ({ canary, trafficRouting, routers }): Iterable<Remark> {
    if (trafficRouting.isUnknown || !canary.isMap) {
      return;
    }
    if (!trafficRouting.exists) {
      for (const [key, otherwise, details] of NEED_ROUTER) {
        yield* judgeAlone(canary.at(key), otherwise, details);
      }
      return;
    }
    yield* judgeTogether(canary);
    if (trafficRouting.has('maxTrafficWeight') && !routers.some((router) => FINE_ROUTERS.includes(router))) {
      const got = routers.length === 0 ? 'none' : listed(routers);
      yield remark(trafficRouting.at('maxTrafficWeight'), `needs a router that counts so (${listed(FINE_ROUTERS)}), got ${got}`, 'drop it, and write weights from 0 to 100', { class: 'refused' });
    }
  }),
};

function* judgeAlone(field: Field, otherwise: string, details: RemarkDetails): Iterable<Remark> {
  if (field.exists && field.value !== false) {
    yield remark(field, `needs a router, got none: ${otherwise}`, 'drop it, or add trafficRouting', details);
  }
}

function* judgeTogether(canary: Field): Iterable<Remark> {
  const dynamic = canary.at('dynamicStableScale');
  if (dynamic.boolean === true && canary.has('scaleDownDelaySeconds')) {
    yield remark(dynamic, 'cannot be combined with scaleDownDelaySeconds: the stable version has no pods left to keep', 'drop dynamicStableScale, or scaleDownDelaySeconds', { class: 'refused' });
  }
  const surge = canary.at('maxSurge');
  if (surge.exists) {
    yield remark(surge, 'does nothing behind a router: the canary has pods of its own, and the stable version keeps its own', 'drop it', { class: 'advice' });
  }
}
