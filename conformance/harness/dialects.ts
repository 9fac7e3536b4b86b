// Counters of a release as a product exposes them, made of its sample, and what has to be answered about them, by hand.
import { readSample } from '../../test/telemetry/exposition';
import type { Section, Series, Who } from '../../test/telemetry/exposition';
import type { Asked, Instrumentation } from '../../test/telemetry/instrumentations';

/** Seconds between two scrapes, and how many there are. */
export const SCRAPE_SECONDS = 30;
export const SCRAPES = 13;
/** The scrapes that a window of 5 min holds: it does not hold the one at its beginning. */
const WINDOW_SCRAPES = 10;
export const WINDOW_SECONDS = WINDOW_SCRAPES * SCRAPE_SECONDS;
/** What every counter but a new one has counted before, so that no rate is cut at zero. */
const BEFORE = 100_000;
/** Nothing of this may be counted as anybody's requests. */
const NOISE_PER_SCRAPE = 500;

/** Requests from one scrape to the next, by how they went; absent: there is no such series. */
export interface Fare {
  readonly good?: number;
  readonly bad?: number;
}

/** What happens to a release. */
export interface Story {
  readonly canary: Fare;
  readonly stable: Fare;
  /** The canary has only come with this scrape. */
  readonly canaryFrom?: number;
  /** Between this scrape and the one before, whoever counts was restarted, and counts from zero. */
  readonly restartBefore?: number;
}

/** Whatever else there is in the cluster fares badly. */
const OTHERS: Fare = { good: 0, bad: 2000 };

/** What a target showed at a time. */
export interface Scrape {
  readonly at: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly text: string;
}

export function scrapesOf(instrumentation: Instrumentation, story: Story, start: number): Scrape[] {
  const counters = countersOf(instrumentation, story);
  return Array.from({ length: SCRAPES }, (_, scrape) => counters.flatMap(({ section, perScrape, total }) => {
    const first = section.who === 'canary' ? story.canaryFrom ?? 0 : 0;
    if (perScrape === undefined || scrape < first) return [];
    const counted = countedBy(scrape, first, perScrape, story);
    const lines = section.series.map(series => `${named(series)} ${counted * series.value / total}\n`);
    return [{ at: start + scrape * SCRAPE_SECONDS * 1000, labels: section.target, text: lines.join('') }];
  })).flat();
}

function countedBy(scrape: number, first: number, perScrape: number, { restartBefore }: Story): number {
  const since = restartBefore !== undefined && scrape >= restartBefore ? restartBefore - 1 : first;
  return (since === 0 ? BEFORE : 0) + (scrape - since) * perScrape;
}

/** The series of a section, which all grow alike. */
interface Counter {
  readonly section: Section;
  /** Requests in the sample that are counted, and that are timed. */
  readonly counted: number;
  readonly timed: number;
  /** Of these the numbers in the sample are parts. */
  readonly total: number;
  /** Requests from one scrape to the next; absent: there is no such series. */
  readonly perScrape?: number;
}

function countersOf({ sample, requests, duration }: Instrumentation, story: Story): readonly Counter[] {
  const all = readSample(sample).map((section): Counter => {
    const sum = (name: string): number => section.series.filter(({ metric }) => metric === name).reduce((before, { value }) => before + value, 0);
    const [counted, timed] = [sum(requests), section.untimed ? 0 : sum(`${duration}_count`)];
    return { section, counted, timed, total: counted > 0 ? counted : timed };
  });
  const known = all.map(each => each.section.outcome === 'any' ? each : { ...each, perScrape: grown(each, all, fareOf(each, story)) });
  // what does not say how requests went counts all of those that are timed
  return known.map(each => each.section.outcome === 'any' ? { ...each, perScrape: grown(each, all, ofBoth(each, known)) } : each);
}

function fareOf({ section: { who, outcome } }: Counter, story: Story): number | undefined {
  if (who === 'nobody') return NOISE_PER_SCRAPE;
  const fare = who === 'other' ? OTHERS : story[who];
  return outcome === 'bad' ? fare.bad : fare.good;
}

function ofBoth({ section: { who } }: Counter, all: readonly Counter[]): number | undefined {
  const parts = all.filter(({ section }) => section.who === who && section.outcome !== 'any' && !section.untimed).flatMap(({ perScrape }) => perScrape ?? []);
  return parts.length === 0 ? undefined : parts.reduce((before, part) => before + part);
}

/** A section's share of what all of its kind count together. */
function grown({ section, total }: Counter, all: readonly Counter[], together: number | undefined): number | undefined {
  const alike = all.filter(other => other.section.who === section.who && other.section.outcome === section.outcome);
  return together === undefined ? undefined : together * total / alike.reduce((sum, other) => sum + other.total, 0);
}

function named({ metric, labels }: Series): string {
  return `${metric}{${Object.entries(labels).map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}

/** What has to be answered; absent: nothing. */
export function byHand(instrumentation: Instrumentation, what: Asked, whose: readonly Who[], story: Story, minimum: number): number | undefined {
  const there = countersOf(instrumentation, story).filter(({ section, perScrape }) => whose.includes(section.who) && perScrape !== undefined);
  const [counted, timed] = [there.filter(each => each.counted > 0), there.filter(each => each.timed > 0)];
  if (what === 'requestRate') return inWindow(counted) / WINDOW_SECONDS;
  const judged = what === 'latency' ? timed : counted;
  if (judged.length === 0 || inWindow(judged) < minimum) return undefined;
  if (what === 'latency') return instrumentation.millis * quantile(0.95, bucketsOf(timed, instrumentation.duration));
  const badPercent = 100 * inWindow(counted.filter(({ section }) => section.outcome === 'bad')) / inWindow(counted);
  return what === 'errorRate' ? badPercent : 100 - badPercent;
}

function inWindow(counters: readonly Counter[]): number {
  return counters.reduce((sum, { perScrape = 0 }) => sum + perScrape * WINDOW_SCRAPES, 0);
}

/** How many requests took at most so long, from the shortest bound to the longest. */
function bucketsOf(counters: readonly Counter[], duration: string): [bound: number, count: number][] {
  const buckets = new Map<number, number>();
  for (const counter of counters) {
    for (const { metric, labels, value } of counter.section.series) {
      if (metric !== `${duration}_bucket`) continue;
      const bound = labels.le === '+Inf' ? Infinity : Number(labels.le);
      buckets.set(bound, (buckets.get(bound) ?? 0) + inWindow([counter]) * value / counter.total);
    }
  }
  return [...buckets].sort(([one], [other]) => one - other);
}

/** As the documentation of histogram_quantile has it: a straight line within a bucket, and the longest bound where there is no other. */
function quantile(share: number, buckets: readonly [bound: number, count: number][]): number {
  const rank = share * buckets.at(-1)![1];
  if (buckets.at(-1)![1] === 0) return NaN;
  const index = buckets.findIndex(([, count]) => count >= rank);
  const [bound, count] = buckets[index]!;
  const [lower, below] = index === 0 ? [0, 0] : buckets[index - 1]!;
  return bound === Infinity ? lower : lower + (bound - lower) * (rank - below) / (count - below);
}
