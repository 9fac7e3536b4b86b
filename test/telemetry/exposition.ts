import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Labels = Readonly<Record<string, string>>;

/** One line of an exposition. */
export interface Series {
  readonly metric: string;
  readonly labels: Labels;
  readonly value: number;
}

/** Whose requests some series count: of one version, of other applications, or of nobody. */
export type Who = 'canary' | 'stable' | 'other' | 'nobody';

/** How requests went; `any` of series that do not say. */
export type Outcome = 'good' | 'bad' | 'any';

/** Series of one target that count the same kind of requests. */
export interface Section {
  readonly who: Who;
  readonly outcome: Outcome;
  /** They are counted, and how long they last says nothing. */
  readonly untimed: boolean;
  /** What the scrape adds to each series. */
  readonly target: Labels;
  readonly series: readonly Series[];
}

/** Reads a sample: an exposition whose comments say whose requests the series below them count. */
export function readSample(name: string): readonly Section[] {
  const text = readFileSync(join(__dirname, 'samples', `${name}.txt`), 'utf8');
  return text.split(/^# -- /m).slice(1).map(part => {
    const [heading, ...lines] = part.split('\n');
    const [, who, outcome, untimed, target] = /^(canary|stable|other|nobody), (good|bad|any)(, untimed)? (\{.*\})$/.exec(heading) ?? [];
    if (who === undefined) throw new Error(`whose requests are these in ${name}? # -- ${heading}`);
    return { who: who as Who, outcome: outcome as Outcome, untimed: untimed !== undefined, target: labelsIn(target), series: readSeries(lines) };
  });
}

function readSeries(lines: readonly string[]): readonly Series[] {
  return lines.filter(line => line !== '' && !line.startsWith('#')).map(line => {
    const [, metric, labels, value] = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{.*\})? (\S+)$/.exec(line) ?? [];
    if (metric === undefined) throw new Error(`not a line of an exposition: ${line}`);
    return { metric, labels: labelsIn(labels ?? ''), value: Number(value) };
  });
}

function labelsIn(text: string): Labels {
  return Object.fromEntries([...text.matchAll(/([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => [name, value]));
}

/** The labels that are kept of a series: those of the target win. */
export function kept(series: Series, target: Labels): Labels {
  const moved = Object.entries(series.labels).map(([name, value]) => [target[name] === undefined ? name : `exported_${name}`, value]);
  return { ...Object.fromEntries(moved), ...target };
}
