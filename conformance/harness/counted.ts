// A metric store that nobody scripts: a real Prometheus over requests that are really counted, one by one, at the pods of the lab.
import type { Engine, Lab } from './lab';
import { startPrometheus } from './prometheus';
import type { Prometheus } from './prometheus';
import type { Store } from './store';
import type { Trace } from './trace';
import { startTraffic } from './traffic';
import type { Behaviour, Pod, RunningTraffic, Version } from './traffic';
import { freePorts } from './waiting';
import { compressWindows } from './windows';
import type { PartName } from '../lab/parts';

export const PROMETHEUS_PARTS: readonly PartName[] = ['prometheus'];

export interface Traffic {
  /** To both versions together. */
  readonly requestsPerSecond: number;
  readonly versions: Readonly<Record<Version, Behaviour>>;
}

export interface Surroundings {
  readonly lab: Lab;
  readonly namespace: string;
  readonly trace: Trace;
  readonly engine: Engine;
  /** What times are divided by: the windows of queries as well. */
  readonly factor: number;
}

export async function countTraffic({ requestsPerSecond, versions }: Traffic, { lab, namespace, trace, factor }: Surroundings): Promise<Store> {
  const traffic = await startTraffic({ pods: () => podsOf(trace, namespace), requestsPerSecond, versions });
  try {
    return new Counted(await prometheusOf(lab, traffic.target), traffic, factor);
  } catch (error) {
    await traffic.stop();
    throw error;
  }
}

async function prometheusOf({ children, binaries }: Lab, target: string): Promise<Prometheus> {
  const [port] = await freePorts(1) as [number];
  const start = (name: string, args: readonly string[]): ReturnType<typeof children.program> => children.program(name, binaries.prometheus, ...args);
  return startPrometheus({ start, directory: children.directory, port, targets: [target], check: () => children.check() });
}

class Counted implements Store {
  readonly address: string;
  readonly asked = [];
  readonly unknown = new Set<string>();

  constructor(private readonly prometheus: Prometheus, private readonly traffic: RunningTraffic, private readonly factor: number) {
    this.address = prometheus.address;
  }

  query(query: string): string {
    return compressWindows(query, this.factor);
  }

  start(): void {
    // Counting goes on all the time.
  }

  set(): void {
    throw new Error('a real Prometheus answers what was counted: let a version behave otherwise');
  }

  behave(changes: Readonly<Partial<Record<Version, Partial<Behaviour>>>>): void {
    for (const [version, change] of Object.entries(changes)) this.traffic.change(version as Version, change);
  }

  restart(): Promise<void> {
    throw new Error('only a scripted store can be away for a while');
  }

  async close(): Promise<void> {
    await Promise.all([this.prometheus.stop(), this.traffic.stop()]);
  }
}

/** Who takes requests now. Without a router every ready pod takes the same share; with one the weight decides. */
function podsOf(trace: Trace, namespace: string): Pod[] {
  const [first] = trace.hashes;
  const ready = [...trace.ready].map(([name, hash]) => ({ name, version: hash === first ? 'old' as const : 'new' as const }));
  const fresh = ready.filter(({ version }) => version === 'new').length;
  const weight = trace.routedWeight;
  return ready.map(({ name, version }) => {
    const share = weight === undefined ? 1 : version === 'new' ? weight / fresh : (100 - weight) / (ready.length - fresh);
    return { namespace, name, version, share };
  });
}
