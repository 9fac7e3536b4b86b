import { Duration } from 'cdk8s';
import { Ramp, Rollout, Strategy } from 'rolloutkit';
import type { BlueGreenOptions, CanaryOptions } from 'rolloutkit';
import { checkout, findingsOf } from '../render';

const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080 }];

test('fails to be left out, in a program that is not type-checked', () => {
  expect(() => findingsOf(chart => { new Rollout(chart, 'checkout', { containers } as never); }))
    .toThrow('Rollout: strategy: must be given, got none; write Strategy.canary() or Strategy.blueGreen()');
});

describe('an option of another strategy', () => {
  // what a type-checked program cannot write, and others can
  const foreign = (strategy: Strategy) => findingsOf(chart => { new Rollout(chart, 'checkout', { containers, strategy }); }).map(line => line.replace('[test/checkout] ', ''));

  test('fails in a blue-green, with whose it is', () => {
    const options = { ramp: Ramp.stages([20]), minimumCanaryPods: 1, services: { stable: 'legacy' } } as BlueGreenOptions;
    expect(foreign(Strategy.blueGreen(options))).toEqual([
      'strategy.ramp: belongs to a canary, and this is a blue-green; drop it, or use a CanaryRollout',
      'strategy.minimumCanaryPods: belongs to a canary, and this is a blue-green; drop it, or use a CanaryRollout',
      'strategy.services.stable: belongs to a canary, and this is a blue-green; drop it, or use a CanaryRollout',
    ]);
  });

  test('fails in a canary', () => {
    expect(foreign(Strategy.canary({ previewReplicas: 2 } as CanaryOptions))).toEqual(['strategy.previewReplicas: belongs to a blue-green, and this is a canary; drop it, or use a BlueGreenRollout']);
  });

  test('fails in the short form as well', () => {
    expect(findingsOf(chart => { checkout(chart, { scaleDownDelay: Duration.minutes(1) } as object); })).toEqual([expect.stringContaining('scaleDownDelay: belongs to a blue-green')]);
  });
});
