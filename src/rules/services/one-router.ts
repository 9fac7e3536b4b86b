import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

/** Which count the traffic in other parts than hundredths. */
const FINE_ROUTERS: readonly string[] = ['nginx', 'plugins'];

export const oneRouter: Rule = {
  id: 'one-router',
  class: 'broken',
  summary: 'routers that are used together count alike',
  why: 'the controller gives every router of a Rollout the same weight; those that count to 100 give the stable version what is left of 100, which of a larger weight is less than nothing',
  covers: ['TR-13'],
  check: (graph) => forEachRolloutWith(graph, ['trafficRouting'], function* ({ trafficRouting, routers, fullWeight }): Iterable<Remark> {
    const coarse = routers.filter((router) => !FINE_ROUTERS.includes(router));
    const most = trafficRouting.at('maxTrafficWeight');
    // alone, such a router is refused with it
    if (most.exists && fullWeight !== undefined && fullWeight !== 100 && coarse.length > 0 && coarse.length < routers.length) {
      yield remark(
        most, `must be 100 beside ${listed(coarse)}, which ${coarse.length === 1 ? 'counts' : 'count'} to 100, got ${fullWeight}`,
        `${write(most, 100)}, with weights to match, or drop ${listed(coarse)}`,
      );
    }
  }),
};
