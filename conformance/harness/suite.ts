// Runs many scenarios in one lab.
import { second, worthASecondPlay } from './again';
import { PROMETHEUS_PARTS } from './counted';
import type { Engine, Lab } from './lab';
import { ENGINE_PARTS, startLab, CONTROL_PLANE } from './lab';
import type { Run } from './report';
import { runScenario } from './scenario';
import type { Result, Scenario } from './scenario';
import { Recorder } from './trace';
import type { Binaries } from '../lab/binaries';
import { extraOf, PARTS } from '../lab/parts';
import type { PartName } from '../lab/parts';
import { hasPlugin } from '../lab/plugins';

/** Something to look at that is no release: a question to an oracle, or the lab itself. */
export interface Check {
  readonly id: string;
  readonly why: string;
  /** What it is about, for the report. */
  readonly engine: string;
  readonly needs: readonly PartName[];
  /** Why it cannot be looked at on this machine. */
  readonly lacks?: () => string | undefined;
  /** What was not as it must be, with the trace where one was kept. */
  readonly check: (binaries: Binaries) => Promise<readonly string[] | Pick<Result, 'findings' | 'trace'>>;
}

export type Entry = Scenario | Check;

function isCheck(entry: Entry): entry is Check {
  return 'check' in entry;
}

/** The parts that these need, in the order they are listed. */
export function partsFor(entries: readonly Entry[]): PartName[] {
  const scenarios = entries.filter((entry): entry is Scenario => !isCheck(entry));
  const needed = new Set<PartName>([
    ...scenarios.length > 0 ? CONTROL_PLANE : [],
    ...enginesOf(scenarios).flatMap(engine => ENGINE_PARTS[engine]),
    ...scenarios.some(({ traffic }) => traffic) ? PROMETHEUS_PARTS : [],
    ...entries.filter(isCheck).flatMap(({ needs }) => needs),
  ]);
  return (Object.keys(PARTS) as PartName[]).filter(part => needed.has(part));
}

function enginesOf(scenarios: readonly Scenario[]): Engine[] {
  return [...new Set(scenarios.map(({ engine }) => engine))];
}

export interface Options {
  /** How many scenarios at once. */
  readonly jobs: number;
  /** Hears of each result when it is there. */
  readonly onResult: (result: Result) => void;
  /** Hears of the lab, to be able to stop it. */
  readonly onLab: (lab: Lab) => void;
}

/** Scenarios wait most of the time, checks compute. */
const CHECKS_AT_ONCE = 2;

export async function runAll(entries: readonly Entry[], binaries: Binaries, options: Options): Promise<Pick<Run, 'results' | 'startSeconds' | 'seconds'>> {
  const started = Date.now();
  const scenarios = entries.filter((entry): entry is Scenario => !isCheck(entry));
  const results = new Map<Entry, Result>();
  const keep = (entry: Entry, result: Result): void => {
    results.set(entry, result);
    options.onResult(result);
  };
  /** Plays all of them, and then alone what failed. */
  const playAll = async <T extends Entry>(chosen: readonly T[], atOnce: number, play: (entry: T) => Promise<Result>): Promise<void> => {
    await inParallel(chosen, atOnce, async entry => keep(entry, await play(entry)));
    const timed = chosen.filter(inRealTime);
    for (const [entry, first] of worthASecondPlay(timed.map(one => [one, results.get(one)!]))) keep(entry, second(await play(entry), first));
  };
  const able = scenarios.filter(({ plugin }) => plugin === undefined || hasPlugin(plugin));
  for (const scenario of scenarios) if (!able.includes(scenario)) keep(scenario, skipped(scenario));
  const startSeconds = able.length > 0 ? await runScenarios(able, binaries, options, playAll) : 0;
  await playAll(entries.filter(isCheck), Math.min(options.jobs, CHECKS_AT_ONCE), check => runCheck(check, binaries));
  // In the order of the list, whichever came first.
  return { results: entries.map(entry => results.get(entry)!), startSeconds, seconds: (Date.now() - started) / 1000 };
}

function skipped({ id, why, engine, factor, plugin }: Scenario): Result {
  const reason = `needs ${plugin}, which is no Go module and has to be in the folder that ROLLOUTKIT_LAB_BIN names`;
  return { id, why, engine, factor, passed: false, skipped: reason, findings: [], seconds: 0 };
}

/** What an oracle says does not depend on how busy the machine is. */
function inRealTime(entry: Entry): boolean {
  return !isCheck(entry) || entry.needs.includes('kubelab');
}

/** Answers with the seconds that the start of the lab took. */
async function runScenarios(
  scenarios: readonly Scenario[], binaries: Binaries, { jobs, onLab }: Options,
  playAll: (scenarios: readonly Scenario[], atOnce: number, play: (scenario: Scenario) => Promise<Result>) => Promise<void>,
): Promise<number> {
  const started = Date.now();
  const engines = enginesOf(scenarios);
  const lab = await startLab(binaries, engines);
  onLab(lab);
  const seconds = (Date.now() - started) / 1000;
  try {
    const recorder = new Recorder(lab.api, engines);
    // What takes longest begins first.
    const inOrder = [...scenarios].sort((one, other) => Number(other.stock ?? false) - Number(one.stock ?? false));
    await playAll(inOrder, jobs, async scenario => {
      lab.children.check();
      return runScenario(lab, recorder, scenario);
    });
  } finally {
    await lab.stop();
  }
  return seconds;
}

export async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  }));
}

async function runCheck({ id, why, engine, check, lacks, needs }: Check, binaries: Binaries): Promise<Result> {
  const started = Date.now();
  const reason = notBuilt(needs.filter(part => !(part in binaries))) ?? lacks?.();
  if (reason !== undefined) return { id, why, engine, passed: false, skipped: reason, findings: [], seconds: 0 };
  const outcome = await check(binaries).catch((error: Error) => [error.message]);
  const { findings, trace } = 'findings' in outcome ? outcome : { findings: outcome };
  return { id, why, engine, passed: findings.length === 0, findings, seconds: (Date.now() - started) / 1000, ...trace && { trace } };
}

function notBuilt(absent: readonly PartName[]): string | undefined {
  return absent.length === 0 ? undefined : `needs ${absent.join(' and ')}, built only by a run with --with ${extraOf(absent[0]!)}`;
}
