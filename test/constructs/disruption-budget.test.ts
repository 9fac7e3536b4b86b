import { ApiObject } from 'cdk8s';
import { DisruptionBudget, Scaling } from 'rolloutkit';
import { checkout, checkoutManifests, findingsOf, named, switched, switchedManifests, synthesize } from '../render';
import type { Written } from '../render';

const budgetOf = (manifests: Written[]) => named(manifests, 'PodDisruptionBudget', 'checkout').spec;

test('one pod at a time, of both versions together, is what a budget is without a word', () => {
  const expected = { maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': 'checkout' } }, unhealthyPodEvictionPolicy: 'AlwaysAllow' };
  expect(budgetOf(checkoutManifests({ disruptionBudget: DisruptionBudget.atMostDown() }))).toEqual(expected);
  expect(budgetOf(switchedManifests({ disruptionBudget: DisruptionBudget.atMostDown() }))).toEqual(expected);
});

test('more pods, or a share of them', () => {
  expect(budgetOf(checkoutManifests({ disruptionBudget: DisruptionBudget.atMostDown(2) })).maxUnavailable).toBe(2);
  expect(budgetOf(checkoutManifests({ disruptionBudget: DisruptionBudget.atMostPercentDown(10) })).maxUnavailable).toBe('10%');
});

test('no number of pods that must be up is ever written', () => {
  for (const disruptionBudget of [DisruptionBudget.atMostDown(), DisruptionBudget.atMostPercentDown(30)]) {
    expect(budgetOf(switchedManifests({ disruptionBudget }))).not.toHaveProperty('minAvailable');
  }
});

test('its pods are those of the rollout', () => {
  const manifests = checkoutManifests({ disruptionBudget: DisruptionBudget.atMostDown() });
  const { spec } = named(manifests, 'Rollout', 'checkout');
  expect(spec.template.metadata.labels).toMatchObject(budgetOf(manifests).selector.matchLabels);
});

test('nothing is said of it, whatever the strategy', () => {
  const disruptionBudget = DisruptionBudget.atMostDown();
  expect(synthesize(chart => { checkout(chart, { disruptionBudget }); }).words).toBe('');
  expect(synthesize(chart => { switched(chart, { disruptionBudget, scaling: Scaling.hpa({ min: 2, max: 6 }) }); }).words).toBe('');
});

test('without the property there is none', () => {
  expect(checkoutManifests().map(({ kind }) => kind)).not.toContain('PodDisruptionBudget');
});

describe('what would be lost is told as the property', () => {
  test('of a share that is a whole version of a blue-green', () => {
    const { words } = synthesize(chart => { switched(chart, { disruptionBudget: DisruptionBudget.atMostPercentDown(50) }); });
    expect(words).toContain('Rollout shop/checkout  disruptionBudget: lets all 5 pods of the version with the traffic go at once, got "50%", while 5 pods of the preview are beside them');
  });

  test('of as many pods as there may be', () => {
    const props = { disruptionBudget: DisruptionBudget.atMostDown(3), scaling: Scaling.external({ min: 3, max: 9 }) };
    const { words } = synthesize(chart => { checkout(chart, props); });
    expect(words).toContain('disruptionBudget: lets all 3 pods go at once, got 3; write maxUnavailable: 1');
  });
});

test.each([
  [() => DisruptionBudget.atMostDown(0), 'pods: must be at least 1, got 0: no pod could be moved, and no node ever emptied; write 1, or leave the budget out'],
  [() => DisruptionBudget.atMostDown(1.5), 'pods: must be a whole number of at least 1, got 1.5'],
  [() => DisruptionBudget.atMostPercentDown(0), 'percent: must be at least 1, got 0: no pod could be moved'],
  [() => DisruptionBudget.atMostPercentDown(100), 'percent: must be a whole percentage from 1 to 99, got 100'],
  [() => DisruptionBudget.atMostPercentDown(0.25), 'percent: must be a whole percentage from 1 to 99, got 0.25; percentages are written in percent: write 25'],
])('fails with %p', (make, message) => {
  expect(make).toThrow(message);
});

test('a budget that somebody writes beside it fails', () => {
  const lines = findingsOf(chart => {
    checkout(chart, { disruptionBudget: DisruptionBudget.atMostDown() });
    new ApiObject(chart, 'house', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'house' },
      spec: { maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': 'checkout' } } },
    });
  });
  expect(lines).toEqual([expect.stringContaining('Kubernetes evicts no pod that has two budgets')]);
});
