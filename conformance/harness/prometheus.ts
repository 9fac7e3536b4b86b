// A real Prometheus over the lab's own counters: nothing it answers is scripted.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Child } from './children';
import { isOk, until } from './waiting';

export interface PrometheusOptions {
  /** Starts the binary under a name. */
  readonly start: (name: string, args: readonly string[]) => Child;
  /** For its configuration and its samples. */
  readonly directory: string;
  readonly port: number;
  /** Hosts with ports; their `/metrics` is read. */
  readonly targets: readonly string[];
  /** @default '1s' */
  readonly scrapeInterval?: string;
  /** Throws when there is nothing to wait for any more. */
  readonly check?: () => void;
}

export interface Prometheus {
  readonly address: string;
  /** Answers with the samples of a vector, or one without labels for a scalar. */
  query(query: string): Promise<PrometheusSample[]>;
  stop(): Promise<void>;
}

export interface PrometheusSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Starts Prometheus, and waits until it has read every target once. */
export async function startPrometheus({ start, directory, port, targets, scrapeInterval = '1s', check }: PrometheusOptions): Promise<Prometheus> {
  const name = `prometheus-${port}`;
  const address = `127.0.0.1:${port}`;
  const file = join(directory, `${name}.yaml`);
  writeFileSync(file, configuration(targets, scrapeInterval));
  const child = start(name, [
    `--config.file=${file}`, `--storage.tsdb.path=${join(directory, name)}`, `--web.listen-address=${address}`,
  ]);
  const query = (text: string): Promise<PrometheusSample[]> => ask(`http://${address}`, text);
  await until('Prometheus is ready', () => isOk(port, '/-/ready'), { check });
  await until('Prometheus has read its targets', async () => (await query('up == 1')).length === targets.length, { check });
  return { address: `http://${address}`, query, stop: () => child.stop() };
}

function configuration(targets: readonly string[], interval: string): string {
  // JSON is YAML.
  return JSON.stringify({
    // The second is the step of subqueries that name none.
    global: { scrape_interval: interval, evaluation_interval: interval },
    scrape_configs: [{
      job_name: 'lab',
      // One target speaks for many pods, as kube-state-metrics does: whose a series is, it says itself.
      honor_labels: true,
      static_configs: [{ targets }],
    }],
  });
}

async function ask(address: string, query: string): Promise<PrometheusSample[]> {
  const response = await fetch(`${address}/api/v1/query`, { method: 'POST', body: new URLSearchParams({ query }) });
  const { data, error } = await response.json() as Answer;
  if (!data) throw new Error(`Prometheus does not answer ${query}: ${error}`);
  if (data.resultType === 'scalar') return [{ labels: {}, value: Number(data.result[1]) }];
  return data.result.map(({ metric, value: [, value] }) => ({ labels: metric, value: Number(value) }));
}

/** Of an instant query; ranges are never asked for. Values are text, because JSON has no NaN. */
interface Answer {
  readonly error?: string;
  readonly data?:
    | { readonly resultType: 'scalar'; readonly result: readonly [time: number, value: string] }
    | { readonly resultType: 'vector'; readonly result: readonly { metric: Record<string, string>; value: [time: number, value: string] }[] };
}
