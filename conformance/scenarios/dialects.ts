// Every telemetry's queries, evaluated by Prometheus' own engine over what products expose, and compared with what was counted.
import { Telemetry } from 'rolloutkit';
import type { ComparisonIntent } from '../../src/intent/comparison';
import type { Scope } from '../../src/intent/telemetry';
import { baseline } from '../../src/telemetry/baseline';
import type { Who } from '../../test/telemetry/exposition';
import { asked, filled, instrumentations, queryFor, scopes } from '../../test/telemetry/instrumentations';
import type { Asked, Instrumentation } from '../../test/telemetry/instrumentations';
import { byHand, SCRAPE_SECONDS, SCRAPES, scrapesOf, WINDOW_SECONDS } from '../harness/dialects';
import type { Story } from '../harness/dialects';
import { ask } from '../harness/oracle';
import type { Check } from '../harness/suite';

/** Any time would do; this one is the same in every run. */
const START = Date.UTC(2026, 0, 1);
const FEWEST = 50;
/** Numbers go through text and sums in another order. */
const PRECISION = 1e-9;

interface Case {
  readonly name: string;
  readonly why: string;
  readonly story: Story;
  /** Absent: all. A rate over a window that a series has only begun in is an estimate, not a count. */
  readonly scopes?: readonly Scope[];
  /** Absent: 50. */
  readonly minimumRequests?: number;
  /** What else has to hold of the answers. */
  readonly also?: (answer: (what: Asked, scope: Scope) => number | undefined) => readonly string[];
}

const healthy: Story['stable'] = { good: 990, bad: 1 };

const cases: readonly Case[] = [
  {
    name: 'healthy',
    why: 'a canary that never failed has no series of failures, and still an answer',
    story: { canary: { good: 50 }, stable: healthy },
    also: answer => answer('successRate', 'canary') === 100 ? [] : ['a canary without failures must have a success rate of 100'],
  },
  {
    name: 'bad-canary',
    why: 'a canary that fails one request in ten has to be seen although the total looks fine',
    story: { canary: { good: 45, bad: 5 }, stable: { good: 1950, bad: 1 } },
    also: answer => [
      ...(answer('successRate', 'canary') ?? 100) < 99 ? [] : ['a gate of 99 % must close on the canary'],
      ...(answer('successRate', 'service') ?? 0) >= 99 ? [] : ['a gate of 99 % would have let the total pass'],
      ...(answer('successRate', 'stable') ?? 0) >= 99 ? [] : ['the stable version must look fine'],
    ],
  },
  {
    name: 'only-errors',
    why: 'a canary that answers nothing but errors has a success rate of 0, and not none',
    story: { canary: { bad: 50 }, stable: healthy },
    also: answer => answer('successRate', 'canary') === 0 ? [] : ['a canary of nothing but errors must have a success rate of 0'],
  },
  {
    name: 'no-traffic',
    why: 'a canary without requests has no answer',
    story: { canary: { good: 0, bad: 0 }, stable: healthy },
  },
  {
    name: 'no-traffic-at-all-will-do',
    why: 'where no least number of requests is asked for, no traffic is NaN, which is neither good nor bad',
    story: { canary: { good: 0, bad: 0 }, stable: healthy },
    minimumRequests: 0,
  },
  {
    name: 'no-series',
    why: 'a canary of which nothing was ever scraped has no answer, and no requests',
    story: { canary: {}, stable: healthy },
  },
  {
    name: 'just-started',
    why: 'a handful of requests to pods that have just come says nothing, whatever their share of failures',
    story: { canary: { good: 3, bad: 2 }, stable: healthy, canaryFrom: SCRAPES - 5 },
    scopes: ['stable'],
    also: answer => (['successRate', 'errorRate', 'latency'] as const).filter(what => answer(what, 'canary') !== undefined)
      .map(what => `${what} of a handful of requests must have no answer`),
  },
  {
    name: 'counter-resets',
    why: 'whoever counts was restarted and counts from zero: nothing is lost, and nothing is negative',
    story: { canary: { good: 45, bad: 5 }, stable: healthy, restartBefore: SCRAPES - 5 },
  },
];

const whose: Readonly<Record<Scope, readonly Who[]>> = {
  canary: ['canary'], stable: ['stable'], service: ['canary', 'stable'], everything: ['canary', 'stable', 'other'],
};
const questions = Object.keys(asked) as Asked[];

type Reckoning = (canary: number, stable: number) => number;

/** The canary beside the stable version, whose answer is larger the worse the canary is. */
const comparisons: readonly { readonly name: string; readonly what: Asked; readonly of: ComparisonIntent; readonly reckon: Reckoning }[] = [
  { name: 'more errors', what: 'errorRate', of: { compared: { kind: 'error-rate' }, by: 'difference', limit: '' }, reckon: (canary, stable) => canary - stable },
  { name: 'less success', what: 'successRate', of: { compared: { kind: 'success-rate' }, by: 'difference', limit: '' }, reckon: (canary, stable) => stable - canary },
  {
    name: 'times as long', what: 'latency', of: { compared: { kind: 'latency', percentile: 95 }, by: 'ratio', limit: '' }, reckon: (canary, stable) => canary / stable,
  },
];

const evaluated: readonly Check[] = instrumentations.flatMap(instrumentation => cases.map((each): Check => ({
  id: `dialects/${instrumentation.sample}/${each.name}`,
  why: each.why,
  engine: 'prometheus',
  needs: ['prometheus'],
  check: ({ prometheus }) => differences(prometheus, instrumentation, each),
})));

/** Telemetry that is wrong about a sample, each in one way. */
const faults: Readonly<Record<string, Pick<Instrumentation, 'sample' | 'telemetry'>>> = {
  'calls of gRPC that fail are not seen': {
    sample: 'traefik', telemetry: Telemetry.custom({ requests: 'traefik_service_requests_total', errors: 'code=~"5.."', duration: 'traefik_service_request_duration_seconds' }),
  },
  'milliseconds are taken for seconds': {
    sample: 'custom', telemetry: Telemetry.custom({ requests: 'shop_requests_total', errors: 'outcome="failed"', duration: 'shop_request_milliseconds' }),
  },
  'neighbours with a longer name are taken in': { sample: 'envoy', telemetry: Telemetry.envoy({ cluster: '{namespace}/{service}.*' }) },
  'what the caller reports is counted as well': {
    sample: 'istio',
    telemetry: Telemetry.custom({
      requests: 'istio_requests_total', errors: 'response_code=~"5.."', duration: 'istio_request_duration_milliseconds', durationInMillis: true,
    }),
  },
};

const seeded: Check = {
  id: 'dialects/faults',
  why: 'a telemetry that is wrong about what a product exposes is found out',
  engine: 'prometheus',
  needs: ['prometheus'],
  check: async ({ prometheus }) => {
    const bad = cases.find(({ name }) => name === 'bad-canary')!;
    const found = await Promise.all(Object.entries(faults).map(async ([fault, { sample, telemetry }]) => {
      const instrumentation = { ...instrumentations.find(one => one.sample === sample)!, telemetry };
      return (await differences(prometheus, instrumentation, bad)).length > 0 ? [] : [`not found: ${fault}`];
    }));
    return found.flat();
  },
};

export const checks: readonly Check[] = [...evaluated, seeded];

async function differences(binary: string, instrumentation: Instrumentation, given: Case): Promise<string[]> {
  const { story, also, minimumRequests = FEWEST } = given;
  const compared = given.scopes === undefined ? comparisons : [];
  const enquiry = { windowSeconds: WINDOW_SECONDS, minimumRequests };
  const all = scopes.flatMap(scope => questions.map(what => ({ scope, what })));
  const [got] = await ask({ binary, args: ['-evaluate'] }, [{
    scrapes: scrapesOf(instrumentation, story, START),
    queries: [
      ...all.map(({ scope, what }) => queryFor(instrumentation, what, { ...enquiry, scope })),
      ...compared.map(({ of }) => filled(baseline(instrumentation.telemetry._dialect, { ...enquiry, scope: 'canary' }, of))),
    ],
    at: START + (SCRAPES - 1) * SCRAPE_SECONDS * 1000,
  }]);
  const answers = got!.answers as readonly Answer[];
  const counted = (what: Asked, scope: Scope): number | undefined => byHand(instrumentation, what, whose[scope], story, minimumRequests);
  const expected = [
    ...all.map(({ scope, what }) => ({ name: `${what} of the ${scope}`, wanted: counted(what, scope), judged: given.scopes?.includes(scope) ?? true })),
    ...compared.map(({ name, what, reckon }) => ({ name, wanted: beside(reckon, counted(what, 'canary'), counted(what, 'stable')), judged: true })),
  ];
  const value = (what: Asked, scope: Scope): number | undefined => {
    const [first] = answers[all.findIndex(one => one.what === what && one.scope === scope)]!.values;
    return first === undefined ? undefined : number(first);
  };
  return [...expected.flatMap(({ name, wanted, judged }, index) => judged ? different(name, wanted, answers[index]!) : []), ...also?.(value) ?? []];
}

function different(name: string, wanted: number | undefined, { values, error }: Answer): readonly string[] {
  const expected = wanted === undefined ? [] : [wanted];
  const same = error === undefined && values.length === expected.length && expected.every((each, index) => isSame(each, number(values[index]!)));
  return same ? [] : [`${name}: expected ${expected.join() || 'no answer'}, got ${error ?? (values.join() || 'no answer')}`];
}

/** A comparison has an answer where both sides have one. */
function beside(reckon: Reckoning, canary: number | undefined, stable: number | undefined): number | undefined {
  return canary === undefined || stable === undefined ? undefined : reckon(canary, stable);
}

interface Answer {
  readonly values: readonly string[];
  readonly error?: string;
}

function isSame(one: number, other: number): boolean {
  return Object.is(one, other) || Math.abs(one - other) <= PRECISION * Math.max(Math.abs(one), Math.abs(other), 1);
}

function number(text: string): number {
  return text === '+Inf' ? Infinity : Number(text);
}
