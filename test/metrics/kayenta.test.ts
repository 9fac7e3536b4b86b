import { Duration } from 'cdk8s';
import { Analysis, Catastrophe, KayentaSource, NoData } from 'rolloutkit';
import type { KayentaSourceOptions, MetricOptions } from 'rolloutkit';
import { asked, metric } from './asked';
import { checkoutManifests, metricOf } from '../render';

const side = { scope: 'checkout', region: 'eu' };
const options: KayentaSourceOptions = {
  address: 'http://kayenta:8090',
  application: 'shop',
  metricsAccountName: 'metrics',
  storageAccountName: 'results',
  scopes: [{ name: 'default', control: side, experiment: side }],
};
const source = new KayentaSource(options);

test('the name of a canary configuration is asked, and Kayenta judges', () => {
  const written = metric({ source, query: 'checkout-errors', atLeast: 90 });
  expect(written).toMatchObject({
    interval: '30m',
    provider: {
      kayenta: {
        ...options,
        configurationAccountName: 'results',
        canaryConfigName: 'checkout-errors',
        threshold: { pass: 90, marginal: 90 },
        scopes: [{ name: 'default', controlScope: { ...side, step: 60 }, experimentScope: { ...side, step: 60 } }],
      },
    },
  });
  expect([written.successCondition, written.failureCondition]).toEqual([undefined, undefined]);
});

test('marginal scores hold a gate and never a guard', () => {
  const analyses = [Analysis.custom({ name: 'score', source: new KayentaSource({ ...options, marginal: 60 }), query: 'c', atLeast: 90 })];
  const manifests = checkoutManifests({ analyses, catastrophe: Catastrophe.ignored() });
  const threshold = (template: string) => metricOf(manifests, template, 'score').provider.kayenta.threshold;
  expect([threshold('checkout-score'), threshold('checkout-guard')]).toEqual([{ pass: 90, marginal: 60 }, { pass: 60, marginal: 60 }]);
});

test('the hashes may stand in its scopes, and the rollout supplies them', () => {
  const scopes = [{ name: 'default', control: { ...side, scope: '{{args.stable-hash}}' }, experiment: { ...side, scope: '{{args.canary-hash}}' } }];
  const compared = new KayentaSource({ ...options, scopes });
  expect(asked({ source: compared, query: 'c', atLeast: 90 }).args).toEqual([{ name: 'canary-hash' }, { name: 'stable-hash' }]);
  const [rollout] = checkoutManifests({ analyses: [Analysis.custom({ name: 'score', source: compared, query: 'c', atLeast: 90 })], catastrophe: Catastrophe.ignored() });
  expect(rollout.spec.strategy.canary.analysis.args).toEqual([
    { name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } }, { name: 'stable-hash', valueFrom: { podTemplateHashValue: 'Stable' } },
  ]);
});

test.each<[string, Partial<MetricOptions>, string]>([
  ['conditions', { successCondition: 'true' }, 'successCondition: does nothing, and no other condition either: Kayenta judges by its score; write atLeast instead'],
  ['a largest score', { atMost: 1 }, 'atMost: cannot be asked of Kayenta, where a high score is good; write atLeast instead'],
  ['half a score', { atLeast: 90.5 }, 'atLeast: must be a whole score from 0 to 100, got 90.5; write for example 90'],
  ['a score below the marginal one', { atLeast: 50, source: new KayentaSource({ ...options, marginal: 60 }) }, 'atLeast: must be at least the score 60 that is marginal, got 50; raise it, or lower marginal'],
  ['one answer without a time', { atLeast: 90, count: 1 }, 'count: must not be 1, since without an interval Kayenta has no time to compare; leave it out, or set lookback'],
  ['what no data means', { atLeast: 90, noData: NoData.reject() }, 'noData: cannot reject with this store: the canary configuration says what no data means; leave it out, and say it there'],
])('fails on %s', (_, question, message) => {
  expect(() => Analysis.custom({ source, query: 'c', ...question })).toThrow(new Error(`Analysis.custom: ${message}`));
});

test('fails on everything that is wrong with a connection, at once', () => {
  const start = '2026-01-31T12:00:00Z';
  expect(() => new KayentaSource({
    ...options,
    address: 'kayenta',
    application: '',
    marginal: 400,
    scopes: [{ name: '', control: { ...side, step: Duration.seconds(0), start }, experiment: { ...side, region: '', end: 'noon' } }],
  })).toThrow(new Error([
    'KayentaSource: address: must begin with http:// or https:// and name a host, got "kayenta"; write "http://kayenta"',
    'KayentaSource: application: must not be empty, got ""; write the name that Kayenta knows it by',
    'KayentaSource: scopes[0].name: must not be empty, got ""; write the name of the scope, which is usually "default"',
    'KayentaSource: scopes[0].control.step: must be a whole number of seconds, at least 1, got 0; write Duration.seconds(60)',
    'KayentaSource: scopes[0].experiment.region: must not be empty, got ""; write its region',
    'KayentaSource: scopes[0].experiment.end: must be a time, got "noon"; write for example "2026-01-31T12:00:00Z"',
    'KayentaSource: scopes[0].experiment.start: must be given when the other side has one; give both sides one, or none',
    'KayentaSource: scopes[0].control.end: must be given when the other side has one; give both sides one, or none',
    'KayentaSource: marginal: must be a whole score from 0 to 100, got 400; write for example 90',
  ].join('\n')));
});

test('fails on nothing to compare', () => {
  expect(() => new KayentaSource({ ...options, scopes: [] })).toThrow('KayentaSource: scopes: must not be empty; name the scope of the canary configuration');
});
