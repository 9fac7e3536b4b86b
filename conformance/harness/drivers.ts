// What differs between the engines when a scenario is played.
import { argoDriver } from './driver-argo';
import { experimentDriver } from './driver-experiment';
import { flaggerDriver } from './driver-flagger';
import type { Engine, Lab } from './lab';
import type { Script } from './metrics';
import type { Moment } from './moments';
import type { Fields, KubeObject } from './objects';
import type { Receiver, Replies } from './receiver';
import type { Scenario } from './scenario';
import type { Store } from './store';
import type { Trace } from './trace';
import type { Behaviour, Version } from './traffic';

/** Where one scenario is played. */
export interface Stage {
  readonly lab: Lab;
  readonly namespace: string;
  readonly trace: Trace;
  readonly metrics: Store;
  readonly receiver: Receiver;
  readonly scenario: Scenario;
  /** What has to be stopped at its end. */
  readonly stops: (() => Promise<void>)[];
}

/** What can happen in a scenario; several things at one moment happen in the order they are written. */
export interface Command {
  /** A moment from which seconds count. */
  readonly note?: string;
  /** Other answers of the metric store, by the name of the series. */
  readonly set?: Readonly<Record<string, Script>>;
  /** A real Prometheus: a version fares otherwise. */
  readonly behave?: Readonly<Partial<Record<Version, Partial<Behaviour>>>>;
  /** Other replies of whoever is called, by path. */
  readonly reply?: Replies;
  /** The metric store is away for so many seconds. */
  readonly restart?: number;
  /** Another new version. */
  readonly image?: string;
  /** Something else in the spec of the rollout or the canary, as if it were applied anew. */
  readonly change?: Fields;
  /** Nothing is done any more until it is resumed. */
  readonly pause?: boolean;
  readonly resume?: boolean;
  /** As somebody with kubectl: merged into these objects, one after the other. */
  readonly patch?: readonly Patch[];
  /** An object goes: its kind and its name. */
  readonly remove?: readonly [kind: string, name: string];
  /** Argo: as the plugin of kubectl does, past a pause that waits for a person. */
  readonly promote?: boolean;
  /** Argo: as the plugin of kubectl does. */
  readonly abort?: boolean;
}

/** What is merged into an object. */
export interface Patch extends Fields {
  readonly kind: string;
  readonly name: string;
}

export type Commands = { readonly [Name in keyof Command]-?: (value: NonNullable<Command[Name]>) => unknown };

export interface Driver {
  /** Kind of what is released. */
  readonly subject: string;
  /** The first version runs and the next may come. */
  readonly atRest: Moment;
  /** Template of the pods of what is released, as it stands among the objects. */
  template(objects: readonly KubeObject[]): Fields;
  /** No interval may be shorter, in seconds. */
  shortestInterval(scenario: Scenario): number;
  /** Before there is any object. */
  start?(stage: Stage): Promise<void>;
  commands(stage: Stage, objects: readonly KubeObject[]): Commands;
}

const DRIVERS: Readonly<Record<Engine, Driver>> = { argo: argoDriver, flagger: flaggerDriver };

export function driverOf({ engine, subject }: Pick<Scenario, 'engine' | 'subject'>): Driver {
  return subject === 'Experiment' ? experimentDriver : DRIVERS[engine];
}

/** What every engine can. */
export function commonCommands({ lab: { api }, namespace, metrics, receiver, trace }: Stage): Pick<Commands, 'note' | 'set' | 'behave' | 'reply' | 'restart' | 'patch' | 'remove'> {
  return {
    patch: async patches => {
      for (const { kind, name, ...patch } of patches) await api.merge(kind, namespace, name, patch);
    },
    remove: ([kind, name]) => api.delete(kind, namespace, name),
    note: () => undefined,
    set: answers => metrics.set(answers),
    behave: changes => metrics.behave(changes),
    reply: replies => receiver.set(replies),
    // Not waited for: things happen in the meantime.
    restart: seconds => void metrics.restart(seconds).catch((error: Error) => trace.command(`the store does not come back: ${error.message}`)),
  };
}

/** Changes the containers of a workload to another image. */
export function otherImage(template: Fields, tag: string): void {
  for (const container of template.spec.containers) container.image = container.image.replace(/:[^:/]*$/, `:${tag}`);
}
