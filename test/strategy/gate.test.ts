import { Duration } from 'cdk8s';
import { Analysis, Arg, Gate, GatewayApiTraffic, MetricAnalysis, Ramp, Stage, SuccessRateAnalysis } from 'rolloutkit';
import { checkout, checkoutCanary, findingsOf, manifestsOf, named } from '../render';
import type { Written } from '../render';

const traffic = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
const ramp = Ramp.stages([10, 50]);
const question = Analysis.errorRate();
const hash = { name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } };
const canary = (...gates: Gate[]): Written => checkoutCanary({ traffic, ramp, gates });
/** The kinds of the steps in their order, analyses by the templates they name. */
const places = (written: Written): string[] => written.steps.map((step: Written) =>
  step.analysis ? step.analysis.templates.map((template: Written) => template.templateName).join(' ') : Object.keys(step)[0]);

describe('a gate stands where it is told to', () => {
  test('throughout: in the background, from the step after the first weight', () => {
    expect(canary(Gate.throughout(question)).analysis).toEqual({ startingStep: 1, templates: [{ templateName: 'checkout-guard' }], args: [hash] });
    expect(places(canary(Gate.throughout(question)))).toEqual(['setWeight', 'pause', 'setWeight', 'pause']);
  });

  test('throughout from a later step', () => {
    expect(canary(Gate.throughout(question, { fromStep: 3 })).analysis.startingStep).toBe(3);
  });

  test('fails throughout from two different steps, since it is one run', () => {
    const gates = [Gate.throughout(question), Gate.throughout(Analysis.latency(), { fromStep: 3 })];
    expect(findingsOf(chart => checkout(chart, { traffic, ramp, gates }))).toEqual([expect.stringContaining('gates[1].fromStep')]);
  });

  test('at each stage: after every hold', () => {
    expect(places(canary(Gate.eachStage(question)))).toEqual(['setWeight', 'pause', 'checkout-error-rate', 'setWeight', 'pause', 'checkout-error-rate']);
  });

  test('at one stage: after its hold alone', () => {
    expect(places(canary(Gate.atStage(50, question)))).toEqual(['setWeight', 'pause', 'setWeight', 'pause', 'checkout-error-rate']);
  });

  test('at a last stage of all of the traffic: asked there, or told that it cannot be', () => {
    const props = { traffic, ramp: Ramp.stages([50, 100]), gates: [Gate.atStage(100, question)] };
    const told = findingsOf(chart => checkout(chart, props));
    expect(told.length > 0 ? told : places(checkoutCanary(props))).toContainEqual(expect.stringMatching(/checkout-error-rate|gates\[0\]/));
  });

  test('before promotion: after the last stage', () => {
    expect(places(canary(Gate.beforePromotion(question)))).toEqual(['setWeight', 'pause', 'setWeight', 'pause', 'checkout-error-rate']);
  });

  test('several at one place are asked together', () => {
    expect(places(canary(Gate.eachStage(question), Gate.atStage(10, Analysis.latency())))).toEqual([
      'setWeight', 'pause', 'checkout-error-rate checkout-latency', 'setWeight', 'pause', 'checkout-error-rate',
    ]);
  });

  test('before the approval of its stage, so that a person sees the answer', () => {
    const approved = checkoutCanary({ traffic, ramp: Ramp.of([Stage.at(10, { approval: true })]), gates: [Gate.eachStage(question)] });
    expect(places(approved)).toEqual(['setWeight', 'pause', 'checkout-error-rate', 'pause']);
    expect(approved.steps[3]).toEqual({ pause: {} });
  });

  test('the short form asks every question throughout and at each stage', () => {
    const short = checkoutCanary({ traffic, ramp, analyses: [question] });
    expect(short).toEqual(canary(Gate.throughout(question), Gate.eachStage(question)));
  });
});

test('a dry run is measured and shown without consequences, and by its whole name', () => {
  expect(canary(Gate.throughout(question, { dryRun: true })).analysis.dryRun).toEqual([{ metricName: '^error-rate$' }]);
  expect(canary(Gate.atStage(10, question, { dryRun: true })).steps[2].analysis.dryRun).toEqual([{ metricName: '^error-rate$' }]);
});

describe('a question that is published', () => {
  const shared = (clusterWide: boolean) => manifestsOf(chart => {
    const analysis = new SuccessRateAnalysis(chart, 'success-rate', { clusterWide });
    checkout(chart, { traffic, ramp, gates: [Gate.eachStage(analysis)] });
  });

  test('is named by the rollout, which supplies all that it needs', () => {
    const { steps } = named(shared(false), 'Rollout', 'checkout').spec.strategy.canary;
    expect(steps[2].analysis).toEqual({
      templates: [{ templateName: 'success-rate' }],
      args: [
        hash,
        { name: 'namespace', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
        { name: 'rollout', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      ],
    });
    expect(named(shared(false), 'AnalysisTemplate', 'success-rate').spec.args).toEqual([{ name: 'canary-hash' }, { name: 'namespace' }, { name: 'rollout' }]);
  });

  test('for the whole cluster is named as such, and has no namespace', () => {
    const manifests = shared(true);
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.steps[2].analysis.templates).toEqual([{ templateName: 'success-rate', clusterScope: true }]);
    expect(named(manifests, 'ClusterAnalysisTemplate', 'success-rate').metadata).toEqual({ name: 'success-rate' });
  });

  test('with conditions of its own is written word for word, and nothing is added', () => {
    const query = 'sum(orders_total{pod=~"{{args.rollout}}-{{args.canary-hash}}.*"}) > bool 3 # mine';
    const manifests = manifestsOf(chart => {
      const analysis = new MetricAnalysis(chart, 'orders', { query, successCondition: 'len(result) > 0 && result[0] == 1', interval: Duration.minutes(2), count: 5 });
      checkout(chart, { traffic, ramp, gates: [Gate.atStage(10, analysis)] });
    });
    expect(named(manifests, 'AnalysisTemplate', 'orders').spec).toEqual({
      args: [{ name: 'canary-hash' }, { name: 'rollout' }],
      metrics: [{
        name: 'orders',
        interval: '2m',
        count: 5,
        successCondition: 'len(result) > 0 && result[0] == 1',
        provider: { prometheus: { address: 'http://prometheus:9090', query } },
      }],
    });
  });
});

describe('arguments', () => {
  const asking = (...args: Arg[]) => Analysis.custom({ name: 'orders', query: 'orders{pod=~".*{{args.canary-hash}}.*",a="{{args.a}}"}', atLeast: 1, args });
  const supplied = (declared: Arg, ...given: Arg[]) => canary(Gate.atStage(10, asking(declared), { args: given })).steps[2].analysis.args.slice(1);
  const declared = (arg: Arg, ...given: Arg[]) => named(manifestsOf(chart => {
    checkout(chart, { traffic, ramp, gates: [Gate.atStage(10, asking(arg), { args: given })] });
  }), 'AnalysisTemplate', 'checkout-orders').spec.args.filter(({ name }: Written) => name === 'a');

  test('with a value stand in the template, and the gate may say otherwise', () => {
    expect(declared(Arg.value('a', 'eu'))).toEqual([{ name: 'a', value: 'eu' }]);
    expect(supplied(Arg.value('a', 'eu'))).toEqual([]);
    expect(supplied(Arg.value('a', 'eu'), Arg.value('a', 'us'))).toEqual([{ name: 'a', value: 'us' }]);
  });

  test('from the release are supplied by the rollout', () => {
    expect(supplied(Arg.canaryHash('a'))).toEqual([{ name: 'a', valueFrom: { podTemplateHashValue: 'Latest' } }]);
    expect(supplied(Arg.stableHash('a'))).toEqual([{ name: 'a', valueFrom: { podTemplateHashValue: 'Stable' } }]);
    expect(() => Arg.field('a', 'metadata.labels["team"]')).toThrow(/^Arg.field: path: must be a name, .+; write metadata.labels\['team'\]$/);
    expect(supplied(Arg.field('a', 'metadata.labels[\'team\']'))).toEqual([{ name: 'a', valueFrom: { fieldRef: { fieldPath: 'metadata.labels[\'team\']' } } }]);
    expect(declared(Arg.canaryHash('a'))).toEqual([{ name: 'a' }]);
  });

  test('from a Secret are declared by the template', () => {
    expect(declared(Arg.secret('a', 'tokens', 'shop'))).toEqual([{ name: 'a', valueFrom: { secretKeyRef: { name: 'tokens', key: 'shop' } } }]);
    expect(supplied(Arg.secret('a', 'tokens', 'shop'))).toEqual([]);
  });

  test('that are required and given reach the query', () => {
    expect(declared(Arg.required('a'), Arg.value('a', 'x'))).toEqual([{ name: 'a' }]);
    expect(supplied(Arg.required('a'), Arg.value('a', 'x'))).toEqual([{ name: 'a', value: 'x' }]);
  });

  test('fails when one that is required is not given', () => {
    expect(findingsOf(chart => checkout(chart, { gates: [Gate.eachStage(asking(Arg.required('a')))] }))).toEqual([expect.stringContaining('gates[0]')]);
  });

  test('fails on a name that no query can use', () => {
    expect(() => Arg.value('a b', 'x')).toThrow('Arg.value: name: must be letters, digits, dashes and underscores, got "a b"; write the name that the query uses between {{args. and }}');
  });

  test('fails when two gates of one run give one argument two values', () => {
    const two = (name: string, value: string) => Gate.throughout(Analysis.custom({ name, query: 'up{a="{{args.a}}",h="{{args.canary-hash}}"}', atLeast: 1, args: [Arg.required('a')] }), { args: [Arg.value('a', value)] });
    expect(findingsOf(chart => checkout(chart, { gates: [two('one', 'x'), two('two', 'y')] }))).toEqual([
      '[test/checkout] gates[1].args: gives "a" the value "y", and another gate of the same run gives it "x"; give the arguments different names',
    ]);
  });
});

describe('impossible gates', () => {
  test('fails at once on a stage of 0 or 101', () => {
    expect(() => Gate.atStage(0, question)).toThrow('Gate.atStage: weight: must be a whole number from 1 to 100, got 0; write 1');
    expect(() => Gate.atStage(101, question)).toThrow('Gate.atStage: weight: must be a whole number from 1 to 100, got 101; write 100');
  });

  test('fails at once on half a step', () => {
    expect(() => Gate.throughout(question, { fromStep: 1.5 })).toThrow('Gate.throughout: fromStep: must be a whole number of at least 0, got 1.5; write 2');
  });

  test('fails at a stage that does not exist, naming those that do', () => {
    expect(findingsOf(chart => checkout(chart, { traffic, ramp, gates: [Gate.atStage(25, question)] }))).toEqual([
      '[test/checkout] gates[0]: no stage has the weight 25; there are 10, 50; name one of these',
    ]);
  });

  test('fails after promotion, where Argo Rollouts asks nothing', () => {
    expect(findingsOf(chart => checkout(chart, { traffic, ramp, gates: [Gate.afterPromotion(question)] }))).toEqual([
      '[test/checkout] gates[0]: Argo Rollouts asks nothing after a canary was promoted; use Gate.beforePromotion, with a last stage at a high weight',
    ]);
  });

  test('fails from a step that does not exist', () => {
    expect(findingsOf(chart => checkout(chart, { traffic, ramp, gates: [Gate.throughout(question, { fromStep: 9 })] }))).toEqual([expect.stringContaining('gates[0].fromStep')]);
  });
});
