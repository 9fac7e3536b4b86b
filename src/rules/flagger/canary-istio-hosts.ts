import type { CanaryNode } from '../../graph/canary';
import { mayBeSameNamespace } from '../../manifests/namespaces';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const MESH = 'mesh';

export const canaryIstioHosts: Rule = {
  id: 'canary-istio-hosts',
  class: 'broken',
  summary: 'hosts and gateways of a Canary are such that Istio takes the VirtualService, and splits who is meant',
  why: 'Flagger, or Istio, refuses the VirtualService at every interval; and in the mesh one VirtualService of a host is taken, which may be another one',
  covers: ['FI-01', 'FI-03', 'FI-04', 'FI-06', 'FI-07'],
  check: function* (graph): Iterable<Remark> {
    const seen = new Map<string, CanaryNode>();
    for (const canary of graph.canaries.filter(({ provider }) => provider === 'istio')) {
      yield* judge(canary);
      yield* shared(canary, seen);
    }
  },
};

function* judge({ service, serviceName = '...' }: CanaryNode): Iterable<Remark> {
  const [hosts, gateways] = [service.at('hosts'), service.at('gateways')];
  if (service.valueAt('delegation') === true) {
    for (const field of [hosts, gateways].filter((each) => each.items().length > 0)) {
      yield remark(field, 'must not be there beside delegation, where another VirtualService says it', 'drop it, or delegation');
    }
    return;
  }
  const names = gateways.items().map(({ text }) => text);
  const isKnown = !gateways.isUnknown && names.every((name) => name !== undefined);
  const isInMesh = isKnown && (names.length === 0 || names.includes(MESH));
  for (const host of hosts.items().filter(({ text }) => text === '*' && isInMesh)) {
    yield remark(host, 'must not be * in the mesh, where Istio refuses it', names.length === 0 ? write(host, serviceName) : `${write(host, serviceName)}, or take mesh out of gateways`);
  }
  if (isKnown && names.length > 0 && !names.includes(MESH)) {
    yield remark(
      gateways, 'does not name mesh, so that calls from within the mesh are not split, and meet the primary alone',
      `write gateways: [${[...names, MESH].join(', ')}], if the canary is to have a share of them`, { class: 'advice' },
    );
  }
  if (isKnown && service.valueAt('portDiscovery') === true && names.length > 1 && names[0] === MESH) {
    yield remark(
      gateways, 'begins with mesh, so that Flagger writes no port beside the destination, and at a gateway Istio needs one where the Service has several',
      `write gateways: [${[...names.filter((name) => name !== MESH), MESH].join(', ')}]`, { class: 'risky' },
    );
  }
}

/** Outside of the mesh, at a gateway, Istio puts several together. */
function* shared(canary: CanaryNode, seen: Map<string, CanaryNode>): Iterable<Remark> {
  const { service } = canary;
  const gateways = service.at('gateways').items().map(({ text }) => text);
  if (service.valueAt('delegation') === true || (gateways.length > 0 && !gateways.includes(MESH))) {
    return;
  }
  for (const host of service.at('hosts').items()) {
    const { text } = host;
    const other = text === undefined || text === '*' ? undefined : seen.get(text);
    if (other !== undefined && mayBeSameNamespace(other.namespace, canary.namespace)) {
      yield remark(host, `is a host of ${other.resource} too: in the mesh Istio takes the VirtualService of one of the two`, 'drop it at one of them', { class: 'risky', about: other });
    }
    if (text !== undefined) {
      seen.set(text, canary);
    }
  }
}
