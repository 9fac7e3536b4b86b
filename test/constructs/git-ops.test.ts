import { Chart, Testing } from 'cdk8s';
import { HorizontalPodAutoscaler } from 'cdk8s-plus-28';
import {
  Action, Analysis, AnalysisTemplate, GatewayApiTraffic, GitOps, IstioTraffic, NginxTraffic, QueryScope, RolloutDefaults, SecretReference, Step,
  SuccessRateAnalysis, VersionedConfig,
} from 'rolloutkit';
import type { CanaryRolloutProps } from 'rolloutkit';
import { parse } from 'yaml';
import { jsonPointer } from '../../src/manifests/json-pointer';
import { checkout, findingsOf, manifestsOf, switched } from '../render';
import type { Written } from '../render';

const WAVE = 'argocd.argoproj.io/sync-wave';
const hosts = ['shop.example.com'];
const nginx = new NginxTraffic({ hosts });
const gateway = new GatewayApiTraffic({ hosts, gateway: 'public' });
const waves = (manifests: Written[]): Record<string, string | undefined> =>
  Object.fromEntries(manifests.map(({ kind, metadata }) => [`${kind} ${metadata.name.replace(/^settings-.*/, 'settings')}`, metadata.annotations?.[WAVE]]));
const delivered = (gitOps: GitOps, props: Partial<CanaryRolloutProps> = {}) => manifestsOf(chart => {
  RolloutDefaults.of(chart).use({ gitOps });
  const shared = new SuccessRateAnalysis(chart, 'shared', { clusterWide: true });
  new VersionedConfig(chart, 'settings', { data: { TIMEOUT: '5s' } });
  checkout(chart, { analyses: [shared, Analysis.latency()], ...props });
});

describe('Argo CD applies what a Rollout refers to before it', () => {
  test('configuration, then Services and templates, then the Rollout', () => {
    expect(waves(delivered(GitOps.argoCd()))).toEqual({
      'ConfigMap settings': '-2',
      'ClusterAnalysisTemplate shared': '-1',
      'Service checkout': '-1',
      'Service checkout-canary': '-1',
      'AnalysisTemplate checkout-latency': '-1',
      'AnalysisTemplate checkout-guard': '-1',
      'Rollout checkout': undefined,
    });
  });

  test.each([['an Ingress', nginx, 'Ingress'], ['a route of a Gateway', gateway, 'HTTPRoute']])('and never waits for %s, which somebody else makes healthy', (_, traffic, kind) => {
    expect(waves(delivered(GitOps.argoCd(), { traffic }))[`${kind} checkout`]).toBeUndefined();
  });

  test('a VirtualService has no health to wait for', () => {
    expect(waves(delivered(GitOps.argoCd(), { traffic: new IstioTraffic({ hosts }) }))['VirtualService checkout']).toBe('-1');
  });

  test('one rollout says so by itself', () => {
    expect(waves(manifestsOf(chart => switched(chart, { gitOps: GitOps.argoCd() })))).toEqual({
      'Rollout checkout': undefined, 'Service checkout': '-1', 'Service checkout-preview': '-1',
    });
  });
});

test.each([['Flux', GitOps.flux()], ['Helm', GitOps.helm()]])('%s orders by itself', (_, gitOps) => {
  expect(Object.values(waves(delivered(gitOps))).filter(wave => wave !== undefined)).toEqual([]);
});

test('fails on another one where it is locked', () => {
  expect(findingsOf(chart => {
    RolloutDefaults.of(chart).use({ gitOps: GitOps.argoCd() }).lockValue('gitOps', 'this cluster has one');
    checkout(chart, { gitOps: GitOps.flux() });
  })).toEqual([expect.stringContaining('gitOps: is locked above this rollout, because this cluster has one; leave it out')]);
});

describe('what Argo CD has to leave alone', () => {
  const chart = () => new Chart(Testing.app(), 'test', { namespace: 'shop' });
  const namespace = 'shop';
  const hash = ['/spec/selector/rollouts-pod-template-hash'];
  const service = (name: string) => ({ group: '', kind: 'Service', name, objectNamespace: namespace, jsonPointers: hash });
  const canary = (props: Partial<CanaryRolloutProps>) => checkout(chart(), props).ignoreDifferences;
  const routed = [service('checkout'), service('checkout-canary')];

  test('the version that a Service leads to, of those that the Rollout names', () => {
    expect(canary({})).toEqual([service('checkout-canary')]);
    expect(canary({ traffic: nginx })).toEqual(routed);
    expect(switched(chart()).ignoreDifferences).toEqual([service('checkout'), service('checkout-preview')]);
    expect(canary({ traffic: nginx, services: { stable: 'legacy' } })).toEqual([service('legacy'), service('checkout-canary')]);
  });

  test('nothing of an Ingress, since the controller writes one of its own', () => {
    expect(canary({ traffic: nginx }).map(({ kind }) => kind)).not.toContain('Ingress');
  });

  test('the rules of a route of a Gateway', () => {
    const rules = (name: string) => ({ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name, objectNamespace: namespace, jsonPointers: ['/spec/rules'] });
    expect(canary({ traffic: gateway })).toEqual([...routed, rules('checkout')]);
    expect(canary({ traffic: GatewayApiTraffic.existing('shop') })).toEqual([...routed, rules('shop')]);
  });

  test('the routes of a VirtualService and the subsets of a DestinationRule', () => {
    const istio = (kind: string, name: string, jsonPointers: string[], of = namespace) => ({ group: 'networking.istio.io', kind, name, objectNamespace: of, jsonPointers });
    expect(canary({ traffic: new IstioTraffic({ hosts }) })).toEqual([...routed, istio('VirtualService', 'checkout', ['/spec/http'])]);
    expect(canary({ traffic: new IstioTraffic({ hosts, subsets: true }) })).toEqual([
      istio('VirtualService', 'checkout', ['/spec/http']), istio('DestinationRule', 'checkout', ['/spec/subsets']),
    ]);
    expect(canary({ traffic: IstioTraffic.existing('shop.mesh', { tcpRoutes: [{ port: 5432 }] }) })).toEqual([
      ...routed, istio('VirtualService', 'shop', ['/spec/tcp'], 'mesh'),
    ]);
  });

  test('the number of pods, once an autoscaler decides it', () => {
    const scope = chart();
    const rollout = checkout(scope, { services: { canary: 'next' } });
    expect(rollout.ignoreDifferences).toEqual([service('next')]);
    new HorizontalPodAutoscaler(scope, 'scaler', { target: rollout, maxReplicas: 10 });
    expect(rollout.ignoreDifferences).toEqual([
      { group: 'argoproj.io', kind: 'Rollout', name: 'checkout', objectNamespace: namespace, jsonPointers: ['/spec/replicas'] }, service('next'),
    ]);
  });

  test('is printed as a part of an Application, which respects it when it syncs', () => {
    expect(parse(checkout(chart()).toArgoCd())).toEqual({
      spec: {
        ignoreDifferences: [{ group: '', kind: 'Service', name: 'checkout-canary', namespace, jsonPointers: hash }],
        syncPolicy: { syncOptions: ['RespectIgnoreDifferences=true'] },
      },
    });
  });

  test('is nothing where the controller changes nothing of what is applied', () => {
    const worker = checkout(chart(), { containers: [{ image: 'registry.example/worker:1' }] });
    expect([worker.ignoreDifferences, worker.toArgoCd()]).toEqual([[], '']);
  });

  test('a key with a slash is one key of a pointer', () => {
    expect(jsonPointer(['metadata', 'annotations', 'alb.ingress.kubernetes.io/actions.checkout'])).toBe('/metadata/annotations/alb.ingress.kubernetes.io~1actions.checkout');
    expect(jsonPointer(['a~b', 0])).toBe('/a~0b/0');
  });
});

describe('a shared template is one that Kargo can run', () => {
  const [alone, several] = manifestsOf(chart => {
    new SuccessRateAnalysis(chart, 'alone', { scope: QueryScope.service() });
    const approved = Action.http({ name: 'approved', url: 'http://changes/approvals', secretHeaders: { Authorization: SecretReference.named('changes') } });
    new AnalysisTemplate(chart, 'several', { analyses: [Analysis.errorRate({ scope: QueryScope.service() }), approved] });
  });

  test('whatever is open is a name that takes a value, and credentials are named', () => {
    expect(alone.spec.args).toEqual([{ name: 'namespace' }, { name: 'rollout' }]);
    expect(several.spec.args.flatMap((arg: Written) => Object.keys(arg.valueFrom ?? {}))).toEqual(['secretKeyRef']);
  });

  test('its metrics are its own, since it reads no others, and each of them ends', () => {
    expect([alone, several].map(({ spec }) => [spec.metrics.length, spec.templates])).toEqual([[1, undefined], [2, undefined]]);
    expect([alone, several].flatMap(({ spec }) => spec.metrics).every(({ count }: Written) => count > 0)).toBe(true);
  });
});

test('without it nothing is written that was not before', () => {
  const manifests = manifestsOf(chart => checkout(chart, { traffic: gateway, steps: [Step.weight(20)] }));
  expect(manifests.flatMap(({ metadata }) => Object.keys(metadata.annotations ?? {}))).toEqual([]);
});
