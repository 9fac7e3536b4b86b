import { parseGoDuration } from '../../manifests/durations';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { forEachMetricOf } from '../settings';
import type { Settings } from '../settings';
import { shown } from '../wording';

export const datadogSettings: Rule = {
  id: 'datadog-settings',
  class: 'broken',
  summary: 'a metric of Datadog asks one query, or several and a formula, in a version of its interface that has them',
  why: 'the definition of the template takes any combination, with version v1 where none is written, and the controller refuses it at each measurement: the fifth error in a row aborts the rollout',
  covers: ['PR-07', 'PR-08', 'PR-09', 'PR-10', 'PR-11', 'PR-12', 'PR-13', 'PR-14', 'ME-21'],
  check: (graph) => forEachMetricOf(graph, 'datadog', function* (settings): Iterable<Remark> {
    yield* judgeQueries(settings);
    yield* settings.duration('interval');
    yield* judgeTimeout(settings);
    if (settings.at('secretRef', 'namespaced').boolean === true && settings.text('secretRef', 'name') === '') {
      yield remark(settings.at('secretRef', 'name'), 'must name the Secret beside the rollout, got none, and namespaced is true', 'write name: datadog, or drop namespaced');
    }
  }),
};

function* judgeQueries(settings: Settings): Iterable<Remark> {
  const [query, formula, version] = [settings.text('query'), settings.text('formula'), settings.text('apiVersion')];
  const queries = settings.at('queries');
  if (queries.isUnknown || query === undefined || version === undefined) {
    return;
  }
  const amount = queries.keys().length;
  // the definition fills in v1
  const isOld = version !== 'v2';
  const written = version === '' ? 'none, which is v1' : version;
  if (query === '' && amount === 0) {
    yield remark(settings.at('query'), 'must ask something, got neither query nor queries', 'write query: avg:requests.error.rate{...}');
  } else if (query !== '' && amount > 0) {
    yield remark(queries, 'must not stand beside query, which is one more', 'move query into queries, or drop one of them');
  } else if (isOld && amount > 0) {
    yield remark(settings.at('apiVersion'), `must be v2 to ask several queries, got ${written}`, 'write apiVersion: v2');
  }
  if (isOld && settings.text('aggregator')) {
    yield remark(settings.at('apiVersion'), `must be v2 for an aggregator, got ${written}`, 'write apiVersion: v2, or drop aggregator');
  }
  if (formula !== undefined && formula !== '' && amount === 0) {
    yield remark(settings.at('formula'), `must be about queries, got ${shown(formula)} and none`, 'write queries: { a: ... }, or drop the formula');
  }
  if (formula === '' && amount > 1) {
    yield remark(settings.at('formula'), `must say what is made of ${amount} queries, got none`, `write for example formula: ${queries.keys().slice(0, 2).join(' / ')}`);
  }
}

function* judgeTimeout(settings: Settings): Iterable<Remark> {
  yield* settings.duration('requestTimeout');
  const seconds = parseGoDuration(settings.text('requestTimeout') ?? '');
  if (seconds !== undefined && seconds <= 0) {
    yield remark(settings.at('requestTimeout'), `must be above 0, got ${settings.text('requestTimeout')}`, 'write requestTimeout: 30s');
  }
}
