import { momentProblem } from '../../expressions/moment';
import { isUrl } from '../../manifests/urls';
import { judgeOAuth } from '../oauth';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { addressFix, forEachMetricOf, shownAddress } from '../settings';
import type { Settings } from '../settings';
import { shown } from '../wording';

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
  const query = settings.field.valueAt('query');
  // what stands outside of placeholders is there whatever they are
  if ((typeof query !== 'string' || query === '' || query.startsWith('{{')) && settings.text('query') === '') {
    yield remark(settings.at('query'), 'must ask something, got no query', 'write a PromQL query');
  }
  const timeout = settings.field.valueAt('timeout');
  if (typeof timeout === 'number' && timeout <= 0) {
    const consequence = timeout === 0 ? 'so that every question is too late' : 'which errors every measurement';
    yield remark(settings.at('timeout'), `must be above 0 seconds, got ${timeout}, ${consequence}`, 'write timeout: 30');
  }
  yield* settings.field.has('authentication') ? judgeOAuth(settings) : [];
  yield* settings.field.has('rangeQuery') ? judgeRange(settings) : [];
}

function* judgeAddress(settings: Settings): Iterable<Remark> {
  const address = settings.text('address');
  if (address === '') {
    yield remark(
      settings.at('address'), 'must be the address of Prometheus, got none: without ARGO_ROLLOUTS_PROMETHEUS_ADDRESS in the controller every measurement is an error',
      'write for example address: http://prometheus.monitoring:9090', { class: 'risky' },
    );
  } else if (address !== undefined && !isUrl(address)) {
    yield remark(settings.at('address'), `must be an address with http:// or https://, got ${shownAddress(address)}`, addressFix(settings.at('address'), address));
  }
}

function* judgeRange(settings: Settings): Iterable<Remark> {
  if (!settings.at('rangeQuery').isMap) {
    return;
  }
  for (const [key, example] of [['start', 'now() - duration("10m")'], ['end', 'now()']]) {
    const text = settings.text('rangeQuery', key);
    const problem = text === undefined ? undefined : momentProblem(text);
    if (text !== undefined && problem !== undefined) {
      yield remark(settings.at('rangeQuery', key), `must be an expression for a time, got ${text === '' ? 'none' : `${shown(text)}: ${problem}`}`, `write ${key}: ${example}`);
    }
  }
  if (settings.text('rangeQuery', 'step') === '') {
    yield remark(settings.at('rangeQuery', 'step'), 'must be a duration, got none', 'write step: 1m');
  }
  yield* settings.duration('rangeQuery', 'step');
}
