// What must be seen in a trace, and in words what was seen instead.
import { argoChecks } from './expectations-argo';
import type { ArgoExpectation } from './expectations-argo';
import { flaggerChecks } from './expectations-flagger';
import type { FlaggerExpectation } from './expectations-flagger';
import { meshChecks } from './expectations-mesh';
import type { MeshExpectation } from './expectations-mesh';
import { routeChecks } from './expectations-routes';
import type { RouteExpectation } from './expectations-routes';
import type { Asked } from './metrics';
import type { Call } from './receiver';
import { distinct, entriesUpTo, podsAfter, stagesOf } from './stages';
import type { Trace } from './trace';

/** What is expected of every engine's release. */
export interface CommonExpectation {
  /** At the end. */
  readonly phase: string;
  /** Of the new version at the end. */
  readonly weight: number;
  /** Of the rollout or the canary at the end. */
  readonly message?: RegExp;
  /** All there were, in order, from the first above 0. */
  readonly weights?: readonly number[];
  /** The weights written to the canary's Ingress, in order. */
  readonly ingress?: readonly number[];
  /** For how many seconds a weight stayed. */
  readonly held?: { readonly weight: number; readonly atLeast: number };
  /** At a weight: ready pods of the new and of the old version at the end of it. */
  readonly pods?: Readonly<Record<number, readonly [fresh: number, old: number]>>;
  /** Ready pods of the new and of the old version at the end. */
  readonly left?: readonly [fresh: number, old: number];
  /** Texts of events that there must have been, in this order; others may come between. */
  readonly events?: readonly RegExp[];
  /** How often each path was called, and with which bodies. */
  readonly calls?: Readonly<Record<string, { readonly atLeast?: number; readonly atMost?: number; readonly body?: RegExp }>>;
}

export type Expectation = CommonExpectation & ArgoExpectation & FlaggerExpectation & MeshExpectation & RouteExpectation;

/** All that is known at the end of a scenario. */
export interface Seen {
  readonly trace: Trace;
  readonly namespace: string;
  readonly asked: readonly Asked[];
  readonly calls: readonly Call[];
}

export interface Context extends Seen {
  say(what: string): void;
  /** Says so when the two differ. */
  see(what: string, expected: unknown, got: unknown): void;
}

export type Checks<T> = { readonly [Name in keyof T]-?: (context: Context, wanted: NonNullable<T[Name]>) => void };

/** What was not as expected. */
export function findings(expectation: Partial<Expectation>, seen: Seen): string[] {
  const found: string[] = [];
  const context: Context = {
    ...seen,
    say: what => { found.push(what); },
    see: (what, expected, got) => {
      const [one, other] = [expected, got].map(value => JSON.stringify(value));
      if (one !== other) found.push(`${what}: expected ${one}, got ${other}`);
    },
  };
  for (const [name, wanted] of Object.entries(expectation)) {
    const check = checks[name as keyof Expectation] as ((context: Context, wanted: unknown) => void) | undefined;
    if (!check) throw new Error(`no such expectation: ${name}; there are ${Object.keys(checks).join(', ')}`);
    check(context, wanted);
  }
  return found;
}

const commonChecks: Checks<CommonExpectation> = {
  phase: ({ trace, see }, phase) => see('phase at the end', phase, trace.subject!.phase),
  weight: ({ trace, see }, weight) => see('weight at the end', weight, trace.subject!.weight),
  message: ({ trace, say }, message) => {
    const got = trace.subject!.message ?? 'none';
    if (!message.test(got)) say(`message at the end: expected ${message}, got ${got}`);
  },
  weights: ({ trace, see }, weights) => see('weights', weights, stagesOf(trace).map(({ weight }) => weight)),
  ingress: ({ trace, see }, weights) => {
    const written = trace.since.filter(({ what, weight }) => what === 'Ingress' && weight !== undefined).map(({ weight }) => weight);
    see('weights in the Ingress', weights, distinct(written));
  },
  held: ({ trace, say }, { weight, atLeast }) => {
    const stage = stagesOf(trace).find(one => one.weight === weight);
    const seconds = stage ? (stage.to - stage.from) / 1000 : 0;
    if (seconds < atLeast) say(`weight ${weight}: expected to stay for at least ${atLeast} s, stayed for ${seconds.toFixed(1)} s`);
  },
  pods: ({ trace, see }, shares) => {
    for (const [weight, expected] of Object.entries(shares)) {
      see(`ready pods, new and old, at weight ${weight}`, expected, podsAfter(entriesUpTo(trace, Number(weight)), trace.subject!));
    }
  },
  left: ({ trace, see }, expected) => see('ready pods, new and old, at the end', expected, podsAfter(trace.entries, trace.subject!)),
  events: ({ trace, say }, wanted) => {
    const said = trace.since.filter(({ what }) => what === 'event').map(({ message }) => String(message));
    let from = 0;
    for (const pattern of wanted) {
      const index = said.findIndex((text, at) => at >= from && pattern.test(text));
      if (index < 0) {
        say(`events: expected ${pattern}${from > 0 ? ` after "${said[from - 1]}"` : ''}, got ${JSON.stringify(said)}`);
        return;
      }
      from = index + 1;
    }
  },
  calls: ({ calls, say }, wanted) => {
    for (const [path, { atLeast = 1, atMost = Infinity, body }] of Object.entries(wanted)) {
      const fitting = calls.filter(call => call.path === path && (!body || body.test(JSON.stringify(call.body))));
      if (fitting.length >= atLeast && fitting.length <= atMost) continue;
      const all = calls.filter(call => call.path === path).map(call => JSON.stringify(call.body)).join(' ') || 'none';
      say(`calls of ${path}${body ? ` with ${body}` : ''}: expected ${atLeast} to ${atMost}, got ${fitting.length} (${all})`);
    }
  },
};

const checks: Checks<Expectation> = { ...commonChecks, ...argoChecks, ...flaggerChecks, ...meshChecks, ...routeChecks };
