// Requests that are really counted: every pod has counters and a histogram of its own, which Prometheus reads from here as it
// would from the applications and from kube-state-metrics.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';

export type Version = 'old' | 'new';

/** A pod that takes requests at this moment. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly version: Version;
  /** In proportion to those of the other pods. */
  readonly share: number;
}

/** How a version fares. */
export interface Behaviour {
  /** How many of its requests end in an error, from 0 to 1. */
  readonly errorRatio: number;
  /** Log-normal: half of the requests take longer than the median. The spread is the standard deviation of the logarithm. */
  readonly latency: { readonly medianSeconds: number; readonly spread: number };
  /** Each of its containers crashes so often, and begins anew. */
  readonly crashes?: { readonly perMinute: number; readonly reason: 'Error' | 'OOMKilled' };
}

export interface TrafficOptions {
  /** Asked at every tick. One that is gone is forgotten, and its name begins with nothing should it come back. */
  readonly pods: () => readonly Pod[];
  /** Of all pods together. */
  readonly requestsPerSecond: number;
  readonly versions: Readonly<Record<Version, Behaviour>>;
}

export interface RunningTraffic {
  /** Host and port, as Prometheus wants its targets. */
  readonly target: string;
  /** From now on a version fares otherwise. */
  change(version: Version, changes: Partial<Behaviour>): void;
  stop(): Promise<void>;
}

const TICK_MILLISECONDS = 100;

/** Starts requests, and a server on loopback that tells how many there were. */
export async function startTraffic(options: TrafficOptions): Promise<RunningTraffic> {
  const traffic = new Traffic(options);
  let last = performance.now();
  const catchUp = (): void => {
    const now = performance.now();
    traffic.advance((now - last) / 1000);
    last = now;
  };
  const server = createServer((_, response) => {
    catchUp();
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(traffic.exposition());
  });
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
  const ticks = setInterval(catchUp, TICK_MILLISECONDS);
  return {
    target: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    change: (version, changes) => traffic.change(version, changes),
    stop: () => new Promise(resolve => {
      clearInterval(ticks);
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** Requests without a clock: time passes when it is told to. */
export class Traffic {
  private readonly counted = new Map<string, PodCounts>();
  private readonly versions: Record<Version, Behaviour>;
  private readonly random = randomNumbers(1);

  constructor(private readonly options: TrafficOptions) {
    this.versions = { ...options.versions };
  }

  change(version: Version, changes: Partial<Behaviour>): void {
    this.versions[version] = { ...this.versions[version], ...changes };
  }

  advance(seconds: number): void {
    const pods = new Map(this.options.pods().map(pod => [`${pod.namespace}/${pod.name}`, pod]));
    for (const key of this.counted.keys()) if (!pods.has(key)) this.counted.delete(key);
    const shares = [...pods.values()].reduce((sum, { share }) => sum + share, 0);
    for (const [key, pod] of pods) {
      const counts = this.counted.get(key) ?? new PodCounts(pod);
      this.counted.set(key, counts);
      const requests = shares > 0 ? this.options.requestsPerSecond * seconds * pod.share / shares : 0;
      counts.pass(seconds, requests, this.versions[pod.version], this.random);
    }
  }

  /** What Prometheus reads, in its text format. */
  exposition(): string {
    const lines = [...this.counted.values()].flatMap(counts => counts.samples());
    return FAMILIES.map(([name, type]) => {
      // A family has to stand together.
      const own = lines.filter(line => line.family === name).map(line => `${line.text}\n`);
      return own.length > 0 ? `# TYPE ${name} ${type}\n${own.join('')}` : '';
    }).join('');
  }
}

const REQUESTS = 'http_requests_total';
const DURATION = 'http_request_duration_seconds';
const RESTARTS = 'kube_pod_container_status_restarts_total';
const TERMINATED = 'kube_pod_container_status_last_terminated_reason';
const FAMILIES = [[REQUESTS, 'counter'], [DURATION, 'histogram'], [RESTARTS, 'counter'], [TERMINATED, 'gauge']] as const;

/** In seconds; those that the client libraries of Prometheus have by default. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Infinity];

interface Sample {
  readonly family: string;
  readonly text: string;
}

/** What one pod has counted, and what is known of its container. */
class PodCounts {
  private byStatus = new Map<string, number>();
  private buckets = BUCKETS.map(() => 0);
  private totalSeconds = 0;
  private restarts = 0;
  private lastTerminated: string | undefined;
  /** Parts of a request, of an error and of a crash that are still to come: so shares hold for small numbers as well. */
  private readonly due = { requests: 0, errors: 0, crashes: 0 };

  constructor(private readonly pod: Pod) {}

  pass(seconds: number, requests: number, { errorRatio, latency, crashes }: Behaviour, random: () => number): void {
    for (this.due.requests += requests; this.due.requests >= 1; this.due.requests--) {
      this.due.errors += errorRatio;
      const failed = this.due.errors >= 1;
      if (failed) this.due.errors--;
      this.count(failed ? '500' : '200', latency.medianSeconds * Math.exp(latency.spread * normal(random)));
    }
    this.due.crashes += crashes ? crashes.perMinute * seconds / 60 : 0;
    for (; this.due.crashes >= 1; this.due.crashes--) this.crash(crashes!.reason);
  }

  private count(status: string, seconds: number): void {
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
    this.buckets[BUCKETS.findIndex(limit => seconds <= limit)]!++;
    this.totalSeconds += seconds;
  }

  /** The application's own counts are lost with its process; Kubernetes' are not. */
  private crash(reason: string): void {
    this.byStatus.clear();
    this.buckets = BUCKETS.map(() => 0);
    this.totalSeconds = 0;
    this.restarts++;
    this.lastTerminated = reason;
  }

  /** As with client libraries, a series of requests is not there before the first of them: nobody ever sees its 0. */
  samples(): Sample[] {
    const labels = `namespace="${this.pod.namespace}",pod="${this.pod.name}",container="main"`;
    const sample = (family: string, ending: string, value: number, more = ''): Sample => ({
      family, text: `${family}${ending}{${labels}${more}} ${value}`,
    });
    const all = this.buckets.reduce((sum, inBucket) => sum + inBucket, 0);
    let below = 0;
    return [
      ...[...this.byStatus].map(([status, number]) => sample(REQUESTS, '', number, `,status="${status}"`)),
      ...all === 0 ? [] : [
        ...this.buckets.map((number, index) => sample(DURATION, '_bucket', below += number, `,le="${limitOf(index)}"`)),
        sample(DURATION, '_sum', this.totalSeconds),
        sample(DURATION, '_count', all),
      ],
      sample(RESTARTS, '', this.restarts),
      ...this.lastTerminated ? [sample(TERMINATED, '', 1, `,reason="${this.lastTerminated}"`)] : [],
    ];
  }
}

function limitOf(bucket: number): string {
  const limit = BUCKETS[bucket]!;
  return limit === Infinity ? '+Inf' : `${limit}`;
}

/** Numbers between 0 and 1, never the ends: the "minimal standard" generator of Park and Miller. The same in every run. */
function randomNumbers(seed: number): () => number {
  const modulus = 2 ** 31 - 1;
  let state = seed;
  return () => {
    state = state * 48_271 % modulus;
    return state / modulus;
  };
}

/** Of the standard normal distribution, after Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}
