import { Analysis, Arg, Controller, ExperimentVersion, Gate, NginxTraffic, Ramp, Step } from 'rolloutkit';
import { checkout, checkoutCanary, findingsOf, switched, switchedBlueGreen } from '../render';

const ramp = Ramp.stages([20, 60]);
const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
const question = Analysis.custom({ name: 'lag', query: 'lag{region="{{args.region}}"}', atMost: 5, args: [Arg.required('region')] });
const other = Analysis.custom({ name: 'depth', query: 'depth{region="{{args.region}}"}', atMost: 5, args: [Arg.required('region')] });
const eu = [Arg.value('region', 'eu')];

describe('what the runs carry', () => {
  const controller = Controller.argoRollouts({ analysisRunMetadata: { labels: { team: 'shop' }, annotations: { ticket: 'x' } } });

  test('is said once for all of them: in the background, in steps and on both sides of the switch', () => {
    const metadata = { analysisRunMetadata: { labels: { team: 'shop' }, annotations: { ticket: 'x' } } };
    const canary = checkoutCanary({ ramp, controller, analyses: [Analysis.latency()] });
    expect([canary.analysis, canary.steps[2].analysis, canary.steps[5].analysis]).toMatchObject([metadata, metadata, metadata]);
    const blueGreen = switchedBlueGreen({ controller, gates: [Gate.beforePromotion(Analysis.custom({ query: 'up', atLeast: 1 })), Gate.afterPromotion(Analysis.latency())] });
    expect([blueGreen.prePromotionAnalysis, blueGreen.postPromotionAnalysis]).toMatchObject([metadata, metadata]);
  });

  test('and of an experiment', () => {
    const steps = [Step.experiment({ variants: [{ name: 'next', version: ExperimentVersion.CANARY }], analyses: [Analysis.latency()] })];
    expect(checkoutCanary({ steps, controller }).steps[0].experiment.analysisRunMetadata).toEqual({ labels: { team: 'shop' }, annotations: { ticket: 'x' } });
  });

  test('and at one gate or step, which is nearer', () => {
    const runMetadata = { labels: { team: 'search' } };
    const gates = [Gate.beforePromotion(Analysis.latency(), { runMetadata })];
    expect(checkoutCanary({ ramp, controller, gates }).steps.at(-1).analysis.analysisRunMetadata).toEqual({ labels: { team: 'search' }, annotations: { ticket: 'x' } });
    const steps = [Step.weight(20), Step.analyze([Analysis.latency()], { runMetadata })];
    expect(checkoutCanary({ steps }).steps[1].analysis.analysisRunMetadata).toEqual(runMetadata);
  });

  test('fails when two gates of one run disagree', () => {
    const gates = [Gate.eachStage(Analysis.latency(), { runMetadata: { labels: { team: 'a' } } }), Gate.atStage(60, Analysis.errorRate(), { runMetadata: { labels: { team: 'b' } } })];
    expect(findingsOf(chart => checkout(chart, { ramp, gates }))).toEqual([
      '[test/checkout] gates[1].runMetadata: gives "team" the value "b", and another gate of the same run gives it "a"; give them the same value',
    ]);
    const sides = [Gate.afterPromotion(Analysis.latency(), { runMetadata: { annotations: { a: '1' } } }), Gate.afterPromotion(Analysis.errorRate(), { runMetadata: { annotations: { a: '2' } } })];
    expect(findingsOf(chart => switched(chart, { gates: sides }))).toEqual([expect.stringContaining('gates[1].runMetadata: gives "a"')]);
  });
});

describe('arguments of gates that stand together', () => {
  test('fail when one has two values, since a stage is one run', () => {
    const gates = [Gate.eachStage(question, { args: eu }), Gate.atStage(60, other, { args: [Arg.value('region', 'us')] })];
    expect(findingsOf(chart => checkout(chart, { ramp, traffic, gates }))).toEqual([
      '[test/checkout] gates[1].args: gives "region" the value "us", and another gate of the same run gives it "eu"; give the arguments different names',
    ]);
  });

  test('may have two values at different stages', () => {
    const gates = [Gate.atStage(20, question, { args: eu }), Gate.atStage(60, other, { args: [Arg.value('region', 'us')] })];
    expect(findingsOf(chart => checkout(chart, { ramp, traffic, gates }))).toEqual([]);
  });

  test('fail without a value, and when they come from a Secret', () => {
    expect(() => Gate.eachStage(question, { args: [Arg.required('region'), Arg.secret('token', 'store', 'key')] })).toThrow([
      'Gate.eachStage: args[0]: must have a value, got Arg.required("region"); write Arg.value',
      'Gate.eachStage: args[1]: cannot come from a Secret here, got Arg.secret("token"); give it to the analysis, which may name a Secret',
    ].join('\n'));
    expect(() => Step.analyze([question], { args: [Arg.required('region')] })).toThrow('Step.analyze: args[0]: must have a value');
  });
});

describe('one metric of several', () => {
  test('may be a dry run, and more of its measurements may be kept', () => {
    const gate = Gate.eachStage(Analysis.latency(), { dryRunMetrics: ['latency'], keptMeasurements: 50 });
    expect(checkoutCanary({ ramp, gates: [gate] }).steps[2].analysis).toMatchObject({
      dryRun: [{ metricName: '^latency$' }], measurementRetention: [{ metricName: '^latency$', limit: 50 }],
    });
  });

  test('fails when it is no metric of the analysis', () => {
    expect(findingsOf(chart => checkout(chart, { ramp, gates: [Gate.eachStage(Analysis.latency(), { dryRunMetrics: ['latncy'] })] }))).toEqual([
      '[test/checkout] gates[0].dryRunMetrics[0]: must be a metric of "latency", got "latncy"; there are latency',
    ]);
    expect(() => Gate.eachStage(Analysis.latency(), { keptMeasurements: 0 })).toThrow('keptMeasurements: must be a whole number of at least 1, got 0');
  });
});
