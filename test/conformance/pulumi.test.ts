import type { EngineEvent } from '@pulumi/pulumi/automation';
import { Acts, isSame, isUpdated } from '../../conformance/pulumi/acts';
import { watchFor } from '../../conformance/pulumi/disturbances';
import { complaintsOf, stepsOf } from '../../conformance/pulumi/events';
import { changesOf } from '../../conformance/pulumi/operation';
import type { Outcome } from '../../conformance/pulumi/operation';
import { differencesBetween } from '../../conformance/pulumi/rendered';
import type { Stack } from '../../conformance/pulumi/stack';

const ROLLOUT = 'urn:pulumi:dev::shop::rolloutkit:index:CanaryRollout$kubernetes:argoproj.io/v1alpha1:Rollout::checkout';
const SERVICE = 'urn:pulumi:dev::shop::rolloutkit:index:CanaryRollout$kubernetes:core/v1:Service::checkout-canary';

function step(part: 'resourcePreEvent' | 'resOutputsEvent', metadata: object): EngineEvent {
  return { [part]: { metadata: { type: '', ...metadata } } } as unknown as EngineEvent;
}

function said(severity: string, message: string, urn?: string): EngineEvent {
  return { diagnosticEvent: { severity, message, urn } } as unknown as EngineEvent;
}

describe('of what an engine tells', () => {
  test('the last word on each resource of the program counts, with the properties that differ', () => {
    expect(stepsOf([
      step('resourcePreEvent', { op: 'create', urn: 'urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev', type: 'pulumi:pulumi:Stack' }),
      step('resourcePreEvent', { op: 'refresh', urn: ROLLOUT }),
      step('resourcePreEvent', { op: 'same', urn: SERVICE }),
      step('resOutputsEvent', { op: 'update', urn: ROLLOUT, detailedDiff: { 'spec.replicas': {} } }),
    ])).toEqual([
      { op: 'update', resource: 'kubernetes:argoproj.io/v1alpha1:Rollout checkout', differs: ['spec.replicas'] },
      { op: 'same', resource: 'kubernetes:core/v1:Service checkout-canary', differs: [] },
    ]);
  });

  test('complaints have the resource and no colours; what every run says is none, and neither is an event of the cluster', () => {
    const events = [
      said('error', '<{%reset%}>must be\n  1<{%reset%}>\n', ROLLOUT), said('warning', 'using pulumi-resource-kubernetes from $PATH at /bin'),
      said('warning', 'resource plugin kubernetes is expected to have version >=4.34.2, but has 4.26.0'), said('info', 'hello'), said('warning', 'old'),
      said('warning', 'ClusterIPNotAllocated: repairing', SERVICE), said('warning', '[NotReady] no pods', SERVICE), said('warning', 'spec: wrong', SERVICE),
    ];
    expect(complaintsOf(events, 'error')).toEqual(['kubernetes:argoproj.io/v1alpha1:Rollout checkout: must be 1']);
    expect(complaintsOf(events, 'warning')).toEqual(['old', 'kubernetes:core/v1:Service checkout-canary: spec: wrong']);
  });

  test('only what changes something is a change', () => {
    const steps = [{ op: 'same', resource: 'a', differs: [] }, { op: 'update', resource: 'b', differs: ['spec.x'] }, { op: 'delete', resource: 'c', differs: [] }];
    expect(changesOf({ steps } as unknown as Outcome)).toEqual(['update b (spec.x)', 'delete c']);
  });
});

describe('acts', () => {
  const outcome: Outcome = { verb: 'up', ok: true, steps: [], errors: [], warnings: [], seconds: 1 };
  const stackOf = (come: Partial<Outcome>) => ({ up: async () => ({ ...outcome, ...come }) }) as unknown as Stack;
  const settings = { namespace: 'shop', image: 'shop:1' };
  const found = (come: Partial<Outcome>, judge = isSame) => {
    const acts = new Acts(stackOf(come));
    return acts.all(async () => {
      await acts.up('create', settings, judge);
      acts.find(['went on']);
    });
  };

  test('go on while all is well', async () => {
    expect(await found({})).toEqual(['went on']);
  });

  test('fail at an error, and end with it', async () => {
    expect(await found({ ok: false, errors: ['conflict'] })).toEqual(['create: conflict']);
  });

  test('fail at a warning, and at what is judged', async () => {
    const update = { op: 'update', resource: 'a', differs: [] };
    expect(await found({ warnings: ['old'], steps: [update] })).toEqual(['create: a warning: old', 'create: expected all the same, got update a', 'went on']);
    expect(await found({}, isUpdated)).toEqual(['create: nothing was updated', 'went on']);
    expect(await found({ steps: [update] }, isUpdated)).toEqual(['went on']);
  });
});

test('a disturbance is a change of weights, pods, selectors or routes since it was begun to look', () => {
  const entries = [{ time: 1, what: 'Service', name: 'shop', hash: 'a' }];
  const disturbances = watchFor({ entries });
  entries.push({ time: 2, what: 'command' } as never, { time: 3, what: 'Service', name: 'shop', hash: 'b' }, { time: 4, what: 'event' } as never);
  expect(disturbances()).toEqual(['Service shop became {"hash":"b"}']);
});

describe('objects that are rendered', () => {
  const service = (spec: object, name = 'shop') => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' }, spec });

  test('are the same in any order', () => {
    expect(differencesBetween([service({ a: [1], b: 2 }), service({}, 'x')], [service({}, 'x'), service({ b: 2, a: [1] })])).toEqual([]);
  });

  test('are the same in other words of Kubernetes', () => {
    const pods = (cpu: string, memory: string, more: object) => {
      return service({ template: { spec: { containers: [{ resources: { limits: { cpu, memory } } }], ...more } } });
    };
    expect(differencesBetween([pods('1000m', '2048Mi', { hostNetwork: false })], [pods('1', '2Gi', {})])).toEqual([]);
    expect(differencesBetween([pods('1000m', '2048Mi', {})], [pods('1100m', '2G', {})])).toHaveLength(2);
    expect(differencesBetween([pods('1', '1', { hostNetwork: true })], [pods('1', 'x', {})])).toHaveLength(2);
  });

  test.each([
    ['one lacks', [service({})], [], ['Service/shop/shop: not rendered']],
    ['one is too many', [], [service({})], ['Service/shop/shop: rendered, and not expected']],
    ['a value differs', [service({ a: 1 })], [service({ a: '1' })], ['Service/shop/shop.spec.a: expected 1, got "1"']],
    ['a list is an object', [service({ a: [1] })], [service({ a: { 0: 1 } })], ['Service/shop/shop.spec.a: expected [1], got {"0":1}']],
    ['a field lacks', [service({ a: 1 })], [service({})], ['Service/shop/shop.spec.a: expected 1, got undefined']],
    ['an empty map is one too many', [service({})], [service({ a: {} })], ['Service/shop/shop.spec.a: expected undefined, got {}']],
    ['two have one name', [service({})], [service({}), service({})], ['Service/shop/shop: rendered twice']],
  ])('fail when %s', (_, wanted, got, expected) => {
    expect(differencesBetween(wanted, got)).toEqual(expected);
  });
});
