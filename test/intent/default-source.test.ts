import { Analysis, Catastrophe, DatadogSource, Gate, KayentaSource, PrometheusSource, RolloutDefaults, SecretReference, SuccessRateAnalysis } from 'rolloutkit';
import type { IMetricSource } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, named } from '../render';
import type { Program, Written } from '../render';

const withDefault = (source: IMetricSource, program: Program): Program => (chart, app) => {
  RolloutDefaults.of(chart).use({ source });
  program(chart, app);
};

test('fails on questions in PromQL where the default store takes something else, told once each', () => {
  const told = 'source: must answer PromQL, in which Telemetry.httpRequests asks this question, got datadog; '
    + 'ask in the language of that store: Analysis.custom({ query, atLeast: 99 })';
  expect(findingsOf(withDefault(new DatadogSource(), chart => {
    checkout(chart, { analyses: [Analysis.successRate()] });
    new SuccessRateAnalysis(chart, 'shared');
  }))).toEqual([`[test/checkout] analyses[0].${told}`, `[test/shared] ${told}`]);
});

test('a store that takes no PromQL is not asked for catastrophes', () => {
  const manifests = manifestsOf(withDefault(new DatadogSource(), chart => {
    checkout(chart, { analyses: [Analysis.custom({ name: 'errors', query: 'avg:errors{*}', atMost: 1 })] });
  }));
  expect(named(manifests, 'AnalysisTemplate', 'checkout-guard').spec.metrics.map(({ name }: Written) => name)).toEqual(['errors']);
});

test('fails on a catastrophe that was asked for, of a store that takes no PromQL', () => {
  const analyses = [Analysis.custom({ name: 'errors', query: 'avg:errors{*}', atMost: 1 })];
  expect(findingsOf(withDefault(new DatadogSource(), chart => { checkout(chart, { analyses, catastrophe: Catastrophe.above() }); }))).toEqual([
    '[test/checkout] catastrophe: cannot be looked for in datadog, since Telemetry.httpRequests asks in PromQL; ask a question of your own with failureLimit: 0 at Gate.throughout, or leave the catastrophe out',
  ]);
});

test('the hashes in the texts of a default store are supplied', () => {
  const side = (scope: string) => ({ scope, region: 'eu' });
  const source = new KayentaSource({
    address: 'http://kayenta',
    application: 'shop',
    metricsAccountName: 'metrics',
    storageAccountName: 'results',
    scopes: [{ name: 'default', control: side('{{args.stable-hash}}'), experiment: side('{{args.canary-hash}}') }],
  });
  const manifests = manifestsOf(withDefault(source, chart => { checkout(chart, { analyses: [Analysis.custom({ name: 'score', query: 'checkout', atLeast: 90 })] }); }));
  const { canary } = named(manifests, 'Rollout', 'checkout').spec.strategy;
  expect(canary.analysis.args.map(({ name }: Written) => name)).toEqual(['canary-hash', 'stable-hash']);
});

test('a guard of catastrophes alone reads the Secret of its store', () => {
  const source = new PrometheusSource({ address: 'http://prometheus', secretHeaders: { Authorization: SecretReference.named('prometheus') } });
  const manifests = manifestsOf(withDefault(source, chart => { checkout(chart, { gates: [Gate.eachStage(Analysis.successRate())] }); }));
  expect(named(manifests, 'AnalysisTemplate', 'checkout-guard').spec.args.map(({ name }: Written) => name)).toContain('prometheus_Authorization');
});
