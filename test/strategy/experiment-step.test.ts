import { Duration } from 'cdk8s';
import { Analysis, Arg, ExperimentVersion, GatewayApiTraffic, Step } from 'rolloutkit';
import type { ExperimentStepOptions, ExperimentVariant } from 'rolloutkit';
import { checkout, checkoutCanary, findingsOf } from '../render';

const variant: ExperimentVariant = { name: 'next', version: ExperimentVersion.CANARY };
const props = (options: Partial<ExperimentStepOptions>) => ({
  traffic: new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' }),
  steps: [Step.experiment({ variants: [variant], duration: Duration.minutes(5), ...options }), Step.weight(20), Step.approval()],
});
const experiment = (options: Partial<ExperimentStepOptions>) => checkoutCanary(props(options)).steps[0].experiment;

test('pods of a variant carry labels of their own, and are reached by a Service of their own', () => {
  const [template] = experiment({
    variants: [{ ...variant, metadata: { labels: { variant: 'next' } }, selector: { variant: 'next' }, serviceName: 'checkout-next' }],
  }).templates;
  expect(template).toEqual({
    name: 'next', specRef: 'canary', metadata: { labels: { variant: 'next' } }, selector: { matchLabels: { variant: 'next' } }, service: { name: 'checkout-next' },
  });
});

test('its pods are kept for a while', () => {
  expect(experiment({ scaleDownDelay: Duration.minutes(2) }).scaleDownDelaySeconds).toBe(120);
});

test('its questions get what each of them declares, and may be without consequences', () => {
  const asked = (name: string, arg: string) => Analysis.custom({ name, query: `up{team="{{args.${arg}}}"}`, atLeast: 1, args: [Arg.required(arg)] });
  const { analyses, dryRun, analysisRunMetadata } = experiment({
    analyses: [asked('one', 'team'), asked('two', 'squad')],
    args: [Arg.value('team', 'a'), Arg.field('squad', "metadata.labels['squad']")],
    dryRunMetrics: ['one', 'two'],
    runMetadata: { labels: { why: 'experiment' } },
  });
  expect(analyses.map(({ args }: { args: unknown }) => args)).toEqual([
    [{ name: 'team', value: 'a' }], [{ name: 'squad', valueFrom: { fieldRef: { fieldPath: "metadata.labels['squad']" } } }],
  ]);
  // each question is a run of its own, which has to have a metric for each entry
  expect(dryRun).toEqual([{ metricName: '^one$|^two$' }]);
  expect(analysisRunMetadata).toEqual({ labels: { why: 'experiment' } });
});

test('an experiment that says no more than before is written as before', () => {
  expect(experiment({})).toEqual({ templates: [{ name: 'next', specRef: 'canary' }], duration: '5m' });
});

test.each<[string, Partial<ExperimentStepOptions>, string]>([
  ['pods that are kept for no time at all', { scaleDownDelay: Duration.seconds(0) }, 'Step.experiment: scaleDownDelay: must be a whole number of seconds, at least 1, got 0'],
  ['a Service that can be none', { variants: [{ ...variant, serviceName: 'Next' }] }, 'Step.experiment: variants[0].serviceName: must be 1 to 63 lower-case letters'],
  ['an argument without a value', { args: [Arg.required('team')] }, 'Step.experiment: args[0]: must have a value, got Arg.required("team")'],
])('fails with %s', (_, options, message) => {
  expect(() => props(options)).toThrow(message);
});

test('fails with a dry run of a metric that is not asked', () => {
  const found = findingsOf(chart => {
    checkout(chart, props({ analyses: [Analysis.successRate()], dryRunMetrics: ['latency'] }));
  });
  expect(found).toEqual(['[test/checkout] steps[0].dryRunMetrics[0]: must be a metric of "success-rate", got "latency"; there are success-rate']);
});

test('fails with a dry run of what only one of its questions measures, whose other run the controller would end', () => {
  const found = findingsOf(chart => {
    checkout(chart, props({ analyses: [Analysis.successRate(), Analysis.latency({ percentile: 95, atMost: Duration.millis(500) })], dryRunMetrics: ['latency'] }));
  });
  expect(found).toContain('[test/checkout] steps[0].dryRunMetrics: must name a metric of each analysis, got none of "success-rate"; '
    + 'add success-rate, write dryRun: true, or ask "success-rate" in a step of its own');
});
