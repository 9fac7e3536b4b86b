// What really happened, from watches: plain data, one entry whenever something changed.
import type { Api, WatchEvent } from './api';
import { ReadyBehind } from './behind';
import { describeArgo, hashOf, measurementsOf } from './describe-argo';
import { describeFlagger } from './describe-flagger';
import { describeMesh } from './describe-mesh';
import { describeRoutes, namespaceOf, ROUTE_KINDS } from './describe-routes';
import type { Engine } from './lab';
import type { Fields, KubeObject } from './objects';

/** What to keep of an object; undefined while it says nothing that counts. */
export type Describe = (object: KubeObject) => Fields | undefined;

export interface Entry extends Fields {
  readonly time: number;
  readonly what: string;
}

const DESCRIBED: Readonly<Record<Engine, Readonly<Record<string, Describe>>>> = {
  argo: { ...describeArgo, ...describeMesh, ...describeRoutes },
  flagger: { ...describeFlagger, ...describeMesh, ...describeRoutes },
};

/** What is being released. */
const SUBJECTS = ['Rollout', 'Canary'];
/** Where nothing is released. */
const OTHERS = ['Experiment'];
/** What a router follows. */
const ROUTES = [...ROUTE_KINDS, 'VirtualService'];

/** Records of all namespaces of a lab; the watches are shared. */
export class Recorder {
  private readonly traces = new Map<string, Trace>();

  constructor(api: Api, engines: readonly Engine[]) {
    const kinds = new Set(['Pod', ...engines.flatMap(engine => Object.keys(DESCRIBED[engine]))]);
    for (const kind of kinds) {
      api.watch(kind, (type, object) => this.traces.get(namespaceOf(object)!)?.see(kind, type, object));
    }
  }

  open(namespace: string, engine: Engine): Trace {
    const trace = new Trace(DESCRIBED[engine]);
    this.traces.set(namespace, trace);
    return trace;
  }

  close(namespace: string): void {
    this.traces.delete(namespace);
  }
}

export class Trace {
  readonly entries: Entry[] = [];
  /** Every pod there was, with the hash of its version. */
  readonly pods = new Map<string, string | undefined>();
  /** Those that are ready now, with the hash of their version. */
  readonly ready = new Map<string, string | undefined>();
  readonly behind = new ReadyBehind();
  private origin = Date.now();
  /** The number of entries at the start: times are no help, much happens within a millisecond. */
  private first = 0;
  /** The last state of every object, by kind and name. */
  private readonly states = new Map<string, { text: string; state: Fields }>();
  private readonly measured = new Set<string>();
  /** At which write to the store of the server an entry came about. */
  private readonly revisions = new WeakMap<Entry, number>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly described: Readonly<Record<string, Describe>>) {}

  /** Seconds in the trace count from here; what was before is negative. */
  start(what: string): void {
    this.origin = Date.now();
    this.first = this.entries.length;
    this.command(what);
  }

  command(what: string): void {
    this.add({ what: 'command', command: what });
  }

  see(kind: string, type: WatchEvent, object: KubeObject): void {
    const { name, resourceVersion } = object.metadata;
    const revision = Number(resourceVersion);
    if (kind === 'Pod') {
      this.seePod(name, type, object);
      return;
    }
    if (kind === 'Service') this.behind.seeService(type, object);
    const describe = this.described[kind];
    if (!describe) return;
    if (type === 'DELETED') {
      // The controller keeps few finished analyses; what they said still counts.
      const pods = kind === 'ReplicaSet' ? { wanted: 0, ready: 0 } : {};
      this.keep(kind, name, { ...this.states.get(`${kind}/${name}`)?.state, ...pods, deleted: true }, revision);
      return;
    }
    // Measurements first: the end of a run follows from the last of them.
    if (kind === 'AnalysisRun') this.keepMeasurements(object, revision);
    this.keep(kind, name, describe(object), revision);
  }

  private seePod(name: string, type: WatchEvent, pod: KubeObject): void {
    this.pods.set(name, hashOf(pod));
    const isReady = pod.status?.conditions?.some((one: Fields) => one.type === 'Ready' && one.status === 'True');
    const answers = isReady && type !== 'DELETED' && !pod.metadata.deletionTimestamp;
    if (answers) this.ready.set(name, hashOf(pod));
    else this.ready.delete(name);
    this.behind.seePod(pod, answers);
  }

  private keepMeasurements(run: KubeObject, revision: number): void {
    for (const measurement of measurementsOf(run)) {
      const key = JSON.stringify([run.metadata.name, measurement]);
      if (this.measured.has(key)) continue;
      const { period, ...shown } = measurement;
      this.measured.add(key);
      this.add({ what: 'measurement', run: run.metadata.name, type: run.metadata.labels?.['rollout-type'], ...shown }, revision);
    }
  }

  /** Adds an entry if the state differs from the last one. */
  private keep(kind: string, name: string, state: Fields | undefined, revision: number): void {
    if (state === undefined) return;
    const key = `${kind}/${name}`;
    const text = JSON.stringify(state);
    if (this.states.get(key)?.text === text) return;
    this.states.set(key, { text, state });
    // The name of an event says nothing.
    this.add(kind === 'Event' ? { what: 'event', ...state } : { what: kind, name, ...state }, revision);
  }

  /**
   * Each kind has a watch of its own, and on a busy machine one may be read long before another. All kinds are written to one
   * store, which counts its writes: an entry goes before those that were written later.
   */
  add(fields: Fields & { what: string }, revision = NaN): void {
    const entry: Entry = { time: Date.now(), ...fields };
    this.revisions.set(entry, revision);
    let index = this.entries.length;
    while (index > 0 && this.revisions.get(this.entries[index - 1]!)! > revision) index -= 1;
    this.entries.splice(index, 0, entry);
    for (const listener of this.listeners) listener();
  }

  /** The newest state of the only thing that is being released. */
  get subject(): Fields | undefined {
    return [...SUBJECTS, ...OTHERS].flatMap(kind => this.statesOf(kind))[0];
  }

  /** Of the versions there were, in the order in which they came. */
  get hashes(): string[] {
    return [...new Set(this.entries.filter(({ what, hash }) => what === 'Rollout' && hash).map(({ hash }) => hash as string))];
  }

  /** What a router gives the new version now; undefined without one. */
  get routedWeight(): number | undefined {
    return this.entries.filter(({ what, weight }) => ROUTES.includes(what) && weight !== undefined).at(-1)?.weight;
  }

  statesOf(kind: string): Fields[] {
    return [...this.states].filter(([key]) => key.startsWith(`${kind}/`)).map(([, { state }]) => state);
  }

  stateOf(kind: string, name: string): Fields | undefined {
    return this.states.get(`${kind}/${name}`)?.state;
  }

  /** Waits until it is so; looked at with every change, and by the clock for what only time changes. */
  until(isSo: () => boolean, { seconds, what }: { seconds: number; what: string }): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (finish: () => void): void => {
        this.listeners.delete(look);
        clearInterval(ticks);
        clearTimeout(limit);
        finish();
      };
      const look = (): void => {
        try {
          if (isSo()) end(resolve);
        } catch (error) {
          end(() => reject(error as Error));
        }
      };
      const ticks = setInterval(look, 200);
      const limit = setTimeout(() => {
        end(() => reject(new Error(`not within ${seconds} s: ${what}; what there is: ${JSON.stringify(this.subject)}`)));
      }, seconds * 1000);
      this.listeners.add(look);
      look();
    });
  }

  /** Entries since the start. */
  get since(): Entry[] {
    return this.entries.slice(this.first);
  }

  /** The trace as it is saved: seconds instead of times of day. */
  toJSON(): Fields[] {
    return this.entries.map(({ time, ...entry }) => ({ at: Number(((time - this.origin) / 1000).toFixed(1)), ...entry }));
  }
}

export function isSubject({ what }: Entry): boolean {
  return SUBJECTS.includes(what);
}
