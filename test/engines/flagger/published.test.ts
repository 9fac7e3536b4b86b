import { Chart } from 'cdk8s';
import { Controller, MetricAnalysis, NginxTraffic, RolloutDefaults } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, named } from '../../render';
import type { Program } from '../../render';

const asked = (namespace: string, clusterWide?: boolean): Program => (chart, app) => {
  RolloutDefaults.of(app).use({ controller: Controller.flagger() });
  const analyses = [new MetricAnalysis(new Chart(app, 'platform', { namespace }), 'orders', { query: 'sum(orders)', atLeast: 1, clusterWide })];
  checkout(chart, { traffic: new NginxTraffic({ hosts: ['shop.example.com'] }), analyses });
};

test.each([
  ['of all namespaces is asked where it stands', asked('platform', true), { name: 'orders', namespace: 'platform' }],
  ['of all namespaces stands in the same', asked('shop', true), { name: 'orders' }],
  ['of one namespace', asked('shop'), { name: 'orders' }],
])('a question %s', (_, program, templateRef) => {
  expect(named(manifestsOf(program), 'Canary', 'checkout').spec.analysis.metrics[0]).toMatchObject({ name: 'orders', templateRef });
});

test('fails on a question of another namespace that is not for all of them', () => {
  expect(findingsOf(asked('platform')).join('\n')).toContain(
    'analyses[0]: is a question of namespace platform, and the rollout is in shop; write clusterWide: true where it is made',
  );
});
