// The moments a scenario can wait for.
import { ROUTE_KINDS } from './describe-routes';
import type { Fields } from './objects';
import { podsAfter } from './stages';
import type { Entry, Trace } from './trace';

/** Every one that is given has to be so. */
export interface Moment {
  /** Of the rollout or the canary. */
  readonly phase?: string;
  /** Of the new version. */
  readonly weight?: number;
  /** What the router's object gives the new version. */
  readonly routed?: number;
  /** The new version is the stable one. */
  readonly promoted?: boolean;
  readonly aborted?: boolean;
  /** Seconds since the command before. */
  readonly seconds?: number;
  /** Seconds in which neither the rollout nor its pods nor its Ingress have changed. */
  readonly quiet?: number;
  /** Ready pods of the new and of the old version. */
  readonly pods?: readonly [fresh: number, old: number];
  /** The text of an event that was told of, which may be long after what it tells of. */
  readonly event?: string;
  /** How many pods Deployments are told to have, and have. */
  readonly scaled?: Readonly<Record<string, number>>;
  /** The controller has refused the manifest. */
  readonly refused?: true;

  /** Argo: index of the step the rollout is at. */
  readonly step?: number;
  /** Argo: one of the reasons the rollout is paused for. */
  readonly pause?: string;
  /** Argo: phase of the newest analysis that a step waits for. */
  readonly gate?: string;
  /** Argo: what a measurement came to, since the new image. */
  readonly measured?: string;
  /** Argo: phase of the newest background analysis. */
  readonly guard?: string;

  /** Flagger: how many iterations there were. */
  readonly iterations?: number;
  /** Flagger: how many checks have failed. */
  readonly failedChecks?: number;
  /** A path that was called. */
  readonly called?: string;
}

const OF_RELEASE = ['Rollout', 'Canary', 'Experiment', 'ReplicaSet', 'Deployment', 'VirtualService', 'DestinationRule', ...ROUTE_KINDS, 'command'];

const tests: { readonly [Name in keyof Moment]-?: (trace: Trace, wanted: NonNullable<Moment[Name]>, subject: Fields) => boolean } = {
  phase: (_, phase, subject) => subject.phase === phase,
  weight: (_, weight, subject) => subject.weight === weight,
  routed: (trace, weight) => trace.routedWeight === weight,
  promoted: (_, so, subject) => subject.promoted === so,
  aborted: (_, so, subject) => subject.aborted === so,
  seconds: (trace, seconds) => secondsSince(trace, ({ what }) => what === 'command') >= seconds,
  pods: (trace, [fresh, old], subject) => {
    const [nowFresh, nowOld] = podsAfter(trace.entries, subject);
    return nowFresh === fresh && nowOld === old;
  },
  event: (trace, text) => trace.since.some(({ what, message }) => what === 'event' && message === text),
  scaled: (trace, deployments) => Object.entries(deployments).every(([name, pods]) => {
    const { wanted, ready } = trace.stateOf('Deployment', name) ?? {};
    return wanted === pods && ready === pods;
  }),
  refused: trace => refusal(trace) !== undefined,
  quiet: (trace, seconds) => secondsSince(trace, ({ what }) => OF_RELEASE.includes(what)) >= seconds,
  step: (_, step, subject) => subject.step === step,
  pause: (_, reason, subject) => subject.pauses?.includes(reason),
  gate: (trace, phase) => newest(trace, 'Step')?.phase === phase,
  measured: (trace, phase) => trace.since.some(entry => entry.what === 'measurement' && entry.phase === phase),
  guard: (trace, phase) => newest(trace, 'Background')?.phase === phase,
  iterations: (_, iterations, subject) => subject.iterations === iterations,
  failedChecks: (_, failed, subject) => subject.failedChecks >= failed,
  called: (trace, path) => trace.since.some(entry => entry.what === 'call' && entry.path === path),
};

/** Whether the moment has come. */
export function hasCome(trace: Trace, moment: Moment): boolean {
  const { subject } = trace;
  return subject !== undefined && Object.entries(moment).every(([name, wanted]) => {
    const test = tests[name as keyof Moment] as ((trace: Trace, wanted: unknown, subject: Fields) => boolean) | undefined;
    if (!test) throw new Error(`no such moment: ${name}; there are ${Object.keys(tests).join(', ')}`);
    return test(trace, wanted, subject);
  });
}

/** Whether the controller has refused the manifest: then no moment will ever come. */
export function refusal(trace: Trace): string | undefined {
  const { phase, message } = trace.subject ?? {};
  // What was created just before may be new to the controller: what it does not find it looks for again after 20 s.
  return phase === 'Degraded' && /InvalidSpec/.test(message) && !/not found/.test(message) ? message as string : undefined;
}

function newest(trace: Trace, type: string): Fields | undefined {
  return trace.statesOf('AnalysisRun').filter(run => run.type === type).at(-1);
}

function secondsSince(trace: Trace, isMeant: (entry: Entry) => boolean): number {
  const entry = trace.entries.filter(isMeant).at(-1);
  return entry ? (Date.now() - entry.time) / 1000 : 0;
}

