import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

/** Which can send requests to two Services that take turns. */
const ABLE: readonly string[] = ['alb', 'istio', 'plugins'];
/** Plugins that look for stableService and canaryService, which are not there then. */
const UNABLE: readonly string[] = ['argoproj-labs/contour', 'argoproj-labs/openshift'];
/** One that does so up to a release that many still have. */
const ABLE_SINCE = { plugin: 'argoproj-labs/gatewayAPI', release: '0.15.0' };

export const pingPong: Rule = {
  id: 'ping-pong',
  class: 'refused',
  summary: 'two Services that take turns stand behind a router that knows of it',
  why: 'the controller refuses the Rollout as InvalidSpec; without any router it accepts it, and nothing ever leads to the Services',
  covers: ['CA-03', 'CA-04', 'CA-05', 'CA-07'],
  check: (graph) => forEachRolloutWith(graph, ['pingPong'], function* (rollout): Iterable<Remark> {
    const { canary, trafficRouting, routers } = rollout;
    const turns = canary.at('pingPong');
    if (!turns.isMap || trafficRouting.isUnknown) {
      return;
    }
    const [ping, pong] = [turns.textAt('pingService') ?? '...', turns.textAt('pongService') ?? '...'];
    const inTheirPlace = `stableService: ${ping} and canaryService: ${pong}`;
    if (!routers.some((router) => ABLE.includes(router))) {
      const got = routers.length === 0 ? 'none' : listed(routers);
      const details = trafficRouting.exists ? {} : { class: 'broken' } as const;
      yield remark(turns, `needs a router that sends requests to Services in turn (${listed(ABLE)}), got ${got}`, `write ${inTheirPlace} instead`, details);
    }
    const plugin = trafficRouting.at('plugins').keys().find((name) => UNABLE.includes(name));
    if (plugin !== undefined) {
      yield remark(turns, `needs a router that sends requests to Services in turn, and plugin ${plugin} sends them to stableService and canaryService`, `write ${inTheirPlace} instead`, { class: 'broken' });
    }
    if (trafficRouting.at('plugins', ABLE_SINCE.plugin).exists) {
      const { plugin: able, release } = ABLE_SINCE;
      const message = `needs plugin ${able} in a release after ${release}: up to that one it looks for stableService and canaryService, and sets no weight`;
      yield remark(turns, message, `update the plugin, or write ${inTheirPlace} instead`, { class: 'risky' });
    }
    for (const key of ['pingService', 'pongService']) {
      if (!turns.has(key) || turns.textAt(key) === '') {
        yield remark(turns.at(key), 'must name a Service, got nothing', `write ${key}: ${rollout.name ?? 'its-name'}-${key.slice(0, 4)}, and add that Service`);
      }
    }
    const root = trafficRouting.at('alb', 'rootService');
    if (routers.includes('alb') && (!root.exists || root.text === '')) {
      yield remark(root, 'must name the Service that the Ingress leads to, got nothing', `write rootService: ${rollout.name ?? 'its-name'}, beside the two that take turns`);
    }
  }),
};
