import { App, Chart, Duration } from 'cdk8s';
import { Analysis, BlueGreenRollout, CanaryRollout, Gate, NoData, Telemetry } from 'rolloutkit';
import type { CanaryRolloutProps, NoData as NoDataChoice } from 'rolloutkit';
import { fenced, table } from './markdown';
import type { Blocks } from './markers';
import { parseGoDuration } from '../../src/manifests/durations';

type Metric = Readonly<Record<string, unknown>> & { readonly name: string };

/** The tables of docs/gates.md: whatever they say was rendered a moment ago. */
export function gateBlocks(): Blocks {
  return {
    settings: settings(),
    windows: windows(),
    silence: silence(),
    question: question(),
    chance: chance(),
    catastrophes: catastrophes(),
    switch: afterSwitch(),
  };
}

/** The metrics of one template of a rollout. */
function metrics(template: string, props: Partial<CanaryRolloutProps>): readonly Metric[] {
  const chart = new Chart(new App(), 'shop');
  new CanaryRollout(chart, 'checkout', { containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }], ...props });
  const manifests = chart.toJson() as { metadata: { name: string }; spec: { metrics: Metric[] } }[];
  return manifests.find(({ metadata }) => metadata.name === `checkout-${template}`)?.spec.metrics ?? [];
}

const successRate = (options: Parameters<typeof Analysis.successRate>[0] = {}) => ({ analyses: [Analysis.successRate(options)] });

function settings(): string {
  const [guard, errors] = metrics('guard', successRate());
  const smoke = Analysis.custom({ name: 'smoke', query: 'smoke_passed', atLeast: 1, count: 1 });
  const columns = [guard, metrics('success-rate', successRate())[0], errors, metrics('smoke', { gates: [Gate.beforePromotion(smoke)] })[0]];
  return table(['', 'guard', 'stage gate', 'catastrophe guard', 'asked once'], limitsOf(columns));
}

/** What a blue-green is asked after its switch. */
function afterSwitch(): string {
  const chart = new Chart(new App(), 'shop');
  new BlueGreenRollout(chart, 'checkout', { containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }], ...successRate() });
  const templates = chart.toJson() as { metadata: { name: string }; spec: { metrics: Metric[] } }[];
  const columns = ['checkout-success-rate', 'checkout-guard'].map(name => templates.find(({ metadata }) => metadata.name === name)!.spec.metrics[0]);
  return table(['', 'question', 'catastrophe'], limitsOf(columns));
}

function limitsOf(columns: readonly Metric[]): string[][] {
  const limits = ['interval', 'initialDelay', 'count', 'consecutiveSuccessLimit', 'failureLimit', 'inconclusiveLimit', 'consecutiveErrorLimit'];
  const conditions = ['successCondition', 'failureCondition'];
  return [
    ...limits.map(key => [`\`${key}\``, ...columns.map(metric => metric[key] === undefined ? '-' : String(metric[key]))]),
    ...conditions.map(key => [`\`${key}\``, ...columns.map(metric => metric[key] === undefined ? '-' : 'yes')]),
  ];
}

function windows(): string {
  return table(['scraped every', 'window', 'asked every', 'asked at most', 'which is'], [15, 30, 60].map(seconds => {
    const telemetry = Telemetry.httpRequests({ scrapeInterval: Duration.seconds(seconds) });
    const [gate] = metrics('success-rate', { ...successRate(), telemetry });
    const window = /\[(\w+)\]/.exec(JSON.stringify(gate.provider))?.[1] ?? '';
    const hours = Number(gate.count) * (parseGoDuration(String(gate.interval)) ?? 0) / 3600;
    return [`${seconds} s`, window, String(gate.interval), `${gate.count} times`, `${hours} hours`];
  }));
}

function silence(): string {
  const choices: [string, NoDataChoice][] = [['hold', NoData.hold()], ['reject', NoData.reject()], ['accept', NoData.accept()]];
  return table(['', 'guard fails when', 'gate fails when', 'gate is good when'], choices.map(([name, noData]) => {
    const [guard] = metrics('guard', successRate({ noData }));
    const [gate] = metrics('success-rate', successRate({ noData }));
    return [`\`NoData.${name}()\``, ...[guard.failureCondition, gate.failureCondition, gate.successCondition].map(condition => `\`${String(condition)}\``)];
  }));
}

function question(): string {
  const [gate] = metrics('success-rate', successRate());
  return fenced('promql', (gate.provider as { prometheus: { query: string } }).prometheus.query);
}

function catastrophes(): string {
  const [, ...disasters] = metrics('guard', successRate());
  return table(['metric', 'asked every', 'over', 'from', 'ends the rollout when'], disasters.map(({ name, interval, failureCondition, provider }) => {
    const { query } = (provider as { prometheus: { query: string } }).prometheus;
    const least = />= (\d+)$/.exec(query)?.[1];
    return [`\`${name}\``, String(interval), /\[(\w+)\]/.exec(query)?.[1] ?? 'the last end of a container',
      least === undefined ? '-' : `${least} requests`, `\`${String(failureCondition).replace(/^.*&& /, '')}\``];
  }));
}

/** How often a window of a healthy canary is below 99 % by chance alone, and two of the ten windows of twenty minutes. */
function chance(): string {
  return table(['requests in a window', 'a window is bad', 'two of ten are'], [50, 100, 200, 500, 1000].map(requests => {
    const bad = 1 - atMostErrors(Math.floor(requests / 100), requests, 0.003);
    return [String(requests), ...[bad, 1 - (1 - bad) ** 10 - 10 * bad * (1 - bad) ** 9].map(percent)];
  }));
}

/** The binomial distribution: at most so many errors among the requests. */
function atMostErrors(errors: number, requests: number, rate: number): number {
  let probability = (1 - rate) ** requests;
  let sum = probability;
  for (let count = 1; count <= errors; count++) {
    probability *= (requests - count + 1) / count * rate / (1 - rate);
    sum += probability;
  }
  return sum;
}

function percent(share: number): string {
  return share < 0.0005 ? 'below 0.1 %' : `${(100 * share).toFixed(1)} %`;
}
