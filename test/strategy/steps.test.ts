import { Duration } from 'cdk8s';
import { Analysis, Arg, ExperimentVersion, NginxTraffic, Step } from 'rolloutkit';
import type { CanaryRolloutProps } from 'rolloutkit';
import { checkoutCanary } from '../render';
import type { Written } from '../render';

const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
const analysis = Analysis.custom({ name: 'orders', query: 'orders{shard="{{args.shard}}",pod=~".*{{args.canary-hash}}.*"}', atLeast: 1, args: [Arg.required('shard')] });

/** What steps render to, behind a first weight. */
function rendered(step: Step, props: Partial<CanaryRolloutProps> = {}): Written {
  return checkoutCanary({ traffic, steps: [Step.weight(5), step, Step.weight(50)], ...props }).steps[1];
}

describe('each step renders as the controller reads it', () => {
  test.each<[string, () => Step, object]>([
    ['weight', () => Step.weight(25), { setWeight: 25 }],
    ['hold', () => Step.hold(Duration.minutes(2)), { pause: { duration: '2m' } }],
    ['approval', () => Step.approval(), { pause: {} }],
    ['scale by pods', () => Step.scale({ replicas: 3 }), { setCanaryScale: { replicas: 3 } }],
    ['scale by percent', () => Step.scale({ percent: 50 }), { setCanaryScale: { weight: 50 } }],
    ['scale with the traffic', () => Step.scale({ matchTraffic: true }), { setCanaryScale: { matchTrafficWeight: true } }],
    ['no pods', () => Step.scale({ replicas: 0 }), { setCanaryScale: { replicas: 0 } }],
    ['plugin', () => Step.plugin('example/step', { settings: { retries: '3' } }), { plugin: { name: 'example/step', config: { retries: '3' } } }],
    ['plugin with JSON', () => Step.plugin('example/step', { json: '{"retries": 3}' }), { plugin: { name: 'example/step', config: { retries: 3 } } }],
    ['plugin without settings', () => Step.plugin('example/step'), { plugin: { name: 'example/step' } }],
  ])('%s', (_, step, expected) => {
    expect(rendered(step())).toEqual(expected);
  });

  test('analyze, with the arguments that the question declares', () => {
    expect(rendered(Step.analyze([analysis], { args: [Arg.value('shard', 'eu')] }))).toEqual({
      analysis: {
        templates: [{ templateName: 'checkout-orders' }],
        args: [{ name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } }, { name: 'shard', value: 'eu' }],
      },
    });
  });

  test('analyze without consequences names the metric alone', () => {
    const step = Step.analyze([analysis], { args: [Arg.value('shard', 'eu')], dryRun: true });
    expect(rendered(step).analysis.dryRun).toEqual([{ metricName: '^orders$' }]);
  });

  test('experiment', () => {
    const step = Step.experiment({
      duration: Duration.minutes(10),
      variants: [{ name: 'baseline', version: ExperimentVersion.STABLE }, { name: 'next', version: ExperimentVersion.CANARY, replicas: 2 }],
      analyses: [Analysis.errorRate()],
    });
    expect(rendered(step)).toEqual({
      experiment: {
        duration: '10m',
        templates: [{ name: 'baseline', specRef: 'stable' }, { name: 'next', specRef: 'canary', replicas: 2 }],
        analyses: [{
          name: 'error-rate',
          templateName: 'checkout-error-rate',
          requiredForCompletion: true,
          // its pods are called by the revision, the step and the variant
          args: [{ name: 'canary-hash', value: '[a-z0-9]+-[0-9]+-[0-9]+(-[0-9]+)?-next' }],
        }],
      },
    });
  });
});

describe('impossible steps fail at once, in the words of the property', () => {
  test.each<[string, () => Step, string]>([
    ['a weight of 250', () => Step.weight(250), 'Step.weight: percent: must be a whole number from 0 to 100, got 250; write 100'],
    ['a weight of -1', () => Step.weight(-1), 'Step.weight: percent: must be a whole number from 0 to 100, got -1; write 0'],
    ['a weight of 0.5', () => Step.weight(0.5), 'Step.weight: percent: must be a whole number from 0 to 100, got 0.5; weights are percentages: write 50'],
    ['a weight of NaN', () => Step.weight(NaN), 'Step.weight: percent: must be a whole number from 0 to 100, got NaN; write the percentage of the traffic, such as 20'],
    ['a hold of zero', () => Step.hold(Duration.seconds(0)), 'Step.hold: duration: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second'],
    ['a hold of 400 ms', () => Step.hold(Duration.millis(400)), 'Step.hold: duration: must be a whole number of seconds, at least 1, got 0.4; write 1 second'],
    ['no question', () => Step.analyze([]), 'Step.analyze: analyses: must not be empty; name the questions to ask here'],
    ['no scale', () => Step.scale({}), 'Step.scale: replicas: exactly one of replicas, percent, matchTraffic must be given, got none; keep the one you mean'],
    ['two scales', () => Step.scale({ replicas: 1, percent: 5 }), 'Step.scale: replicas: exactly one of replicas, percent, matchTraffic must be given, got replicas and percent; keep the one you mean'],
    ['half a pod', () => Step.scale({ replicas: 0.5 }), 'Step.scale: replicas: must be a whole number of at least 0, got 0.5; write 1'],
    ['no variant', () => Step.experiment({ variants: [] }), 'Step.experiment: variants: must not be empty; name the versions to run side by side'],
    ['a plugin without a name', () => Step.plugin(' '), 'Step.plugin: name: must not be empty; write the name the controller knows the plugin by'],
    ['settings that are no object', () => Step.plugin('a/b', { json: '[1]' }), 'Step.plugin: json: must be a JSON object, got "[1]"; write for example {"retries": 3}'],
    ['settings that are no JSON', () => Step.plugin('a/b', { json: '{' }), 'Step.plugin: json: must be a JSON object, got "{"; write for example {"retries": 3}'],
    ['settings twice', () => Step.plugin('a/b', { json: '{}', settings: {} }), 'Step.plugin: json: cannot be combined with settings; keep the one you mean'],
    ['a route that is no name', () => Step.headers({ route: 'To Canary' }), 'Step.headers: route: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "To Canary"; write "to-canary"'],
    ['a mirror above 100 %', () => Step.mirror({ route: 'm', percent: 101 }), 'Step.mirror: percent: must be a whole number from 0 to 100, got 101; write 100'],
  ])('fails on %s', (_, step, message) => {
    expect(step).toThrow(new Error(message));
  });

  test('fails on a header that is compared in two ways', () => {
    const step = () => Step.headers({ route: 'r', matches: [{ header: 'x', value: { exact: 'a', prefix: 'b' } }] });
    expect(step).toThrow('Step.headers: matches[0].value: exactly one of exact, prefix, regex must be given, got exact and prefix; keep the one you mean');
  });

  test('fails on a mirrored path that is compared in no way', () => {
    expect(() => Step.mirror({ route: 'r', matches: [{ path: {} }] })).toThrow('Step.mirror: matches[0].path: ');
  });

  test('fails on several mistakes with all of them, and without a trace of ours', () => {
    const mistaken = () => Step.experiment({ duration: Duration.seconds(0), variants: [{ name: 'A', version: ExperimentVersion.CANARY, replicas: 0 }] });
    try {
      mistaken();
      throw new Error('was accepted');
    } catch (error) {
      const { message, stack } = error as Error;
      expect(message.split('\n').map(line => line.split(': ')[1])).toEqual(['duration', 'variants[0].name', 'variants[0].replicas']);
      expect(stack).not.toMatch(/^\s+at /m);
    }
  });
});
