import { Duration } from 'cdk8s';
import { NginxTraffic, Ramp } from 'rolloutkit';
import type { ExistingNginxTrafficOptions } from 'rolloutkit';
import { readGraph } from '../../src/graph/graph';
import { stageTable } from '../../src/report/stages';
import { checkoutCanary, checkoutManifests } from '../render';

const routing = (options: ExistingNginxTrafficOptions = {}) => checkoutCanary({ traffic: NginxTraffic.existing('shop', options) }).trafficRouting;

test('the Ingresses of the canary carry what is said of them', () => {
  expect(routing({
    canarySettings: { 'canary-by-header': 'x-canary' }, canaryAnnotations: { 'external-dns.example/ignore': 'true' }, annotationPrefix: 'ingress.example.com',
  })).toEqual({
    nginx: {
      stableIngress: 'shop',
      annotationPrefix: 'ingress.example.com',
      additionalIngressAnnotations: { 'canary-by-header': 'x-canary' },
      canaryIngressAnnotations: { 'external-dns.example/ignore': 'true' },
    },
  });
  expect(routing({ canarySettings: {} })).toEqual({ nginx: { stableIngress: 'shop' } });
});

test('several Ingresses get a canary each', () => {
  expect(routing({ otherIngresses: ['shop-internal'] })).toEqual({ nginx: { stableIngresses: ['shop', 'shop-internal'] } });
});

test('weights are written as parts of another whole, and mean the same', () => {
  const manifests = checkoutManifests({
    traffic: NginxTraffic.existing('shop', { maxTrafficWeight: 1000 }), ramp: Ramp.stages([5, 50], { hold: Duration.minutes(1) }),
  });
  const { steps, trafficRouting } = manifests[0].spec.strategy.canary;
  expect(trafficRouting.maxTrafficWeight).toBe(1000);
  expect(steps.flatMap(({ setWeight }: { setWeight?: number }) => setWeight ?? [])).toEqual([50, 500]);
  const [rollout] = readGraph(manifests.map(manifest => ({ manifest }))).rollouts;
  expect(stageTable(rollout).rows.map(({ share }) => share)).toEqual([0, 5, 50, 100, 0]);
});

test.each<[string, ExistingNginxTrafficOptions, string]>([
  ['a whole that percentages are no whole part of', { maxTrafficWeight: 150 }, 'maxTrafficWeight: must be a multiple of 100, got 150; write 1000 for tenths of a percent'],
  ['a weight of its own', { canarySettings: { 'canary-weight': '10' } }, 'canarySettings["canary-weight"]: is written by the controller, as the steps say; drop it'],
  ['the same with its whole name', { canaryAnnotations: { 'nginx.ingress.kubernetes.io/canary': 'true' } }, 'canaryAnnotations["nginx.ingress.kubernetes.io/canary"]: is written by the controller'],
  ['a setting with its prefix', { canarySettings: { 'nginx.ingress.kubernetes.io/affinity': 'cookie' } }, 'must be what stands behind the prefix; leave the prefix out, or write it in canaryAnnotations'],
  ['a prefix that is none', { annotationPrefix: 'ingress.example.com/' }, 'annotationPrefix: must be a domain, got "ingress.example.com/"; write it without the slash'],
  ['an Ingress twice', { otherIngresses: ['shop'] }, 'otherIngresses[0]: must be another Ingress, got "shop" again; drop it'],
  ['an Ingress that can be none', { otherIngresses: ['Shop'] }, 'otherIngresses[0]: must be the name of an object'],
])('fails with %s', (_, options, message) => {
  expect(() => NginxTraffic.existing('shop', options)).toThrow(message);
});
