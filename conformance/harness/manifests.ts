// Reads manifests and makes them fit the lab: other namespace, other addresses, shorter times. Nothing else is changed.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Fields, KubeObject } from './objects';

export const ROOT = resolve(__dirname, '..', '..');
const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Where the objects of a scenario live, and what they reach there. */
export interface Surroundings {
  readonly namespace: string;
  /** Address of the metric store. */
  readonly metrics: string;
  /** Address of who is called: hooks, web metrics, alerts. */
  readonly receiver: string;
  /** What times are divided by. */
  readonly factor: number;
  /** No interval of Flagger gets shorter than that, in seconds. */
  readonly shortestInterval: number;
  /** What becomes of a query. */
  readonly query?: (query: string) => string;
}

/** Reads the objects of files whose paths are relative to the root of the repository. */
export function readManifests(files: readonly string[]): KubeObject[] {
  return files.flatMap(file => parseAllDocuments(readFileSync(resolve(ROOT, file), 'utf8')).map(document => {
    if (document.errors[0]) throw document.errors[0];
    return document.toJS() as KubeObject;
  }));
}

/** Makes objects fit the lab, in place. */
export function fit(objects: readonly KubeObject[], lab: Surroundings): void {
  for (const object of objects) {
    if (!object.kind.startsWith('Cluster')) object.metadata.namespace = lab.namespace;
    FITTING[object.kind]?.(object.spec as Fields, lab);
    // where an alert goes is a secret
    if (object.kind === 'Secret' && object.stringData?.address) object.stringData.address = elsewhere(object.stringData.address, lab.receiver);
  }
}

const FITTING: Readonly<Record<string, (spec: Fields, lab: Surroundings) => void>> = {
  Rollout: fitRollout,
  Experiment: fitExperiment,
  AnalysisTemplate: fitTemplate,
  ClusterAnalysisTemplate: fitTemplate,
  Canary: fitCanary,
  MetricTemplate: fitMetricTemplate,
  AlertProvider: (spec, { receiver }) => {
    if (spec.address) spec.address = elsewhere(spec.address, receiver);
  },
};

function fitRollout({ strategy }: Fields, { namespace, factor }: Surroundings): void {
  const plugins: Fields = strategy.canary?.trafficRouting?.plugins ?? {};
  for (const plugin of Object.values(plugins)) if (plugin.namespace !== undefined) plugin.namespace = namespace;
  for (const step of strategy.canary?.steps ?? []) {
    if (step.pause?.duration !== undefined) step.pause.duration = compress(step.pause.duration, factor);
    if (step.experiment?.duration !== undefined) step.experiment.duration = `${compress(step.experiment.duration, factor)}s`;
  }
  if (strategy.blueGreen?.autoPromotionSeconds) strategy.blueGreen.autoPromotionSeconds = compress(strategy.blueGreen.autoPromotionSeconds, factor);
}

function fitExperiment(spec: Fields, { namespace, factor }: Surroundings): void {
  if (spec.duration !== undefined) spec.duration = `${compress(spec.duration, factor)}s`;
  for (const argument of (spec.analyses ?? []).flatMap(({ args = [] }: Fields) => args)) {
    if (argument.name === 'namespace') argument.value = namespace;
  }
}

function fitTemplate(spec: Fields, { namespace, metrics, receiver, factor, query }: Surroundings): void {
  for (const argument of spec.args ?? []) {
    if (argument.name === 'namespace' && argument.value !== undefined) argument.value = namespace;
  }
  for (const metric of spec.metrics ?? []) {
    for (const field of ['interval', 'initialDelay']) {
      if (metric[field] !== undefined) metric[field] = `${compress(metric[field], factor)}s`;
    }
    const { prometheus, web } = metric.provider;
    if (prometheus) {
      prometheus.address = metrics;
      if (query) prometheus.query = query(prometheus.query);
    }
    if (web) web.url = elsewhere(web.url, receiver);
  }
}

function fitCanary(spec: Fields, { namespace, metrics, receiver, factor, shortestInterval }: Surroundings): void {
  spec.metricsServer = metrics;
  const { analysis, upstreamRef } = spec;
  if (upstreamRef?.namespace !== undefined) upstreamRef.namespace = namespace;
  analysis.interval = `${Math.max(shortestInterval, compress(analysis.interval, factor))}s`;
  for (const metric of analysis.metrics ?? []) {
    if (metric.interval !== undefined) metric.interval = `${compress(metric.interval, factor)}s`;
  }
  for (const hook of analysis.webhooks ?? []) hook.url = elsewhere(hook.url, receiver);
}

function fitMetricTemplate({ provider }: Fields, { metrics }: Surroundings): void {
  if (provider.type === 'prometheus') provider.address = metrics;
}

/** The same path at another address. */
function elsewhere(url: string, address: string): string {
  return url.replace(/^https?:\/\/[^/]+/, address);
}

/** A time divided by the factor, in whole seconds, which is what the controllers compare; never less than one. */
export function compress(duration: string | number, factor: number): number {
  return Math.max(1, Math.ceil(secondsOf(duration) / factor));
}

function secondsOf(duration: string | number): number {
  const text = String(duration);
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (text === '' || parts.map(([part]) => part).join('') !== text) throw new Error(`not a duration: "${text}"`);
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit!]!, 0);
}

/** Merges changes into fields, in place; a list or a plain value takes the place of what was there, undefined removes it. */
export function merge(into: Fields, changes: Fields): void {
  for (const [name, change] of Object.entries(changes)) {
    if (change === undefined) delete into[name];
    else if (isFields(change) && isFields(into[name])) merge(into[name], change);
    else into[name] = change;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
