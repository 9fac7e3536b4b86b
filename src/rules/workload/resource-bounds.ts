import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { isLabelKey } from '../../manifests/names';
import { parseQuantity } from '../../manifests/quantity';
import { keyed, write } from '../fix';
import { oneOf } from '../pods/pod-words';
import { judgeClaims, judgeUses } from '../pods/resource-claims';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];
/** What can change while a container runs. */
const RESIZED = ['cpu', 'memory'];
/** Names that only quotas have. */
const OF_QUOTAS = 'requests.';
/** Below this share two amounts are the same. */
const PRECISION = 1e-9;

export const resourceBounds: Rule = {
  id: 'resource-bounds',
  class: 'refused',
  summary: 'a container requests what there is, and no more than its limits',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, ['resources', 'resizePolicy', 'overhead', 'resourceClaims'], function* (template): Iterable<Remark> {
    for (const container of containersOf(template)) {
      if (container.has('resources')) {
        yield* judge(container.at('resources', 'requests'), container.at('resources', 'limits'));
        yield* judgeUses(container.at('resources', 'claims'), template.at('spec', 'resourceClaims'));
      }
      if (container.has('resizePolicy')) {
        yield* judgeResizing(container.at('resizePolicy'));
      }
    }
    const overhead = template.at('spec', 'overhead');
    yield* overhead.isMap ? judge(overhead.at('requests', ''), overhead) : [];
    yield* judgeClaims(template.at('spec', 'resourceClaims'));
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
    const [wanted, most] = [amountOf(request), amountOf(limit)];
    const isShared = STANDARD.includes(name) || isOwn(name) || limits.isUnknown || limit.isUnknown;
    if (wanted !== undefined && most !== undefined && wanted > most * (1 + PRECISION)) {
      yield remark(request, `must not exceed the limit ${shown(limit.value)}, got ${shown(request.value)}`, `write ${keyed(request)}${String(limit.value ?? 0)}`);
    } else if (!isShared && (!limit.exists || (wanted !== undefined && most !== undefined && wanted < most))) {
      const got = limit.exists ? `the limit ${shown(limit.value)}` : 'no limit';
      yield remark(request, `must be the limit too, since ${name} is given to one container alone, got ${shown(request.value)} and ${got}`, `write ${name}: ${String(request.value)} in limits`);
    }
  }
}

function* judgeAmount(name: string, amount: Field): Iterable<Remark> {
  const number = parseQuantity(amount.value);
  if (number !== undefined && number < 0) {
    yield remark(amount, `must not be negative, got ${shown(amount.value)}`, `write ${keyed(amount)}${String(amount.value).slice(1)}`);
  }
  if (name.includes('/') && !isOwn(name) && number !== undefined && number >= 0 && !Number.isInteger(number)) {
    yield remark(amount, `must be a whole number of ${name}, got ${shown(amount.value)}`, write(amount, Math.ceil(number)));
  }
  if (name.includes('/') && (!isLabelKey(name) || (!isOwn(name) && (name.startsWith(OF_QUOTAS) || !isLabelKey(`${OF_QUOTAS}${name}`))))) {
    yield remark(amount, `must be of a resource with a domain, such as nvidia.com/gpu, got ${shown(name)}`, 'write the name that the device plugin gives it');
  }
  if (!name.includes('/') && !STANDARD.includes(name) && !name.startsWith('hugepages-')) {
    yield remark(amount, `must be of ${listed(STANDARD)} or a resource with a domain, such as nvidia.com/gpu, got ${shown(name)}`, `write ${nearest(name, STANDARD) ?? `example.com/${name}`}: ${String(amount.value)} instead`);
  }
}

/** What is written without an amount is none of it. */
function amountOf({ value }: Field): number | undefined {
  return value === null ? 0 : parseQuantity(value);
}

/** Whether it is Kubernetes' own. */
function isOwn(name: string): boolean {
  return name.includes('kubernetes.io/');
}

function* judgeResizing(policies: Field): Iterable<Remark> {
  const names = new Set<string>();
  for (const policy of policies.items()) {
    const name = policy.at('resourceName');
    yield* oneOf(name, RESIZED);
    yield* oneOf(policy.at('restartPolicy'), ['NotRequired', 'RestartContainer']);
    if (name.text !== undefined && names.has(name.text)) {
      yield remark(name, `must be there once, got ${name.text} a second time`, 'drop one of them');
    }
    names.add(name.text ?? '');
  }
}
