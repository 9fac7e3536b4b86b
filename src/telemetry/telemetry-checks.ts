import type { CustomTelemetryOptions, TelemetryOptions } from './telemetry-options';
import { lastingSeconds } from '../intent/checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOf } from '../intent/seconds';

/** What is wrong with options that every instrumentation has: the interval, and whatever ends in `Label`. */
export function sharedProblems(options: Pick<TelemetryOptions, 'scrapeInterval'>): readonly (Problem | undefined)[] {
  const labels = Object.entries(options).filter(([property, label]) => property.endsWith('Label') && label !== undefined);
  return [
    ...labels.map(([property, label]) => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(String(label))
      ? undefined
      : { property, message: `must be a Prometheus label name, got ${show(label)}`, fix: 'write the name of the label alone, such as "pod"' }),
    options.scrapeInterval && lastingSeconds('scrapeInterval', secondsOf(options.scrapeInterval)),
  ];
}

/** What is wrong with metrics that somebody names. */
export function metricProblems(options: CustomTelemetryOptions): readonly (Problem | undefined)[] {
  const names = { requests: options.requests, duration: options.duration };
  const problems = Object.entries(names).map(([property, name]) => /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)
    ? undefined
    : { property, message: `must be the name of a metric alone, got ${show(name)}`, fix: 'leave out braces, labels and functions' });
  const matcher = /^[a-zA-Z_][a-zA-Z0-9_]*\s*(=|!=|=~|!~)\s*"[^"]*"(,.*)?$/.test(options.errors) ? undefined : {
    property: 'errors', message: `must be a label matcher, got ${show(options.errors)}`, fix: 'write for example code=~"5.."',
  };
  return [...problems, matcher];
}

/** What is wrong with the name of a Service's port, which stands in a regular expression. */
export function portNameProblem(portName: string | undefined): Problem | undefined {
  return portName === undefined || (/^[a-z0-9-]{1,15}$/.test(portName) && /[a-z]/.test(portName)) ? undefined : {
    property: 'portName', message: `must be the name of a port of a Service, got ${show(portName)}`, fix: 'write for example "http", or leave it out where the route names a number',
  };
}

/** What is wrong with a pattern for names of Envoy's clusters. */
export function clusterProblem(cluster: string): Problem | undefined {
  const plain = cluster.replace(/\{(namespace|service)\}/g, 'name');
  if (cluster !== '' && isExpression(plain) && !/["\\{}\s]/.test(plain)) return undefined;
  return {
    property: 'cluster',
    message: `must be a regular expression with no other names in braces than {namespace} and {service}, got ${show(cluster)}`,
    fix: 'write for example "{namespace}_{service}_[0-9]+", or "local_app" for an Envoy in each pod',
  };
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text) !== undefined;
  } catch {
    return false;
  }
}
