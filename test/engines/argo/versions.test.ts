import { Duration } from 'cdk8s';
import { Analysis, AnalysisTemplate, CanaryRollout, Controller, DatadogSource, GatewayApiTraffic, IstioTraffic, MetricAnalysis, NginxTraffic, RolloutDefaults, SecretReference, TraefikTraffic } from 'rolloutkit';
import type { CanaryRolloutProps } from 'rolloutkit';
import { argoVersions } from '../../../src/manifests/argo-versions';
import { checkout, findingsOf, manifestsOf } from '../../render';

const older = Controller.argoRollouts({ version: '1.9' });
const gateway = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });

const told = (props: Partial<CanaryRolloutProps>): string[] => findingsOf(chart => {
  checkout(chart, props);
});

test.each<[string, Partial<CanaryRolloutProps>, string]>([
  ['Services that take turns behind the Gateway API', { traffic: gateway, pingPong: true },
    'pingPong: needs Argo Rollouts 1.10, got controller.version 1.9: before it the controller refuses the Rollout as InvalidSpec'],
  ['more canary pods than there are pods', { traffic: gateway, replicas: 2, minimumCanaryPods: 3 },
    'minimumCanaryPods: needs Argo Rollouts 1.10 for 3 of 2, got controller.version 1.9: before it the controller scales up and down without an end'],
  ['a VirtualService with a dot in its name', { traffic: IstioTraffic.existing('shop.web.mesh', { routes: ['checkout'] }) },
    'traffic: needs Argo Rollouts 1.10 for shop.web.mesh, got controller.version 1.9: before it the second part is taken for the namespace'],
  ['a time limit of Datadog', { analyses: [Analysis.custom({ query: 'q', atLeast: 1, source: new DatadogSource({ secret: SecretReference.named('dd'), requestTimeout: Duration.seconds(30) }) })] },
    'analyses[0].source: needs Argo Rollouts 1.10, got controller.version 1.9: before it the API server drops it'],
  ['a condition in the newer language', { analyses: [Analysis.custom({ query: 'q', successCondition: 'max(result) < 5' })] },
    'analyses[0].successCondition: needs Argo Rollouts 1.10 for max with such arguments, got controller.version 1.9: before it the condition does not compile'],
])('fails with 1.9 and %s', (_, props, finding) => {
  expect(told({ ...props, controller: older }).filter(line => line.includes('1.10'))).toEqual(expect.arrayContaining([expect.stringContaining(finding)]));
  expect(told(props).filter(line => line.includes('1.10'))).toEqual([]);
});

test('1.9 takes a TraefikService, since the controller may have been told of its group', () => {
  expect(told({ traffic: TraefikTraffic.existing('shop'), controller: older })).toEqual([]);
});

test('a template of its own is told as well, by the version that holds where it stands', () => {
  const source = new DatadogSource({ secret: SecretReference.named('dd'), requestTimeout: Duration.seconds(30) });
  const findings = findingsOf(chart => {
    RolloutDefaults.of(chart).use({ controller: older });
    new MetricAnalysis(chart, 'lag', { query: 'q', atMost: 5, source });
    new AnalysisTemplate(chart, 'health', { analyses: [Analysis.custom({ query: 'q', failureCondition: 'if result[0] > 1 { true } else { false }' })] });
  });
  expect(findings.map(line => line.replace(/, got.*/, ''))).toEqual([
    '[test/lag] source: needs Argo Rollouts 1.10',
    '[test/health] analyses[0].failureCondition: needs Argo Rollouts 1.10 for if',
  ]);
});

test('1.9 does what is written where nothing newer is asked for, and the manifests are the same', () => {
  const props = { traffic: gateway, analyses: [Analysis.successRate(), Analysis.latency()], minimumCanaryPods: 2 };
  const written = (controller?: Controller) => manifestsOf(chart => {
    checkout(chart, { ...props, controller });
    new CanaryRollout(chart, 'other', { containers: [{ image: 'registry.example/x:1', portNumber: 80 }], traffic: NginxTraffic.existing('shop'), controller });
  });
  expect(written(older)).toEqual(written());
});

test.each(['1.8', '1.9.1', 'v1.10', '2', ''])('fails for the version %j', version => {
  expect(() => Controller.argoRollouts({ version })).toThrow(`version: must be one of ${argoVersions.join(', ')}, got ${JSON.stringify(version)}`);
});
