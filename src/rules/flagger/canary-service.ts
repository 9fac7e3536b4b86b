import type { CanaryNode } from '../../graph/canary';
import { CanaryPorts, portsOf } from '../../graph/canary-ports';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryService: Rule = {
  id: 'canary-service',
  class: 'broken',
  summary: 'a Canary says which port its Services have, and a container of the target listens there',
  why: 'a Service with no port cannot be made, so the Canary stays in Initializing; one that leads to a port where nobody listens gets every request and answers none',
  covers: ['FS-05', 'FS-10'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    if (canary.targetKind === 'Deployment' || canary.targetKind === 'DaemonSet') {
      yield* judgePort(canary);
      yield* judgeTarget(canary);
    }
  }),
};

function* judgePort({ service, spec, pods }: CanaryNode): Iterable<Remark> {
  if (spec.isMap && !service.exists && !service.isUnknown) {
    const [first] = pods === undefined ? [] : new CanaryPorts(service, pods).declared;
    const port = service.at('port');
    yield remark(port, 'must be that of the Services which Flagger makes, got no service', write(port, first?.number ?? 80));
  }
}

function* judgeTarget(canary: CanaryNode): Iterable<Remark> {
  const ports = portsOf(canary);
  const { targetPort } = ports ?? {};
  if (ports === undefined || targetPort === undefined || ports.leadsSomewhere || (typeof targetPort === 'number' && !ports.isDeclared)) {
    return;
  }
  if (ports.areFound && ports.clash !== undefined) {
    // canary-ports says the same, and what comes of it
    return;
  }
  const field = canary.service.at('targetPort');
  const [port] = ports.declared;
  const got = `got ${shown(targetPort)}${field.exists ? '' : ', which is port where nothing is said'}`;
  // a port does not have to be declared to be listened on
  yield remark(
    field, `must be a port of ${canary.target?.resource ?? 'the target'}, ${got}`,
    port === undefined ? `write name: ${targetPort} in the port of the container` : write(field, port.field.textAt('name') ?? port.number),
    { about: canary.target, ...typeof targetPort === 'number' ? { class: 'risky' } : {} },
  );
}
