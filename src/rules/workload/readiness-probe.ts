import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const readinessProbe: Rule = {
  id: 'readiness-probe',
  class: 'risky',
  summary: 'a container that listens has a readiness probe',
  why: 'without one a pod counts as ready the moment it starts, so traffic and weights move on to a version that may never answer',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['ports'], function* (rollout): Iterable<Remark> {
    const containers = rollout.podTemplate?.at('spec', 'containers').items() ?? [];
    const listening = containers.filter((container) => container.at('ports').items().length > 0);
    if (listening.length > 0 && !listening.some((container) => container.at('readinessProbe').exists)) {
      const port = listening[0].at('ports', 0, 'containerPort').number;
      const probe = port === undefined ? 'readinessProbe' : `readinessProbe: { tcpSocket: { port: ${port} } }, or better an httpGet or grpc one`;
      yield remark(listening[0], 'listens on a port and has no readinessProbe, so it counts as ready at once', `add ${probe}`, { about: rollout });
    }
  }),
};
