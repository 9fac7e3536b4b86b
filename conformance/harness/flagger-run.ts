// A run of Flagger without its times: what it was told, and where that has led. What ticks a machine is late with leave no mark in it.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './manifests';
import type { Asked } from './metrics';
import type { Fields } from './objects';

/** What a run is told, beside its manifests. */
export interface Told extends Fields {
  readonly provider: string;
  /** As it is in the Canary, before times are compressed. */
  readonly analysis: Fields;
  /** By metric: the answers, in the order in which it is asked. The last one stays. */
  readonly metrics: Readonly<Record<string, readonly unknown[]>>;
  /** By webhook: the statuses it answers, in the order in which it is called. The last one stays. */
  readonly hooks: Readonly<Record<string, readonly number[]>>;
}

export interface RecordedRun {
  /** From the root of the repository. */
  readonly file: string;
  readonly told: Told;
}

/** What comes of a run whose ticks are seconds. */
export interface PredictedRun {
  /** The tick of its end; that of its start is 0. */
  readonly lastTick: number;
  /** As in a recorded run. */
  readonly states: readonly Fields[];
  /** The weights of the canary in the route; absent where they are not a matter of the route alone. */
  readonly routes?: readonly number[];
  /** How often the metric store is asked, by the name of the series. */
  readonly asked: Readonly<Record<string, number>>;
}

/**
 * @param entries of a trace as it is saved
 * @param asked what the metric store was asked
 */
export function runOf(entries: readonly Fields[], asked: readonly Asked[]): Fields {
  const since = entries.slice(entries.findIndex(({ command }) => command === 'image'));
  const canary = since.filter(({ what }) => what === 'Canary');
  // the first may still tell of the version before
  const states = canary.slice(canary.findIndex(({ promoted }) => promoted === false))
    .map(({ phase, weight, iterations, failedChecks }) => ({ phase, canaryWeight: weight, iterations, failedChecks }));
  const routes = entries.filter(({ weight, what, deleted }) => weight !== undefined && what !== 'Canary' && !deleted).map(routeOf);
  const hooks = since.filter(({ what }) => what === 'call').map(({ path }) => path.slice(1));
  return { asked: timesOf(asked.map(({ name }) => name ?? '')), called: timesOf(hooks), states: distinct(states), routes: distinct(routes) };
}

function timesOf(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(names)].sort().map(name => [name, names.filter(one => one === name).length]));
}

function routeOf({ weight, headers = [], mirrored = false, routes = [] }: Fields): Fields {
  const isMirrored = mirrored || routes.some(({ mirror }: Fields) => mirror !== undefined);
  return { weight, ...headers.length > 0 ? { headers } : {}, ...isMirrored ? { mirrored: true } : {} };
}

function distinct(values: readonly Fields[]): Fields[] {
  return values.filter((value, index) => JSON.stringify(value) !== JSON.stringify(values[index - 1]));
}

/** Undefined where nothing is recorded yet. */
export function readRun(file: string): Fields | undefined {
  const path = resolve(ROOT, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Fields : undefined;
}

/** A state a line, so that two runs can be compared line by line. */
export function runAsJson({ states, routes, ...told }: Fields): string {
  const list = (items: readonly Fields[]): string => `[\n${items.map(item => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
  const parts = [...Object.entries(told).map(([name, value]) => [name, JSON.stringify(value)]), ['states', list(states)], ['routes', list(routes)]];
  return `{\n${parts.map(([name, text]) => `  ${JSON.stringify(name)}: ${text}`).join(',\n')}\n}\n`;
}
