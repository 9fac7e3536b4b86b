import { canaryIn, settingsIn } from './settings-in-yaml';
import { matchEffect } from '../../../src/graph/canary-match';
import type { MatchEffect } from '../../../src/graph/canary-match';
import { readGraph } from '../../../src/graph/graph';
import type { FlaggerProvider } from '../../../src/manifests/flagger-providers';
import { readRunSettings } from '../../../src/plan/flagger/read-run-settings';

test('what is left out is what Flagger takes for it', () => {
  const settings = settingsIn({ provider: null, analysis: { threshold: 0, interval: '', metrics: undefined } });
  expect(settings).toEqual({
    provider: 'istio',
    intervalSeconds: 60,
    intervalIsRead: false,
    threshold: 1,
    stepWeight: 0,
    stepWeights: [],
    maxWeight: 100,
    stepWeightPromotion: 0,
    iterations: 0,
    course: 'weights',
    mirror: false,
    match: 'none',
    affinity: 'none',
    tcp: false,
    metrics: false,
    hooks: [],
    skipAnalysis: false,
    suspended: false,
  });
});

test('all that is written is read', () => {
  const settings = settingsIn({
    provider: 'gatewayapi:v1beta1',
    service: { appProtocol: 'TCP' },
    spec: { skipAnalysis: true, suspend: true },
    analysis: {
      interval: '1m30s',
      threshold: 3,
      stepWeight: 5,
      maxWeight: 40,
      stepWeightPromotion: 20,
      iterations: 4,
      mirror: true,
      match: [{ headers: { 'x-canary': { regex: '.*' } } }],
      sessionAffinity: { cookieName: 'a', primaryCookieName: 'b' },
      webhooks: [{ type: '' }, {}, { type: 'rollback' }, { type: 'event' }, { type: 'confirm-rollout' }],
    },
  });
  expect(settings).toEqual({
    provider: 'gatewayapi:v1beta1',
    intervalSeconds: 90,
    intervalIsRead: true,
    threshold: 3,
    stepWeight: 5,
    stepWeights: [],
    maxWeight: 40,
    stepWeightPromotion: 20,
    iterations: 4,
    course: 'ab-test',
    mirror: true,
    match: 'heeded',
    affinity: 'both',
    tcp: true,
    metrics: true,
    hooks: ['rollout', 'rollout', 'rollback', 'event', 'confirm-rollout'],
    skipAnalysis: true,
    suspended: true,
  });
});

test.each([['5s', 10], ['0', 10], ['-1m', 10], ['500ms', 10], ['10s', 10], ['2m', 120], ['1mo', 60], ['1d', 60]])(
  'an interval of %s is one of %d seconds', (interval, seconds) => {
    expect(settingsIn({ analysis: { interval } }).intervalSeconds).toBe(seconds);
  });

test.each<[object, number]>([
  [{ stepWeight: 5 }, 100], [{ stepWeight: 5, maxWeight: 50 }, 50], [{ stepWeight: 5, maxWeight: -1 }, 100], [{ stepWeight: 5, maxWeight: 120 }, 120],
  [{ stepWeights: [10, 60], maxWeight: 20 }, 60], [{ stepWeights: [10, 160] }, 100],
])('weights of %j end at %d', (analysis, maxWeight) => {
  expect(settingsIn({ analysis }).maxWeight).toBe(maxWeight);
});

test.each<[string | null, string]>([
  [null, 'nginx'], ['', 'nginx'], ['contour', 'contour'], ['gatewayapi:v1beta2', 'gatewayapi:v1'], ['gloo:v2', 'gloo'], ['smi:v1alpha2:linkerd', 'smi:v1alpha2'],
  ['gatewayapi', 'istio'], ['Nginx', 'istio'],
])('the provider %s is %s where the option says nginx', (provider, taken) => {
  expect(readRunSettings(canaryIn({ provider, analysis: {} }), 'nginx')?.provider).toBe(taken);
});

test('without a router there are iterations, ten unless it says how many, and no match', () => {
  const match = [{ headers: { 'x-canary': { exact: 'always' } } }];
  expect(settingsIn({ provider: 'kubernetes', analysis: { stepWeight: 5, match } })).toMatchObject({ iterations: 10, course: 'blue-green', match: 'none' });
  expect(settingsIn({ provider: 'kubernetes', analysis: { iterations: 3, match } })).toMatchObject({ iterations: 3, course: 'blue-green', match: 'none' });
});

test.each<[string, (later: object) => object]>([
  ['threshold', later => ({ threshold: later })],
  ['a weight', later => ({ stepWeights: [5, later] })],
  ['the type of a hook', later => ({ webhooks: [{ type: later, name: 'a' }] })],
])('fails to read what depends on a value that is not known yet: %s', (_, analysis) => {
  class Later {}
  const { manifest } = canaryIn({ analysis: {} }).source;
  const spec = manifest.spec as { analysis: object };
  const later = { ...manifest, spec: { ...spec, analysis: { ...spec.analysis, ...analysis(new Later()) } } };
  const source = { ...canaryIn({ analysis: {} }).source, manifest: later };
  expect(readRunSettings(readGraph([source]).canaries[0])).toBeUndefined();
});

describe('a match', () => {
  const effectOf = (provider: FlaggerProvider, conditions: object[], tcp = false) =>
    matchEffect(provider, tcp, canaryIn({ analysis: { match: conditions } }).analysis.at('match').items());
  const header = (comparison: string, name = 'x-canary') => ({ headers: { [name]: { [comparison]: 'a' } } });
  const parameter = (comparison: string) => ({ queryParams: { canary: { [comparison]: 'a' } } });

  test.each<[FlaggerProvider, object, MatchEffect]>([
    ['istio', header('suffix'), 'heeded'],
    ['istio', { sourceLabels: { app: 'a' } }, 'heeded'],
    ['gatewayapi:v1', header('regex'), 'heeded'],
    ['gatewayapi:v1', parameter('exact'), 'heeded'],
    ['gatewayapi:v1', header('prefix'), 'ignored'],
    ['gatewayapi:v1beta1', { sourceLabels: { app: 'a' } }, 'ignored'],
    ['nginx', header('exact'), 'heeded'],
    ['nginx', header('exact', 'cookie'), 'heeded'],
    ['nginx', header('regex', 'cookie'), 'nobody'],
    ['nginx', parameter('exact'), 'nobody'],
    ['nginx', { headers: { cookie: { exact: '' } } }, 'nobody'],
    ['contour', header('prefix'), 'heeded'],
    ['contour', parameter('exact'), 'ignored'],
    ['gloo', header('regex'), 'heeded'],
    ['appmesh:v1beta2', header('exact'), 'heeded'],
    ['traefik', header('exact'), 'ignored'],
    ['linkerd', header('exact'), 'ignored'],
  ])('of %s: %j is %s', (provider, condition, effect) => {
    expect(effectOf(provider, [condition])).toBe(effect);
  });

  test('of the Gateway API is dropped as a whole', () => {
    expect(effectOf('gatewayapi:v1', [header('exact'), header('suffix')])).toBe('ignored');
  });

  test('is ignored over TCP, and is none where there is none', () => {
    expect([effectOf('istio', [header('exact')], true), effectOf('istio', [])]).toEqual(['ignored', 'none']);
  });
});
