import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { isLabelKey } from '../../manifests/names';
import { parseQuantity } from '../../manifests/quantity';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];
/** Below this share two amounts are the same. */
const PRECISION = 1e-9;

export const resourceBounds: Rule = {
  id: 'resource-bounds',
  class: 'refused',
  summary: 'a container requests what there is, and no more than its limits',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
    for (const container of containersOf(template)) {
      if (container.has('resources')) {
        yield* judge(container.at('resources', 'requests'), container.at('resources', 'limits'));
      }
    }
  }),
};

function* judge(requests: Field, limits: Field): Iterable<Remark> {
  for (const [name, amount] of [...limits.entries(), ...requests.entries()]) {
    yield* judgeAmount(name, amount);
  }
  const names = [...limits.keys(), ...requests.keys()];
  const pages = names.find((name) => name.startsWith('hugepages-'));
  if (pages !== undefined && !names.includes('cpu') && !names.includes('memory') && !requests.isUnknown && !limits.isUnknown) {
    yield remark(limits.has(pages) ? limits.at(pages) : requests.at(pages), 'must stand beside cpu or memory, got neither', 'write memory: 128Mi in requests');
  }
  for (const [name, request] of requests.entries()) {
    const limit = limits.at(name);
    const [wanted, most] = [parseQuantity(request.value), parseQuantity(limit.value)];
    const isShared = STANDARD.includes(name) || limits.isUnknown || limit.isUnknown;
    if (wanted !== undefined && most !== undefined && wanted > most * (1 + PRECISION)) {
      yield remark(request, `must not exceed the limit ${shown(limit.value)}, got ${shown(request.value)}`, `write ${String(limit.value)}`);
    } else if (!isShared && (!limit.exists || (wanted !== undefined && most !== undefined && wanted < most))) {
      const got = limit.exists ? `the limit ${shown(limit.value)}` : 'no limit';
      yield remark(request, `must be the limit too, since ${name} is given to one container alone, got ${shown(request.value)} and ${got}`, `write ${name}: ${String(request.value)} in limits`);
    }
  }
}

function* judgeAmount(name: string, amount: Field): Iterable<Remark> {
  const number = parseQuantity(amount.value);
  if (number !== undefined && number < 0) {
    yield remark(amount, `must not be negative, got ${shown(amount.value)}`, `write ${String(amount.value).slice(1)}`);
  }
  if (name.includes('/') && number !== undefined && number >= 0 && !Number.isInteger(number)) {
    yield remark(amount, `must be a whole number of ${name}, got ${shown(amount.value)}`, `write ${Math.ceil(number)}`);
  }
  if (name.includes('/') && !isLabelKey(name)) {
    yield remark(amount, `must be of a resource with a domain, such as nvidia.com/gpu, got ${shown(name)}`, 'write the name that the device plugin gives it');
  }
  if (!name.includes('/') && !STANDARD.includes(name) && !name.startsWith('hugepages-')) {
    yield remark(amount, `must be of ${listed(STANDARD)} or a resource with a domain, such as nvidia.com/gpu, got ${shown(name)}`, `write ${nearest(name, STANDARD) ?? `example.com/${name}`}`);
  }
}
