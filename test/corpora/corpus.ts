import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { severities } from '../../src/rules/finding';
import type { FindingClass } from '../../src/rules/finding';
import { rolloutkit } from '../cli/command-line';

/** What a public repository holds. */
export interface PublicRepository {
  readonly licence: string;
  readonly commit: string;
  /** What belongs together, each file with the hash by which git knows its content. */
  readonly bundles: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PublicBundle {
  /** Repository and folder, or file. */
  readonly name: string;
  readonly repository: string;
  readonly blobs: Readonly<Record<string, string>>;
}

/** How often a rule speaks in a class. */
export interface Count {
  readonly bundle: string;
  readonly class: FindingClass;
  readonly rule: string;
  readonly times: number;
}

const HERE = __dirname;
/** The manifests are somebody else's, and not part of this project. */
const FOLDER = join(HERE, 'public');
const LIST = join(HERE, 'public-findings.txt');

export const repositories = JSON.parse(readFileSync(join(HERE, 'public.json'), 'utf8')) as Readonly<Record<string, PublicRepository>>;

export const bundles: readonly PublicBundle[] = Object.entries(repositories).flatMap(([repository, { bundles: all }]) =>
  Object.entries(all).map(([name, blobs]) => ({ name: `${repository} ${name}`, repository, blobs })));

export const isHere = bundles.every(({ repository, blobs }) => Object.keys(blobs).every((file) => existsSync(join(FOLDER, repository, file))));

export function readBundle({ repository, blobs }: PublicBundle): Readonly<Record<string, Buffer>> {
  return Object.fromEntries(Object.keys(blobs).map((file) => [file, readFileSync(join(FOLDER, repository, file))]));
}

/** As git names a content. */
export function blobOf(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** The committed list, a bundle after the other. */
export function committedList(): string {
  return readFileSync(LIST, 'utf8');
}

/** What `rolloutkit lint` says of a bundle, as it stands in the list. */
export async function listed(bundle: PublicBundle): Promise<string> {
  const files = readBundle(bundle);
  const { out } = await rolloutkit(['lint', '--format', 'json', ...Object.keys(files)], files);
  const { summary, findings } = JSON.parse(out) as { summary: { objects: number }; findings: { class: FindingClass; rule: string }[] };
  const times = new Map<string, number>();
  for (const finding of findings) {
    const key = `${finding.class} ${finding.rule}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const order = Object.keys(severities);
  const rows = [...times].map(([key, count]) => ({ key, count, place: order.indexOf(key.split(' ')[0]) }))
    .sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1));
  return [`${bundle.name}: ${summary.objects}`, ...rows.map(({ key, count }) => `  ${key} ${count}`)].join('\n');
}

/** The parts of the list by the name of their bundle. */
export function partsOf(list: string): ReadonlyMap<string, string> {
  const parts = list.split(/\n(?=\S)/).filter((part) => !part.startsWith('#'));
  return new Map(parts.map((part) => [part.slice(0, part.search(/: \d+(\n|$)/)), part.trimEnd()]));
}

/** How many objects the list says that there are. */
export function objectsIn(list: string): number {
  return [...list.matchAll(/^\S.*: (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}

export function countsIn(list: string): readonly Count[] {
  return [...partsOf(list)].flatMap(([bundle, part]) => [...part.matchAll(/^ {2}(\w+) ([\w-]+) (\d+)$/gm)]
    .map(([, name, rule, times]) => ({ bundle, class: name as FindingClass, rule, times: Number(times) })));
}
