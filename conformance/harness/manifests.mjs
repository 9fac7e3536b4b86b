// Reads manifests and makes them fit the lab: other namespace, other metric store, shorter times. Nothing else is changed.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/** What the controller compares is in whole seconds, so nothing gets shorter than that. */
const SHORTEST = 1;
const UNITS = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Reads the objects of files whose paths are relative to the root of the repository. */
export function readManifests(files) {
  return files.flatMap((file) => parseAllDocuments(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
    .map((document) => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    }));
}

/**
 * Makes objects fit the lab.
 * @param {object[]} objects
 * @param {{ namespace: string, metrics: string, factor: number }} lab `factor` is what times are divided by
 */
export function fit(objects, { namespace, metrics, factor }) {
  for (const object of objects) {
    object.metadata.namespace = namespace;
    const { spec } = object;
    if (object.kind === 'Rollout') fitRollout(spec, factor);
    if (object.kind.endsWith('AnalysisTemplate')) fitTemplate(spec, { namespace, metrics, factor });
  }
  return objects;
}

function fitRollout({ strategy }, factor) {
  for (const step of strategy.canary?.steps ?? []) {
    if (step.pause?.duration !== undefined) step.pause.duration = compress(step.pause.duration, factor);
  }
}

function fitTemplate(spec, { namespace, metrics, factor }) {
  for (const argument of spec.args ?? []) {
    if (argument.name === 'namespace' && argument.value !== undefined) argument.value = namespace;
  }
  for (const metric of spec.metrics) {
    for (const field of ['interval', 'initialDelay']) {
      if (metric[field] !== undefined) metric[field] = `${compress(metric[field], factor)}s`;
    }
    if (metric.provider.prometheus) metric.provider.prometheus.address = metrics;
  }
}

/** A time divided by the factor, in whole seconds. */
function compress(duration, factor) {
  return Math.max(SHORTEST, Math.ceil(secondsOf(duration) / factor));
}

function secondsOf(duration) {
  if (Number.isFinite(Number(duration))) return Number(duration);
  const parts = [...String(duration).matchAll(/([\d.]+)(ms|h|m|s)/g)];
  if (parts.map(([part]) => part).join('') !== duration) throw new Error(`not a duration: ${duration}`);
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit], 0);
}
