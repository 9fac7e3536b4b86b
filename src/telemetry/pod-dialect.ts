import { requestDialect } from './request-dialect';
import type { RequestInstrumentation } from './request-dialect';
import type { RequestMetrics } from './requests';
import { both, podMatchers } from './selector';
import type { PodLabels } from './selector';
import type { TelemetryDialect } from '../intent/telemetry';

/** What is counted in the pods themselves, by the application or by a proxy beside it, with series for each pod. */
export interface PodInstrumentation
  extends PodLabels, Omit<RequestMetrics, 'matchers'>, Omit<RequestInstrumentation, 'metrics' | 'timed' | 'byService' | 'onlyBehind'> {
  /** Whatever else has to match, in everything that is counted. */
  readonly only?: string;
  /** Whatever else has to match, in what is timed. */
  readonly timedOnly?: string;
}

/** A dialect for whoever counts the requests of one pod. */
export function podDialect(options: PodInstrumentation): TelemetryDialect {
  const { pod, namespace, only, timedOnly, requests, errors, duration, durationUnitMillis, ...facts } = options;
  const metrics: RequestMetrics = {
    requests,
    errors,
    duration,
    durationUnitMillis,
    matchers: scope => {
      const pods = podMatchers(scope, { pod, namespace });
      return only === undefined ? pods : both(pods, only);
    },
  };
  return requestDialect({
    ...facts,
    metrics,
    ...(timedOnly === undefined ? {} : { timed: { ...metrics, matchers: scope => both(metrics.matchers(scope), timedOnly) } }),
  });
}
