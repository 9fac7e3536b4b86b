import { Analysis, KeptnSource } from 'rolloutkit';
import { flaggerTold } from './asked';

const source = new KeptnSource();

test('nothing has to be told but what is asked', () => {
  expect(flaggerTold(source, 'keptnmetric/shop/errors')).toEqual({ provider: { type: 'keptn' } });
});

test.each(['keptnmetric/shop/errors', 'keptnmetrics/{{args.namespace}}/errors', 'analysis/shop/checkout/5m/release={{args.canary-hash}}', 'analyses/shop/checkout'])(
  '%s is a question', query => {
    expect(() => Analysis.custom({ source, query, atLeast: 1 })).not.toThrow();
  });

test.each<[string, string, string]>([
  ['no kind', 'shop/errors', 'query: must name a metric or an analysis of Keptn, got "shop/errors"; write for example "keptnmetric/{{args.namespace}}/error-rate"'],
  ['no name', 'keptnmetric/errors', 'query: must name a metric or an analysis of Keptn, got "keptnmetric/errors"; write for example "keptnmetric/{{args.namespace}}/error-rate"'],
  ['capitals', 'analysis/shop/checkout/5m/Release=A', 'query: must be in small letters, as which Flagger reads it, got "analysis/shop/checkout/5m/Release=A"; name what Keptn knows in small letters'],
])('fails on %s', (_, query, message) => {
  expect(() => Analysis.custom({ source, query, atLeast: 1 })).toThrow(new Error(`Analysis.custom: ${message}`));
});
