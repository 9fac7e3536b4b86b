import type { Field } from '../../graph/field';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

const LARGEST_PORT = 65535;
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const probed = ['readinessProbe', 'livenessProbe', 'startupProbe'].flatMap((probe) => ['tcpSocket', 'httpGet', 'grpc'].map((kind) => [probe, kind]));

export const containerPorts: Rule = {
  id: 'container-ports',
  class: 'refused',
  summary: 'a container listens, and is probed, on ports that there are',
  why: 'pods with any other number cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
    for (const container of [...template.at('spec', 'containers').items(), ...template.at('spec', 'initContainers').items()]) {
      const names = new Set<string>();
      for (const port of container.at('ports').items()) {
        yield* judge(port.at('containerPort'));
        yield* judgeListener(port, names);
      }
      for (const [probe, kind] of probed) {
        yield* judge(container.at(probe, kind, 'port'));
      }
    }
  }),
};

function* judgeListener(port: Field, names: Set<string>): Iterable<Remark> {
  const [name, protocol, host] = [port.at('name'), port.at('protocol'), port.at('hostPort')];
  if (name.text !== undefined && name.text !== '' && names.has(name.text)) {
    yield remark(name, `must be a name of its own, got ${name.text} a second time`, `write ${name.text}-2`);
  }
  names.add(name.text ?? '');
  if (protocol.text !== undefined && protocol.text !== '' && !PROTOCOLS.includes(protocol.text)) {
    yield remark(protocol, `must be one of ${listed(PROTOCOLS)}, got ${shown(protocol.text)}`, `write ${nearest(protocol.text, PROTOCOLS) ?? 'TCP'}`);
  }
  // 0 is none
  yield* host.number === 0 ? [] : judge(host);
}

function* judge(port: Field): Iterable<Remark> {
  const { number } = port;
  if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= LARGEST_PORT)) {
    yield remark(port, `must be a whole number from 1 to ${LARGEST_PORT}, got ${shown(number)}`, 'write the port the container listens on');
  }
}
