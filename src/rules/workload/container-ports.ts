import type { Field } from '../../graph/field';
import { write } from '../fix';
import { oneOfOrEmpty } from '../pods/pod-words';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const LARGEST_PORT = 65535;
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const probed = ['readinessProbe', 'livenessProbe', 'startupProbe'].flatMap((probe) => ['tcpSocket', 'httpGet', 'grpc'].map((kind) => [probe, kind]));
/** A Rollout without these has nothing to be judged. */
const MENTIONED = ['ports', 'tcpSocket', 'httpGet', 'grpc'];

export const containerPorts: Rule = {
  id: 'container-ports',
  class: 'refused',
  summary: 'a container listens, and is probed, on ports that there are',
  why: 'pods with any other number cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, MENTIONED, function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    const isOfHost = spec.at('hostNetwork').boolean === true;
    const taken = new Set<string>();
    for (const container of spec.at('containers').items()) {
      yield* judgeContainer(container, taken, isOfHost);
    }
    for (const container of spec.has('initContainers') ? spec.at('initContainers').items() : []) {
      // they run one after the other
      yield* judgeContainer(container, new Set(), isOfHost);
    }
  }),
};

/** `taken` are the ports of the node that other containers listen on. */
function* judgeContainer(container: Field, taken: Set<string>, isOfHost: boolean): Iterable<Remark> {
  const names = new Set<string>();
  for (const port of container.at('ports').items()) {
    yield* judge(port.at('containerPort'));
    yield* judgeListener(port, names);
    if (port.has('hostPort')) {
      yield* judgeHostPort(port, taken, isOfHost);
    }
  }
  for (const [probe, kind] of probed) {
    yield* container.has(probe) ? judge(container.at(probe, kind, 'port')) : [];
  }
}

function* judgeListener(port: Field, names: Set<string>): Iterable<Remark> {
  const name = port.at('name');
  if (name.text !== undefined && name.text !== '' && names.has(name.text)) {
    yield remark(name, `must be a name of its own, got ${name.text} a second time`, write(name, `${name.text}-2`));
  }
  names.add(name.text ?? '');
  yield* oneOfOrEmpty(port.at('protocol'), PROTOCOLS);
}

function* judgeHostPort(port: Field, taken: Set<string>, isOfHost: boolean): Iterable<Remark> {
  const host = port.at('hostPort');
  // 0 is none
  if (host.number === undefined || host.number === 0) {
    return;
  }
  yield* judge(host);
  // an empty one is as good as none
  const [protocol, address] = [port.textAt('protocol') || 'TCP', port.textAt('hostIP') ?? ''];
  const place = `${protocol} ${address} ${host.number}`;
  if (taken.has(place) && !port.at('protocol').isUnknown && !port.at('hostIP').isUnknown) {
    yield remark(host, `must be a port of the node that nobody else listens on, got ${host.number} a second time`, 'drop it, and let a Service find the pods');
  }
  taken.add(place);
  const own = port.at('containerPort').number;
  if (isOfHost && own !== undefined && own !== host.number) {
    yield remark(host, `must be the containerPort ${own} beside hostNetwork: true, got ${host.number}`, 'drop it', { class: 'broken' });
  }
}

function* judge(port: Field): Iterable<Remark> {
  const { number } = port;
  if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= LARGEST_PORT)) {
    yield remark(port, `must be a whole number from 1 to ${LARGEST_PORT}, got ${shown(number)}`, 'write the port the container listens on');
  }
}
