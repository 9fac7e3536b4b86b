// Compares what a provider has rendered with manifests, object by object.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../harness/manifests';
import type { Fields, KubeObject } from '../harness/objects';

/** Objects of all files below a folder. */
export function objectsIn(folder: string): KubeObject[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml')).sort();
  return readManifests(files.map(file => join(folder, file)));
}

/** What is there and must not be, the other way round, and whatever differs inside. */
export function differencesBetween(expected: readonly KubeObject[], rendered: readonly KubeObject[]): string[] {
  const [wanted, got] = [byName(expected), byName(rendered)];
  return [
    ...twice(rendered).map(name => `${name}: rendered twice`),
    ...[...wanted.keys()].filter(name => !got.has(name)).map(name => `${name}: not rendered`),
    ...[...got.keys()].filter(name => !wanted.has(name)).map(name => `${name}: rendered, and not expected`),
    ...[...wanted].flatMap(([name, object]) => got.has(name) ? compare(object, got.get(name), name) : []),
  ];
}

function byName(objects: readonly KubeObject[]): Map<string, KubeObject> {
  return new Map(objects.map(object => [nameOf(object), object]));
}

function twice(objects: readonly KubeObject[]): string[] {
  const names = objects.map(nameOf);
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function nameOf({ kind, metadata: { namespace, name } }: KubeObject): string {
  return [kind, namespace, name].filter(Boolean).join('/');
}

function compare(wanted: unknown, got: unknown, path: string): string[] {
  if (Object.is(wanted, got) || isSaidOtherwise(wanted, got, path)) return [];
  if (!isBranch(wanted) || !isBranch(got) || Array.isArray(wanted) !== Array.isArray(got)) {
    return [`${path}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`];
  }
  return [...new Set([...Object.keys(wanted), ...Object.keys(got)])].flatMap(key => compare(wanted[key], got[key], `${path}.${key}`));
}

function isBranch(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** The provider writes what Kubernetes itself has in its words: quantities in their shortest form, and no flag of a pod that is off. */
function isSaidOtherwise(wanted: unknown, got: unknown, path: string): boolean {
  if (/\.spec\.host(Network|PID|IPC)$/.test(path)) return wanted === false && got === undefined;
  return /\.resources\.(limits|requests)\.\w+$/.test(path) && quantityOf(wanted) === quantityOf(got);
}

const UNITS: Readonly<Record<string, number>> = { 'm': 1e-3, '': 1, 'k': 1e3, 'M': 1e6, 'G': 1e9, 'Ki': 2 ** 10, 'Mi': 2 ** 20, 'Gi': 2 ** 30 };

function quantityOf(text: unknown): number {
  const [, number, unit] = /^([\d.]+)(\w*)$/.exec(String(text)) ?? [];
  return Number(number) * (UNITS[unit ?? ''] ?? NaN);
}
