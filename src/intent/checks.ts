import type { Problem } from './problem';
import { show } from './problem';
import type { Leaf } from '../manifests/leaf';
import { fits, isOpaque } from '../manifests/leaf';

/** The checks of single values. A value that is not known yet passes each of them. */
type Check<T> = (property: string, value: Leaf<T> | undefined) => Problem | undefined;

function check(accepts: (value: number) => boolean, allowed: string, fix: (value: number) => string): Check<number> {
  return (property, value) => {
    if (value === undefined || isOpaque(value) || accepts(value)) return undefined;
    return { property, message: `must be ${allowed}, got ${show(value)}`, fix: fix(value) };
  };
}

const between = (low: number, high: number) => (value: number) => value >= low && value <= high;
/** What fits into the numbers of the API. */
const largest = 2 ** 31 - 1;
const whole = (low: number, high = largest) => (value: number) => Number.isInteger(value) && between(low, high)(value);

/** A share of the traffic in a full list of steps, where 0 sends everybody back. */
export const weight = check(whole(0, 100), 'a whole number from 0 to 100', nearestWeight(0));

/** A share of the traffic at a stage of a ramp. */
export const stageWeight = check(whole(1, 100), 'a whole number from 1 to 100', nearestWeight(1));

/** A success-like share, where a fraction is nearly always meant as a percentage. */
export const successPercent = check(
  value => value > 1 && value <= 100,
  'a percentage above 1, up to 100',
  value => meantPercent(value, 100) ?? 'write 99 for ninety-nine good requests in a hundred',
);

/** An error-like share, where values below 1 are common. */
export const errorPercent = check(between(0, 100), 'a percentage from 0 to 100', () => 'write 1 for one bad request in a hundred');

export const percentile = check(
  value => value > 1 && value < 100,
  'a percentile above 1 and below 100',
  value => meantPercent(value, 99.999) ?? 'write 95 or 99',
);

export const replicas = check(whole(1), 'a whole number of at least 1', value => value === 0
  ? 'a rollout without pods cannot be judged; to park it, scale it with kubectl instead'
  : nearestWhole(1)(value));

export const wholeNumber = check(whole(0), 'a whole number of at least 0', nearestWhole(0));
/** Whatever a rule says of it, it has to fit. */
export const fittingNumber = check(value => !(value > largest), `at most ${largest}`, nearestWhole(0));
export const positiveNumber = check(whole(1), 'a whole number of at least 1', nearestWhole(1));
/** A share that something has to reach. */
export const positivePercent = check(whole(1, 100), 'a whole number from 1 to 100', nearestWeight(1));

/** How much the scheduler of Kubernetes gives for a preference. */
export const percentOfPreference = check(whole(1, 100), 'a whole number from 1 to 100', () => 'write 100, or less where other preferences count for more');

export const anyNumber = check(Number.isFinite, 'a number', () => 'write a plain number');

/** How many bad answers are tolerated. */
export const failureLimit = check(whole(-1), 'a whole number of at least 0, or -1 for any number', nearestWhole(0));

/** A time that something lasts. The controllers count whole seconds. */
export const lastingSeconds = check(whole(1), 'a whole number of seconds, at least 1', value => value === 0
  ? 'leave the property out to not wait at all, or give it at least a second'
  : value > largest ? 'leave the property out, or give it days at most' : `write ${counted(Math.max(1, Math.round(value) || 1))}`);

/** The path of a request. */
export function pathProblem(path: Leaf<string> | undefined): Problem | undefined {
  return path === undefined || fits(path, known => known.startsWith('/')) ? undefined : {
    property: 'path', message: `must begin with a slash, got ${show(path)}`, fix: `write ${show(`/${path}`)}`,
  };
}

/** Whether a text is an object in JSON. */
export function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** A name that becomes part of an object's name. */
export function nameProblem(property: string, value: Leaf<string>): Problem | undefined {
  if (isOpaque(value) || /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value)) return undefined;
  return {
    property,
    message: `must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got ${show(value)}`,
    fix: `write ${show(nearestName(value))}`,
  };
}

function nearestName(value: string): string {
  return value.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 63).replace(/^-+|-+$/g, '') || 'checkout';
}

function nearestWhole(low: number): (value: number) => string {
  return value => value > largest ? `at most ${largest} can be written` : `write ${Math.max(low, Math.round(value) || low)}`;
}

function nearestWeight(low: number): (value: number) => string {
  return value => {
    if (!Number.isFinite(value)) return 'write the percentage of the traffic, such as 20';
    if (value > 0 && value < 1) return `weights are percentages: write ${Math.max(low, Math.round(value * 100))}`;
    return `write ${Math.min(100, Math.max(low, Math.round(value)))}`;
  };
}

/** A fraction told as the percentage it probably stands for. Twelve digits make 99.9 of 0.999. */
function meantPercent(value: number, most: number): string | undefined {
  const percent = Number((value * 100).toPrecision(12));
  return value <= 1 && percent > 1 && percent <= most ? `write ${percent}` : undefined;
}

function counted(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
