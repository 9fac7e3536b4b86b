import { BUILTIN_METRICS } from '../../graph/canary';
import type { CanaryMetricUse } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const [SUCCESS, DURATION] = BUILTIN_METRICS;
/** What there should be little of, and what there should be much of, by the name of a metric. */
const LITTLE = /error|fail|5xx|4xx|\b(?:404|500)s?\b|latency|duration|response-time|saturation|restarts/i;
const MUCH = /success|availab/i;

export const canaryMetricThreshold: Rule = {
  id: 'canary-metric-threshold',
  class: 'broken',
  summary: 'the threshold of a metric lets good values through and holds bad ones up',
  why: 'Flagger compares whatever is written and says nothing: without a limit a success rate of 0 passes, a limit on the wrong side or in the wrong unit passes every '
    + 'release or none',
  covers: ['FM-04', 'FM-05', 'FM-06', 'FM-07', 'FM-08'],
  check: (graph) => forEachCanary(graph, function* ({ metricsAsked }): Iterable<Remark> {
    for (const use of metricsAsked) {
      yield* judge(use);
    }
  }),
};

function* judge(use: CanaryMetricUse): Iterable<Remark> {
  const { field, name = '' } = use;
  const [range, threshold] = [field.at('thresholdRange'), field.at('threshold')];
  if (range.isUnknown || threshold.isUnknown || ['min', 'max'].some((key) => range.at(key).isUnknown)) {
    return;
  }
  if (!range.exists && !threshold.exists) {
    yield unlimited(range, name);
    return;
  }
  if (range.isMap) {
    const [min, max] = [range.at('min').number, range.at('max').number];
    if (!range.has('min') && !range.has('max')) {
      yield remark(range, 'must have min or max, got neither: every value passes', `write thresholdRange: ${usualRange(name)}`);
    } else if (min !== undefined && max !== undefined && min > max) {
      yield remark(range.at('min'), `must be at most max, ${max}, got ${min}: no value passes`, `write min: ${max} and max: ${min}`);
      return;
    }
  }
  if (name === SUCCESS) {
    yield* successRate(range, threshold);
  } else if (name === DURATION) {
    yield* duration(range, threshold);
  } else {
    yield* direction(use);
  }
}

function unlimited(range: Field, name: string): Remark {
  switch (name) {
    case SUCCESS:
      return remark(range, 'must be there, got none: a success rate of 0 % passes', 'write thresholdRange: { min: 99 }');
    case DURATION:
      return remark(range, 'must be there, got none: a single millisecond is too long', 'write thresholdRange: { max: 500 }');
    default:
      return remark(range, 'must be there, got none: whatever is above 0 fails', `write thresholdRange: ${usualRange(name)}, with the limit that is meant`, { class: 'risky' });
  }
}

function usualRange(name: string): string {
  return MUCH.test(name) ? '{ min: 99 }' : name === DURATION ? '{ max: 500 }' : '{ max: 1 }';
}

/** In percent. The older `threshold` is its least value. */
function* successRate(range: Field, threshold: Field): Iterable<Remark> {
  const [least, most] = [range.isMap ? range.at('min') : threshold, range.at('max')];
  const { number } = least;
  if (number !== undefined && (number > 100 || (number > 0 && number <= 1))) {
    yield remark(
      least, `must be a percentage such as 99, got ${number}: ${number > 100 ? 'no release passes' : 'hardly any release fails'}`,
      write(least, number >= 1 ? 99 : round(number * 100)), number === 1 ? { class: 'risky' } : {},
    );
  } else if (number !== undefined && number <= 0 && !range.has('max')) {
    yield remark(least, `must be a percentage such as 99, got ${number}: a success rate of 0 % passes`, write(least, 99));
  }
  if (range.isMap && most.number !== undefined && most.number < 100) {
    yield remark(
      most, `must not be there for a success rate, got ${most.number}: releases with more success than that fail`,
      least.exists ? 'drop it' : `write min: ${most.number <= 1 ? round(most.number * 100) : most.number} instead`,
    );
  }
}

/** In milliseconds, of which parts are cut off. */
function* duration(range: Field, threshold: Field): Iterable<Remark> {
  const most = range.isMap ? range.at('max') : threshold;
  const { number } = most;
  if (number !== undefined && number < 1) {
    yield remark(most, `must be whole milliseconds, such as 500, got ${number}, which is cut to 0: no release passes`, write(most, number > 0 ? Math.max(1, round(number * 1000)) : 500));
  }
  if (range.isMap && range.has('min') && !range.has('max')) {
    const least = range.at('min');
    yield remark(least, 'must be max for a duration, got min: slow releases pass, and fast ones fail', `write max: ${least.number ?? 500} instead`);
  }
}

/** By its name, or that of its template. The older `threshold` is the most there may be. */
function* direction({ field, name = '', template }: CanaryMetricUse): Iterable<Remark> {
  const range = field.at('thresholdRange');
  const names = [name, template?.name ?? field.at('templateRef').textAt('name') ?? ''];
  const isLittle = names.some((each) => LITTLE.test(each));
  const isMuch = names.some((each) => MUCH.test(each));
  if (isLittle === isMuch) {
    return;
  }
  const [least, most] = [range.at('min'), range.isMap ? range.at('max') : field.at('threshold')];
  if (isLittle && range.isMap && least.exists && !most.exists) {
    yield remark(least, `must be max, by the name of the metric, ${name}, got min: releases with less of it fail`, `write max: ${least.number ?? 1} instead`, { class: 'risky' });
  } else if (isMuch && most.exists && !least.exists) {
    yield remark(
      most, `must be the least there may be, by the name of the metric, ${name}, got the most: releases with more of it fail`,
      range.isMap ? `write min: ${most.number ?? 99} instead` : `write thresholdRange: { min: ${most.number ?? 99} } instead`, { class: 'risky' },
    );
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
