import type { Field } from '../../graph/field';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const LARGEST_PORT = 65535;
const probed = ['readinessProbe', 'livenessProbe', 'startupProbe'].flatMap((probe) => ['tcpSocket', 'httpGet', 'grpc'].map((kind) => [probe, kind]));

export const containerPorts: Rule = {
  id: 'container-ports',
  class: 'refused',
  summary: 'a container listens, and is probed, on ports that there are',
  why: 'pods with any other number cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: [],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
    for (const container of [...template.at('spec', 'containers').items(), ...template.at('spec', 'initContainers').items()]) {
      for (const port of container.at('ports').items()) {
        yield* judge(port.at('containerPort'));
      }
      for (const [probe, kind] of probed) {
        yield* judge(container.at(probe, kind, 'port'));
      }
    }
  }),
};

function* judge(port: Field): Iterable<Remark> {
  const { number } = port;
  if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= LARGEST_PORT)) {
    yield remark(port, `must be a whole number from 1 to ${LARGEST_PORT}, got ${shown(number)}`, 'write the port the container listens on');
  }
}
