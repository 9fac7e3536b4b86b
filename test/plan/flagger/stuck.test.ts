import { run } from './played';
import { settingsIn } from './settings-in-yaml';
import type { FlaggerProvider } from '../../../src/manifests/flagger-providers';
import type { RunSettings, WrittenRun } from '../../../src/plan/flagger/run-settings';
import { runToEnd } from '../../../src/plan/flagger/run-to-end';
import type { Script } from '../../../src/plan/flagger/script';
import type { Happening } from '../../../src/plan/flagger/tick';

describe('fails to end', () => {
  test.each<[string, WrittenRun, Happening, number]>([
    ['a step of nothing', { stepWeight: 0 }, 'no next weight', 0],
    ['a step back', { stepWeight: -5 }, 'no next weight', 0],
    ['a list of no weights', { stepWeights: [] }, 'no next weight', 0],
    ['a list that begins with nothing', { stepWeights: [0, 50] }, 'no next weight', 0],
    ['a weight that stands twice', { stepWeights: [10, 10, 20] }, 'no next weight', 10],
    ['weights that fall', { stepWeights: [50, 10] }, 'no next weight', 50],
    ['a last weight above all', { stepWeight: 20, maxWeight: 120 }, 'weight increased', 100],
    ['weights that are to be mirrored by a router that cannot', { provider: 'nginx', stepWeight: 10, mirror: true }, 'mirrored', 0],
    ['weights that are to be mirrored by the Gateway API', { provider: 'gatewayapi:v1', stepWeight: 10, mirror: true }, 'mirrored', 0],
    ['weights that are to be mirrored over TCP', { tcp: true, stepWeight: 10, mirror: true }, 'mirrored', 0],
    ['weights that are to be mirrored for those who match', { stepWeight: 10, mirror: true, match: 'heeded' }, 'mirrored', 0],
    ['weights that are to be mirrored for visitors who stay', { stepWeight: 10, mirror: true, affinity: 'canary' }, 'mirrored', 0],
    ['a step above all that is mirrored first', { stepWeight: 150, mirror: true }, 'routes refused', 0],
    ['an A/B test of nginx that is taken back in steps', { provider: 'nginx', iterations: 3, match: 'heeded', stepWeightPromotion: 50 }, 'shifted to primary', 100],
    ['weights of nginx for a match without a header', { provider: 'nginx', stepWeight: 10, match: 'nobody' }, 'weight increased', 0],
    ['steps back to the primary that lead away from it', { stepWeight: 50, stepWeightPromotion: -10 }, 'routes refused', 100],
    ['steps back to the primary of Knative', { provider: 'knative', stepWeight: 30, maxWeight: 60, stepWeightPromotion: 20 }, 'routes refused', 60],
    ['cookies of an interval that Go cannot read', { affinity: 'both', stepWeight: 10 }, 'routes refused', 0],
    ['weights of the Gateway API for a match, with cookies', {
      provider: 'gatewayapi:v1', stepWeight: 10, match: 'heeded', affinity: 'canary',
    }, 'weight increased', 10],
    ['an A/B test of the Gateway API with cookies that is taken back in steps', {
      provider: 'gatewayapi:v1beta1', iterations: 3, match: 'heeded', affinity: 'canary', stepWeightPromotion: 50,
    }, 'nothing left to shift', 0],
    ['a Canary that is suspended', { stepWeight: 10, suspended: true }, 'suspended', 0],
  ])('%s', (_, written, at, canaryWeight) => {
    const { ending, ticks } = run(written);
    expect([ending, ticks[ticks.length - 1].canaryWeight]).toEqual([{ how: 'stuck', at }, canaryWeight]);
  });

  test.each<[string, Script, Happening]>([
    ['pods that are never ready in time', { then: { canary: 'not yet' } }, 'canary not ready'],
    ['a primary that is never ready in time', { ticks: [{}], then: { primary: 'not yet' } }, 'primary not ready'],
    ['a route that somebody else changes at every tick', { then: { routesChanged: true } }, 'weight increased'],
    ['a template that is not new', { then: { template: 0 } }, 'at rest'],
  ])('%s', (_, script, at) => {
    expect(run({ stepWeight: 10 }, script).ending).toEqual({ how: 'stuck', at });
  });

  test('a route that somebody else changes while it is given back in steps', () => {
    const script = { ticks: [{}, {}, {}, {}, { routesChanged: true }] };
    expect(run({ stepWeight: 50, maxWeight: 100, stepWeightPromotion: 30 }, script).ending).toEqual({ how: 'stuck', at: 'nothing left to shift' });
  });

  test('a release that comes after a failed one while the primary is not ready', () => {
    const played = run({ stepWeight: 10 }, { ticks: [{ primary: 'not yet' }] }, { after: 'Failed' });
    expect([played.ticks[0].what, played.ending]).toEqual(['primary not ready', { how: 'stuck', at: 'at rest' }]);
    expect(run({ stepWeight: 10 }, { ticks: [{ primary: 'not yet' }] }, { after: 'Succeeded' }).ending).toEqual({ how: 'succeeded' });
  });
});

describe('ends, and not as was meant', () => {
  const end = (settings: RunSettings) => runToEnd(settings, {}, { atMostTicks: 500 });
  const match = [{ headers: { 'x-canary': { exact: 'always' } } }];

  test.each<FlaggerProvider>(['traefik', 'skipper', 'apisix', 'linkerd', 'kuma', 'knative', 'osm', 'smi:v1alpha1'])(
    'an A/B test of %s sends everybody to the canary', (provider) => {
      const { ticks, ending } = end(settingsIn({ provider, analysis: { iterations: 3, match } }));
      expect([ending.how, ticks[1].reach, ticks[1].canaryWeight]).toEqual(['succeeded', 'everybody', 100]);
    });

  test('so does one over TCP, and one that the Gateway API cannot express', () => {
    const tcp = settingsIn({ provider: 'istio', service: { appProtocol: 'TCP' }, analysis: { iterations: 3, match } });
    const prefix = settingsIn({ provider: 'gatewayapi:v1', analysis: { iterations: 3, match: [{ headers: { 'x-canary': { prefix: 'a' } } }] } });
    expect([tcp, prefix].map(settings => end(settings).ticks[1].reach)).toEqual(['everybody', 'everybody']);
  });

  test('weights of nginx with a match are all at once, and one check promotes', () => {
    const { ticks } = end(settingsIn({ provider: 'nginx', analysis: { stepWeight: 10, maxWeight: 50, match } }));
    expect(ticks.map(({ what, canaryWeight, statusWeight }) => [what, canaryWeight, statusWeight])).toEqual([
      ['detected', 0, 0], ['weight increased', 100, 10], ['promoted', 100, 10], ['routed to primary', 0, 0], ['succeeded', 0, 0],
    ]);
  });

  test('blue-green that is to be mirrored by a router that cannot is judged without visitors', () => {
    const { ticks, ending } = run({ provider: 'traefik', iterations: 3, mirror: true });
    expect([ending.how, ticks.slice(0, 4).some(({ mirrored, canaryWeight }) => mirrored || canaryWeight > 0)]).toEqual(['succeeded', false]);
  });
});
