import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

/** Where Knative's own proxy beside every container listens. */
const RESERVED = [8008, 8012, 8013, 8022, 9090, 9091];

export const canaryKnativePorts: Rule = {
  id: 'canary-knative-ports',
  class: 'broken',
  summary: 'the containers of a Service of Knative have one port among them, which Knative has not taken itself',
  why: 'Knative refuses a Service where it would not know which container serves the requests, or whose port is one of its own proxy',
  covers: ['FKN-02'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const containers = canary.isOfKnative ? canary.target?.spec.at('template', 'spec', 'containers').items() ?? [] : [];
    const ports = containers.flatMap((container) => container.at('ports').items());
    if (containers.length > 1 && ports.length === 0 && !containers.some((container) => container.at('ports').isUnknown)) {
      yield remark(containers[0].at('ports'), 'must be there on one of several containers, got none: Knative asks which of them serves the requests',
        'write ports: [{ containerPort: 8080 }] at the one that does', { about: canary });
    }
    for (const further of ports.slice(1)) {
      yield remark(further, 'must be the only port of all containers, got a further one: Knative sends requests to one port', 'drop it, with the Services that use it',
        { about: canary });
    }
    yield* ports.flatMap((port) => reserved(port.at('containerPort')));
  }),
};

function reserved(port: Field): Remark[] {
  return port.number === undefined || !RESERVED.includes(port.number) ? [] : [
    remark(port, `must be none of ${listed(RESERVED.map(String))}, where Knative's own proxy listens, got ${port.number}`, write(port, 8080)),
  ];
}
