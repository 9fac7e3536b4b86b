import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { array, assert, integer, property } from 'fast-check';
import { GatewayApiTraffic, Ramp, Scaling } from 'rolloutkit';
import type { CanaryRolloutProps } from 'rolloutkit';
import { readGraph } from '../../src/graph/graph';
import { defaultRamp } from '../../src/intent/ramp';
import { fewestPods } from '../../src/intent/scaling';
import { shareOf, splitPods } from '../../src/pod-counts/split';
import { stageTable } from '../../src/report/stages';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, manifestsOf, named, switchedManifests, synthesize } from '../render';
import type { Written } from '../render';

const hpa = (options: Parameters<typeof Scaling.hpa>[0]) => named(checkoutManifests({ scaling: Scaling.hpa(options) }), 'HorizontalPodAutoscaler', 'checkout');
const weights = (props: Partial<CanaryRolloutProps>) => checkoutCanary(props).steps.flatMap(({ setWeight }: Written) => setWeight ?? []);
const told = (props: Partial<CanaryRolloutProps>) => findingsOf(chart => { checkout(chart, props); }).map(line => line.replace('[test/checkout] ', ''));
const words = (props: Partial<CanaryRolloutProps>) => synthesize(chart => { checkout(chart, props); }).words;
const everyScaling = [Scaling.hpa({ min: 3, max: 20 }), Scaling.keda('checkout', { min: 3, max: 20 }), Scaling.external({ min: 3, max: 20 })];

describe('an autoscaler of Kubernetes', () => {
  test('is written beside the Rollout, and scales it by its kind and name', () => {
    expect(hpa({ min: 3, max: 20 }).spec).toEqual({
      scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'checkout' },
      minReplicas: 3,
      maxReplicas: 20,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }],
    });
  });

  test.each([
    ['processor time', { cpuPercent: 60 }, [['cpu', 60]]],
    ['memory', { memoryPercent: 70 }, [['memory', 70]]],
    ['both', { cpuPercent: 60, memoryPercent: 70 }, [['cpu', 60], ['memory', 70]]],
  ])('looks at %s', (_, options, expected) => {
    const { metrics } = hpa({ min: 3, max: 20, ...options }).spec;
    expect(metrics.map(({ resource: { name, target } }: Written) => [name, target.averageUtilization])).toEqual(expected);
  });

  test('waits before there are fewer pods', () => {
    expect(hpa({ min: 3, max: 20, scaleDownWindow: Duration.minutes(10) }).spec.behavior).toEqual({ scaleDown: { stabilizationWindowSeconds: 600 } });
  });

  test('scales a blue-green in the same way', () => {
    expect(named(switchedManifests({ scaling: Scaling.hpa({ min: 2, max: 4 }) }), 'HorizontalPodAutoscaler', 'checkout').spec.minReplicas).toBe(2);
  });

  test.each([
    [{ min: 0, max: 5 }, /min: must be a whole number of at least 1, got 0: a HorizontalPodAutoscaler goes down to nothing only behind a feature gate.*Scaling.keda/],
    [{ min: 5, max: 3 }, /max: must be at least min, which is 5, got 3; write 5 or more, or a smaller min/],
    [{ min: 1.5, max: 3 }, /min: must be a whole number of at least 1, got 1.5/],
    [{ min: 1, max: 3, cpuPercent: 0 }, /cpuPercent: must be a whole number of at least 1/],
    [{ min: 1, max: 3, scaleDownWindow: Duration.hours(2) }, /scaleDownWindow: must be a whole number of seconds, an hour at most, got 7200/],
  ])('fails with %p', (options, message) => {
    expect(() => Scaling.hpa(options)).toThrow(message);
  });
});

describe('what scales from elsewhere', () => {
  test.each([
    ['KEDA', Scaling.keda('checkout', { min: 1, max: 30 })],
    ['anything else', Scaling.external({ min: 1, max: 30 })],
  ])('%s: nothing is written for it but the range', (_, scaling) => {
    const [rollout, ...others] = checkoutManifests({ scaling });
    expect(rollout.metadata.annotations).toEqual({ 'rolloutkit.dev/replicas': '1-30' });
    expect(others.map(({ kind }: Written) => kind)).toEqual(['Service', 'Service']);
  });

  test('may go down to nothing, of which something is said', () => {
    expect(words({ scaling: Scaling.keda('checkout', { min: 0, max: 30 }) })).toContain('begins at 0: a release that comes while there are no pods meets none');
  });

  test('fails with a name that no object has, and with limits the wrong way round', () => {
    expect(() => Scaling.keda('Check Out', { min: 1, max: 2 })).toThrow('scaledObjectName: must be');
    expect(() => Scaling.external({ min: 3, max: 2 })).toThrow('Scaling.external: max: must be at least min, which is 3, got 2');
    expect(() => Scaling.external({ min: -1, max: 2 })).toThrow('min: must be a whole number of at least 0');
  });
});

describe('whoever scales', () => {
  test.each(everyScaling)('the Rollout says nothing of the number of pods', scaling => {
    expect(named(checkoutManifests({ scaling }), 'Rollout', 'checkout').spec).not.toHaveProperty('replicas');
    manifestsOf(chart => { expect(checkout(chart, { scaling }).toScalingTarget().replicas).toBeUndefined(); });
    expect(told({ scaling })).toEqual([]);
    expect(words({ scaling })).toBe('');
  });

  test.each(everyScaling)('the ramp is one for the fewest pods', scaling => {
    expect(weights({ scaling })).toEqual([33, 67]);
    expect(weights({ scaling, traffic: new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' }) })).toEqual([5, 25, 50]);
  });

  test('a canary behind a router keeps no more pods than there may be', () => {
    const traffic = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
    expect(checkoutCanary({ traffic, scaling: Scaling.hpa({ min: 1, max: 9 }) }).minPodsPerReplicaSet).toBe(1);
    expect(checkoutCanary({ traffic, scaling: Scaling.hpa({ min: 4, max: 9 }) }).minPodsPerReplicaSet).toBe(2);
  });

  test.each(everyScaling)('fails beside a number of pods', scaling => {
    expect(told({ replicas: 4, scaling })).toEqual([expect.stringMatching(
      /^replicas: cannot be combined with scaling: .* decides how many pods there are, and each apply would put the number back; drop replicas, or drop scaling/)]);
  });

  test('a ramp that the fewest pods cannot give is told once', () => {
    const ramp = Ramp.stages([5, 10, 50]);
    expect(words({ ramp, scaling: Scaling.hpa({ min: 3, max: 40 }) }).trim()).toBe(
      'warning  Rollout shop/checkout  ramp.stages[0].weight: reaches 25 %, not 5 %: 3 replicas give 1 of 4 pods; so few may be all that HorizontalPodAutoscaler shop/checkout leaves; write weight: 25, raise the fewest pods, or add a traffic router (weights-reachable)');
    expect(words({ ramp, scaling: Scaling.keda('checkout', { min: 3, max: 40 }) })).toContain('so few may be all that whatever scales it leaves');
    expect(words({ ramp, scaling: Scaling.external({ min: 20, max: 40 }) })).toBe('');
  });

  test('fails beside an autoscaler of cdk8s-plus', () => {
    const both = (scaling: Scaling) => findingsOf(chart => {
      new kplus.HorizontalPodAutoscaler(chart, 'other', { metadata: { name: 'other' }, target: checkout(chart, { scaling }), maxReplicas: 10 });
    });
    expect(both(everyScaling[0])).toEqual([
      '[test/checkout] scaling: must be left to one of them, got HorizontalPodAutoscaler shop/checkout and HorizontalPodAutoscaler shop/other; drop the others (one-scaler)',
    ]);
    expect(both(everyScaling[1])).toEqual([
      '[test/checkout] scaling: must be left to one of them, got HorizontalPodAutoscaler shop/other and what the annotation rolloutkit.dev/replicas tells of, "3-20"; drop the others (one-scaler)',
    ]);
  });

  test('tables of stages count in the range', () => {
    const table = (manifests: Written[]) => stageTable(readGraph(manifests.map(manifest => ({ manifest }))).rollouts[0]);
    for (const scaling of everyScaling) {
      expect(table(switchedManifests({ scaling })).rows[1].actions[0]).toBe('3 to 20 pods behind checkout-preview');
      expect(table(checkoutManifests({ scaling })).rows.map(({ share }) => share)).toEqual([0, 33.3, 66.7, 100, 0]);
    }
  });
});

describe('the default ramp of a range, without a router', () => {
  const surge = (pods: number) => Math.ceil(pods / 4);
  const sharesAt = (ramp: readonly number[], pods: number) => ramp.map(weight => shareOf(splitPods(pods, weight, surge(pods))));
  const rampOf = (min: number) => defaultRamp(false, fewestPods({ kind: 'external', min, max: 1000 })!).map(({ weight }) => weight as number);

  test('is what the fewest pods give, to a percent', () => {
    assert(property(integer({ min: 2, max: 300 }), min => {
      const ramp = rampOf(min);
      expect(sharesAt(ramp, min).map((share, index) => Math.abs(share - ramp[index]) <= 1)).not.toContain(false);
    }));
  });

  test('grows at each of its stages, and leaves neither version without pods, at every number of pods in the range', () => {
    assert(property(integer({ min: 2, max: 100 }), array(integer({ min: 0, max: 300 }), { minLength: 1 }), (min, more) => {
      for (const extra of more) {
        const shares = sharesAt(rampOf(min), min + extra);
        expect(shares.every((share, index) => share > (shares[index - 1] ?? 0) && share < 100)).toBe(true);
      }
    }));
  });

  test('is half of two pods where there may be one', () => {
    expect(rampOf(1)).toEqual([50]);
    expect(rampOf(0)).toEqual([50]);
  });
});
