import * as pulumi from '@pulumi/pulumi';
import { fullCanary, fullIntent, plain } from './engines/argo/full-intent';
import { expectRight } from './render';
import { compile } from '../src/compile';
import type { CanaryIntent } from '../src/intent/canary';
import type { GateIntent } from '../src/intent/gate';
import type { Opaque } from '../src/manifests/leaf';

const intent = fullCanary(plain);
const told = (change: Partial<CanaryIntent> = {}, more: Partial<typeof intent> = {}) =>
  compile({ ...intent, ...more, strategy: { ...intent.strategy, ...change } }).findings
    .map(({ severity, resource: object, path, rule }) => ({ severity, resource: object, path, rule }));
const resource = 'Rollout shop/checkout';

test('compiling gives the manifests of the engine', () => {
  const { manifests } = compile(intent);
  expect(manifests.map(({ kind }) => kind)).toEqual([
    'Rollout', 'Service', 'Service', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'HTTPRoute', 'AnalysisTemplate', 'AnalysisTemplate', 'AnalysisTemplate', 'AnalysisTemplate', 'AnalysisTemplate',
  ]);
  expectRight(manifests);
});

test('what a rule finds in a manifest is told as the property it came from', () => {
  const stage = (weight: number) => ({ weight, holdSeconds: 300, approval: false, analyses: [] });
  expect(told({ course: { kind: 'ramp', ramp: [stage(60), stage(30)] } })).toContainEqual({
    severity: 'error', resource, path: 'ramp.stages[1].weight', rule: 'weights-increase',
  });
});

test('fails with what is wrong with the intent itself', () => {
  expect(told({}, { pods: { ...intent.pods, replicas: 2.5 } })).toContainEqual({ severity: 'error', resource, path: 'replicas', rule: 'property' });
});

test('fails with what the engine cannot say', () => {
  const [gate] = intent.strategy.gates;
  const after: GateIntent = { ...gate, place: { kind: 'after-promotion' } };
  expect(told({ gates: [after] })).toContainEqual({ severity: 'error', resource, path: 'gates[0]', rule: 'property' });
});

test('a rollout without a namespace is named without one', () => {
  expect(told({}, { namespace: undefined, pods: { ...intent.pods, replicas: 0 } })).toContainEqual(expect.objectContaining({ resource: 'Rollout checkout', path: 'replicas' }));
});

test('values of Pulumi that are not known yet add no finding', () => {
  void pulumi.runtime.setMocks({ newResource: ({ name }) => ({ id: name, state: {} }), call: () => ({}) });
  const unknown = compile(fullIntent((_, value) => pulumi.output(value) as unknown as Opaque, 'ramp')).findings;
  const known = compile(intent).findings.map(({ rule, path }) => `${rule} ${path}`);
  expect(unknown.map(({ rule, path }) => `${rule} ${path}`).filter(finding => !known.includes(finding))).toEqual([]);
});
