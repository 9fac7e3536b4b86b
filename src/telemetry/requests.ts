import { selector } from './selector';
import { query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { Enquiry, Scope } from '../intent/telemetry';
import { formatGoDuration } from '../manifests/durations';
import { known, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** How one instrumentation counts requests and times them. */
export interface RequestMetrics {
  /** Counter of all requests. */
  readonly requests: string;
  /** Matchers for the bad ones, such as `status=~"5.."`; what any of them matches is bad. */
  readonly errors: readonly string[];
  /** Name of the duration histogram, without `_bucket`. */
  readonly duration: string;
  /** How many milliseconds one unit of the histogram is. */
  readonly durationUnitMillis: number;
  /** Matchers for the requests that a question is about. */
  matchers(scope: Scope): QueryText | undefined;
}

/*
 * Good requests are counted as "not bad": a canary that has answered nothing but errors has no series of good requests,
 * and a ratio over a series that is missing is empty, which looks like no traffic.
 * For the same reason an absent series of bad requests counts as zero.
 */
export function successRate(metrics: RequestMetrics, enquiry: Enquiry): QueryText {
  return onlyWithTraffic(metrics, enquiry, query`100 * (1 - ${badShare(metrics, enquiry)})`);
}

export function errorRate(metrics: RequestMetrics, enquiry: Enquiry): QueryText {
  return onlyWithTraffic(metrics, enquiry, query`100 * (${badShare(metrics, enquiry)})`);
}

/** No requests are an answer here, and a question about their number has no use for a least number of them. */
export function requestRate(metrics: RequestMetrics, enquiry: Enquiry): QueryText {
  const all = selector(metrics.requests, metrics.matchers(enquiry.scope));
  return query`sum(rate(${all}[${range(enquiry)}])) or vector(0)`;
}

export function latency(metrics: RequestMetrics, enquiry: Enquiry, percentile: Leaf<number>): QueryText {
  const quantile = mapLeaf(percentile, value => Number((value / 100).toPrecision(12)));
  const buckets = selector(`${metrics.duration}_bucket`, metrics.matchers(enquiry.scope));
  const seconds = query`histogram_quantile(${quantile}, sum by (le) (rate(${buckets}[${range(enquiry)}])))`;
  const millis = metrics.durationUnitMillis === 1 ? seconds : query`${metrics.durationUnitMillis} * ${seconds}`;
  return onlyWithTraffic({ ...metrics, requests: `${metrics.duration}_count` }, enquiry, millis);
}

function badShare(metrics: RequestMetrics, enquiry: Enquiry): QueryText {
  const matchers = metrics.matchers(enquiry.scope);
  // a union, so that what two matchers match counts once
  const bad = metrics.errors.map(errors => query`rate(${selector(metrics.requests, matchers, errors)}[${range(enquiry)}])`)
    .reduce((before, other) => query`${before} or ${other}`);
  const all = selector(metrics.requests, matchers);
  return query`(sum(${bad}) or vector(0))\n  / sum(rate(${all}[${range(enquiry)}]))`;
}

/** A share of a handful of requests says nothing, so the query answers nothing then. */
function onlyWithTraffic(metrics: RequestMetrics, enquiry: Enquiry, answer: QueryText): QueryText {
  if (known(enquiry.minimumRequests) === 0) return answer;
  const all = selector(metrics.requests, metrics.matchers(enquiry.scope));
  return query`${answer}\nand sum(increase(${all}[${range(enquiry)}])) >= ${enquiry.minimumRequests}`;
}

function range(enquiry: Enquiry): Leaf<string> {
  return mapLeaf(enquiry.windowSeconds, formatGoDuration);
}
