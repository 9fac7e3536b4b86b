// A namespace for one stack, watched, with what the controllers need there.
import type { Cluster } from './play';
import { driverOf } from '../harness/drivers';
import type { Stage } from '../harness/drivers';
import type { Engine } from '../harness/lab';
import { Metrics } from '../harness/metrics';
import type { Fields } from '../harness/objects';
import { startReceiver } from '../harness/receiver';
import type { Scenario } from '../harness/scenario';
import type { Trace } from '../harness/trace';
import { sleep, until } from '../harness/waiting';

export interface Room {
  readonly engine: Engine;
  readonly namespace: string;
  readonly trace: Trace;
  readonly cluster: Cluster;
  /** Address of a metric store whose answers are good. */
  readonly metrics: string;
}

/** A success rate; nothing that is better when it is low is asked here. */
const GOOD = 100;
const PATIENCE = 60;

export async function withRoom<T>(cluster: Cluster, engine: Engine, namespace: string, work: (room: Room) => Promise<T>): Promise<T> {
  const { lab, recorder } = cluster;
  const trace = recorder.open(namespace, engine);
  const metrics = await new Metrics([{ name: 'all', query: /./, answer: GOOD }]).open();
  const receiver = await startReceiver({}, () => undefined);
  const stops: (() => Promise<void>)[] = [];
  try {
    await lab.api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    const stage: Stage = { lab, namespace, trace, metrics, receiver, scenario: { engine } as Scenario, stops };
    await driverOf({ engine }).start?.(stage);
    return await work({ engine, namespace, trace, cluster, metrics: metrics.address });
  } finally {
    recorder.close(namespace);
    await Promise.all(stops.map(stop => stop()));
    await Promise.all([metrics.close(), receiver.close()]);
  }
}

export function wait({ trace, cluster }: Room, what: string, isSo: () => boolean): Promise<void> {
  return trace.until(() => {
    cluster.lab.children.check();
    return isSo();
  }, { seconds: PATIENCE, what });
}

/** Of the only thing that is released. */
export async function subjectOf({ cluster: { lab: { api } }, namespace, engine }: Room): Promise<{ kind: string; name: string }> {
  const kind = engine === 'argo' ? 'Rollout' : 'Canary';
  const { items } = await api.get(kind, namespace);
  return { kind, name: items[0].metadata.name };
}

/** Kinds that stacks and controllers write. */
const KINDS = ['Rollout', 'Canary', 'Experiment', 'Deployment', 'ReplicaSet', 'Service', 'Ingress', 'VirtualService', 'DestinationRule', 'HorizontalPodAutoscaler',
  'AnalysisTemplate', 'MetricTemplate'];

/** What there is, as `Kind/name`. */
export async function namesIn(
  { cluster: { lab: { api } }, namespace }: Room, isMeant: (object: Fields) => boolean = () => true,
): Promise<string[]> {
  const all = await Promise.all(KINDS.map(async kind => {
    const { items } = await api.get(kind, namespace).catch(() => ({ items: [] }));
    return (items as Fields[]).filter(isMeant).map(({ metadata: { name } }) => `${kind}/${name}`);
  }));
  return all.flat();
}

/** What there is although all should be gone. */
export async function leftIn(room: Room): Promise<string[]> {
  let left: string[] = [];
  const look = async (): Promise<boolean> => {
    left = await namesIn(room);
    return left.length === 0;
  };
  await until('all is gone', look, { seconds: 20 }).catch(() => undefined);
  return left.map(one => `${one} is left after destroy`);
}

/** So long after the last thing that happened, a controller has said all. */
const QUIET_MS = 1500;

/** Waits until nothing happens any more. */
export async function quiet({ trace }: Room): Promise<void> {
  for (let seen = -1; seen !== trace.entries.length;) {
    seen = trace.entries.length;
    await sleep(QUIET_MS);
  }
}
