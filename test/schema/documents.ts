/** Documents to try a checker of structure on: with every field that a kind has, and with something changed at random. */
import { schemaOf } from '../../src/schema/kinds';
import type { Shape } from '../../src/schema/shape';

export type Fields = Record<string, unknown>;
type Random = () => number;

/** The kinds that Argo Rollouts defines. */
export const ARGO_KINDS = ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun', 'Experiment'].map(kind => `${kind}.argoproj.io`);

/** Kubernetes' own that are judged. */
export const KUBERNETES_KINDS = [
  'Service', 'Ingress.networking.k8s.io', 'HorizontalPodAutoscaler.autoscaling', 'PodDisruptionBudget.policy', 'Deployment.apps', 'ReplicaSet.apps', 'PodTemplate',
];

/** The same numbers between 0 and 1 for the same seed. */
export function randomNumbers(seed: number): Random {
  const modulus = 2 ** 31 - 1;
  // seeds that differ by little begin alike, so some numbers are left out
  let state = seed % (modulus - 1) + 1;
  const next = () => {
    state = state * 48_271 % modulus;
    return state / modulus;
  };
  for (let left = 0; left < 3; left++) next();
  return next;
}

/** A document of the kind; each field that may be absent is there with the given likelihood. */
export function documentOf(groupKind: string, random: Random, likelihood: number): Fields {
  const { apiVersions, shapes } = schemaOf(groupKind)!;
  const [kind] = groupKind.split('.');
  const body = valueOf(shapes.at(-1)!, '', random, likelihood) as Fields;
  delete body.status;
  return { ...body, apiVersion: apiVersions[0], kind, metadata: { name: `${kind!.toLowerCase()}-1`, ...kind!.startsWith('Cluster') ? {} : { namespace: 'default' } } };
}

function valueOf(shape: Shape, name: string, random: Random, likelihood: number): unknown {
  const { type, choices, format, fields, required, values, elements, minItems = 0, minLength = 1, minimum = 1 } = shape;
  if (choices) return pick(choices, random);
  switch (type) {
    case 'map': {
      if (values) return { one: valueOf(values, name, random, likelihood) };
      const map: Fields = {};
      for (const [key, below] of fields ?? []) {
        if (required.includes(key) || random() < likelihood) map[key] = valueOf(below, key, random, likelihood);
      }
      return map;
    }
    case 'list':
      return Array.from({ length: Math.max(1, minItems) }, () => valueOf(elements!, name, random, likelihood));
    case 'text':
      return format === 'date-time' ? '2026-01-31T12:00:00Z' : format === 'quantity' ? '500m' : 'one'.padEnd(minLength, 'x');
    case 'boolean':
      return random() < 0.5;
    case 'number':
    case 'whole number':
      return minimum;
    case 'whole number or text':
      return random() < 0.5 ? minimum : format === 'quantity' ? '1Gi' : '25%';
    case 'quantity':
      return pick([1, '500m', '1Gi'], random);
    default:
      return { anything: [1, { goes: true }] };
  }
}

/** Something changed at one place, in a copy. */
export function mutated(document: Fields, random: Random): Fields {
  const copy = structuredClone(document);
  const places = placesIn(copy.spec, []).map(path => ['spec', ...path]);
  if (places.length === 0 || random() < 0.02) return { ...copy, spec: pick(STRANGERS, random) };
  const path = pick(places, random);
  const parent = path.slice(0, -1).reduce<any>((value, key) => value[key], copy);
  const key = path.at(-1)!;
  const value: unknown = parent[key];
  const isElement = Array.isArray(parent);
  const changes: (() => void)[] = [
    () => { parent[key] = pick(STRANGERS, random); },
    () => { parent[key] = pick(STRANGERS, random); },
    () => { if (isElement) {parent.push(structuredClone(value));} else { delete parent[key]; parent[misspelt(String(key), random)] = value; } },
    () => { if (isElement) parent.splice(key as number, 1); else delete parent[key]; },
    () => { if (isElement) parent.unshift(structuredClone(value)); else parent[String(pick(places, random).at(-1))] = value; },
  ];
  pick(changes, random)();
  return copy;
}

const STRANGERS: readonly unknown[] = [
  'text', '', '7', 'true', '500m', '1GB', '.5', '2026-01-31', 7, 0, -1, 1.5, 101, 2 ** 31, true, false, null, [], {}, ['text'], [7], [null], [{}], { key: 'text' }, { name: 'one' },
];

function placesIn(value: unknown, path: readonly (string | number)[]): (string | number)[][] {
  const below: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()]
    : typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return below.flatMap(([key, one]) => [[...path, key], ...placesIn(one, [...path, key])]);
}

function misspelt(name: string, random: Random): string {
  const at = Math.floor(random() * name.length);
  return pick([name.slice(0, at) + name.slice(at + 1), `${name.slice(0, at)}x${name.slice(at)}`, name.toLowerCase(), name.replace(/[A-Z]/g, letter => `_${letter}`), `${name}s`], random);
}

export function pick<T>(all: readonly T[], random: Random): T {
  return all[Math.floor(random() * all.length)]!;
}
