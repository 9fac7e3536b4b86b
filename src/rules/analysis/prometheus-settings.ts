import { judgeOAuth } from '../oauth';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { addressFix, forEachMetricOf, isUrl, shownAddress } from '../settings';
import type { Settings } from '../settings';
import { shown } from '../wording';

/** An expression for a moment, as `rangeQuery` wants it: the usual ones, and no others are doubted. */
const NO_MOMENT = /^\s*$|^\s*-?\s*\d+(\.\d+)?\s*([a-z]+\s*)?$|^\s*now\s*$|^\s*now\s*-\s*\d/i;

export const prometheusSettings: Rule = {
  id: 'prometheus-settings',
  class: 'broken',
  summary: 'a metric of Prometheus has an address, a query, and time for the answer',
  why: 'the controller makes its client anew for each measurement: what it cannot read makes every one of them an error, and the fifth in a row aborts the rollout',
  covers: ['PR-01', 'PR-02', 'PR-03', 'PR-05', 'PR-06', 'ME-21'],
  check: (graph) => forEachMetricOf(graph, 'prometheus', judge),
};

function* judge(settings: Settings): Iterable<Remark> {
  yield* judgeAddress(settings);
  if (settings.text('query') === '') {
    yield remark(settings.at('query'), 'must ask something, got no query', 'write a PromQL query');
  }
  const timeout = settings.field.valueAt('timeout');
  if (typeof timeout === 'number' && timeout <= 0) {
    const consequence = timeout === 0 ? 'so that every question is too late' : 'which errors every measurement';
    yield remark(settings.at('timeout'), `must be above 0 seconds, got ${timeout}, ${consequence}`, 'write 30');
  }
  yield* judgeOAuth(settings);
  yield* judgeRange(settings);
}

function* judgeAddress(settings: Settings): Iterable<Remark> {
  const address = settings.text('address');
  if (address === '') {
    yield remark(
      settings.at('address'), 'must be the address of Prometheus, got none: without ARGO_ROLLOUTS_PROMETHEUS_ADDRESS in the controller every measurement is an error',
      'write for example http://prometheus.monitoring:9090', { class: 'risky' },
    );
  } else if (address !== undefined && !isUrl(address)) {
    yield remark(settings.at('address'), `must be an address with http:// or https://, got ${shownAddress(address)}`, addressFix(address));
  }
}

function* judgeRange(settings: Settings): Iterable<Remark> {
  if (!settings.field.has('rangeQuery') || !settings.at('rangeQuery').isMap) {
    return;
  }
  for (const [key, example] of [['start', 'now() - duration("10m")'], ['end', 'now()']]) {
    const text = settings.text('rangeQuery', key);
    if (text !== undefined && NO_MOMENT.test(text)) {
      yield remark(settings.at('rangeQuery', key), `must be an expression for a time, got ${text === '' ? 'none' : shown(text)}`, `write ${example}`);
    }
  }
  if (settings.text('rangeQuery', 'step') === '') {
    yield remark(settings.at('rangeQuery', 'step'), 'must be a duration, got none', 'write 1m');
  }
  yield* settings.duration('rangeQuery', 'step');
}
