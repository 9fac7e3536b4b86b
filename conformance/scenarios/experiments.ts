// Versions side by side, as the library writes them: by themselves, and as a step of a canary.
import { App, Chart, Duration, Testing } from 'cdk8s';
import { Analysis, Arg, Experiment, ExperimentVersion, Step } from 'rolloutkit';
import type { ExperimentProps, ExperimentVariantProps } from 'rolloutkit';
import { shop } from './rendered';
import { answers } from './series';
import type { Script, Series } from '../harness/metrics';
import type { KubeObject } from '../harness/objects';
import type { Ground, Scenario } from '../harness/scenario';

const version = (name: string, tag: string, more: Partial<ExperimentVariantProps> = {}): ExperimentVariantProps => ({
  name, containers: [{ image: `registry.example/shop:${tag}`, portNumber: 8080 }], ...more,
});
const variants = [version('baseline', '1.0.0'), version('canary', '2.0.0', { replicas: 2, service: true })];
const errors = Analysis.errorRate({ atMost: 1 });

/** A baseline and a canary, by themselves. */
const sideBySide = (props: Partial<ExperimentProps>): Ground & Pick<Scenario, 'first'> => ({
  engine: 'argo',
  subject: 'Experiment',
  manifests: () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    new Experiment(chart, 'compare', { variants, ...props });
    return Testing.synth(chart) as KubeObject[];
  },
  factor: 20,
  first: {},
});

const compared = sideBySide({ duration: Duration.minutes(10), analyses: [{ analysis: errors, of: 'canary', against: 'baseline' }] });
const said = (answer: Script): Pick<Scenario, 'series'> => ({ series: [{ name: 'difference', query: /^\(\n100 \* \(\(/, answer }] });
const orders: Series = { name: 'orders', query: /^orders\{hash="[a-z0-9]{8,10}",of="compare-canary",until="20[^"]*Z"\}$/, answer: 5 };

/** The same in the middle of a canary behind a router. */
/** What is answered beside the question of an experiment. */
const rest = answers().filter(({ name }) => name !== 'error-rate');
const step: Ground = {
  engine: 'argo',
  manifests: shop({
    steps: [Step.weight(5), Step.experiment({
      duration: Duration.minutes(10),
      variants: [{ name: 'baseline', version: ExperimentVersion.STABLE }, { name: 'next', version: ExperimentVersion.CANARY }],
      analyses: [Analysis.custom({ name: 'orders', query: 'orders_per_minute', atLeast: 1, args: [Arg.variantHash('hash', 'next')] })],
    }), Step.weight(50)],
  }),
  factor: 20,
};
/** It wants more than there is time for. */
const patient = Analysis.custom({ name: 'orders', query: 'orders_per_minute', atLeast: 1, count: 100, consecutiveSuccesses: 60 });
const perMinute = (answer: Script): Series => ({ name: 'orders', query: /^orders_per_minute$/, answer });

export const scenarios: readonly Scenario[] = [
  {
    ...compared,
    ...said(0.2),
    id: 'experiments/side-by-side-good',
    why: 'a canary as good as the baseline is a success when the time is over',
    until: { phase: 'Successful', quiet: 2 },
    expect: {
      phase: 'Successful',
      weight: 0,
      message: /^Required AnalysisRuns completed$/,
      runs: [{ type: 'Experiment', phase: 'Successful', metric: 'error-rate', counts: { successful: 4 } }],
    },
  },
  {
    ...compared,
    ...said(5),
    id: 'experiments/side-by-side-bad',
    why: 'the second bad answer ends the experiment, long before its time is over',
    until: { phase: 'Failed', quiet: 2 },
    expect: {
      phase: 'Failed',
      weight: 0,
      runs: [{ type: 'Experiment', phase: 'Failed', metric: 'error-rate', counts: { failed: 2 } }],
      message: /^Metric "error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)$/,
    },
  },
  {
    ...compared,
    ...said('empty'),
    id: 'experiments/side-by-side-no-data',
    why: 'an experiment that learnt nothing is no success',
    until: { phase: 'Inconclusive', quiet: 2 },
    expect: {
      phase: 'Inconclusive',
      weight: 0,
      runs: [{ type: 'Experiment', phase: 'Inconclusive', metric: 'error-rate', counts: { inconclusive: 4 } }],
      message: /^Metric "error-rate" assessed Inconclusive due to inconclusive \(4\) > inconclusiveLimit \(3\)$/,
    },
  },
  {
    ...sideBySide({ analyses: [{ analysis: errors, of: 'canary' }] }),
    series: answers(),
    id: 'experiments/no-duration',
    why: 'without a duration two good answers in a row are the end, and the query is about the pods of the canary and no others',
    until: { phase: 'Successful', quiet: 2 },
    expect: {
      phase: 'Successful',
      weight: 0,
      queries: 'canary',
      message: /^Required AnalysisRuns completed$/,
      runs: [{ type: 'Experiment', phase: 'Successful', metric: 'error-rate', counts: { successful: 2 } }],
    },
  },
  {
    ...sideBySide({
      duration: Duration.minutes(10),
      analyses: [{
        analysis: Analysis.custom({
          name: 'orders', query: 'orders{hash="{{args.canary-hash}}",of="{{args.of}}",until="{{args.until}}"}', atLeast: 1, args: [Arg.required('of'), Arg.experimentEnd('until')],
        }),
        of: 'canary',
        args: [Arg.variantReplicaSet('of', 'canary')],
        required: true,
      }],
    }),
    series: [orders],
    id: 'experiments/arguments',
    why: 'the controller fills in the hash of a variant, the name of its ReplicaSet and the end of the experiment, which ends early when what is required is answered',
    until: { phase: 'Successful', quiet: 2 },
    expect: {
      phase: 'Successful',
      weight: 0,
      message: /^Required AnalysisRuns completed$/,
      runs: [{ type: 'Experiment', phase: 'Successful', metric: 'orders', counts: { successful: 4 } }],
    },
  },
  {
    ...sideBySide({
      duration: Duration.minutes(10),
      // long enough for the pods of the baseline on a busy machine
      progressDeadline: Duration.seconds(20),
      variants: [version('baseline', '1.0.0'), version('canary', '2.0.0', { podMetadata: { annotations: { 'lab/ready': 'false' } } })],
    }),
    id: 'experiments/never-ready',
    why: 'pods that do not get ready are a failure, and the time of the experiment never begins',
    until: { phase: 'Failed', quiet: 2 },
    expect: { phase: 'Failed', weight: 0, message: /^Template 'canary' exceeded its progressDeadlineSeconds \(20\)$/ },
  },
  {
    ...sideBySide({ duration: Duration.hours(10), analyses: [{ analysis: errors, of: 'canary', against: 'baseline', required: false }] }),
    ...said(0.2),
    id: 'experiments/terminated',
    why: 'one that is told to end stops its analyses, and is no failure',
    script: [{ measured: 'Successful', then: { abort: true } }],
    until: { phase: 'Successful', quiet: 2 },
    expect: { phase: 'Successful', weight: 0, runs: [{ type: 'Experiment', phase: 'Successful', metric: 'error-rate' }] },
  },
  {
    ...sideBySide({ duration: Duration.minutes(10), analyses: [{ analysis: patient, of: 'canary', required: false }] }),
    series: [perMinute(5)],
    id: 'experiments/cut-short',
    why: 'the end of the time cuts short what is not required, which is then a success',
    until: { phase: 'Successful', quiet: 2 },
    expect: { phase: 'Successful', weight: 0, runs: [{ type: 'Experiment', phase: 'Successful', metric: 'orders' }] },
  },
  {
    ...step,
    series: [perMinute(5), ...answers()],
    id: 'experiments/step-good',
    why: 'a canary goes on behind an experiment that is answered well',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: { phase: 'Healthy', weight: 100, weights: [5, 50, 100], runs: [{ type: 'Experiment', phase: 'Successful', metric: 'orders', counts: { successful: 2 } }] },
  },
  {
    ...step,
    manifests: shop({
      steps: [Step.experiment({
        duration: Duration.minutes(10), variants: [{ name: 'next', version: ExperimentVersion.CANARY }], analyses: [Analysis.errorRate()],
      }), Step.weight(50), Step.approval()],
    }),
    // the pods are called shop-755f6564f4-2-0-next-abcde
    series: [{ name: 'error-rate', query: /^100 \* \(\(.*pod=~"shop-\[a-z0-9\]\+-\[0-9\]\+-\[0-9\]\+\(-\[0-9\]\+\)\?-next-\[a-z0-9\]\+"/, answer: 0.1 }, ...rest],
    id: 'experiments/step-asks-its-own-pods',
    why: 'a question in an experiment is about the pods of the experiment: the rollout has none of the new version yet',
    until: { pause: 'CanaryPauseStep' },
    expect: {
      phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 50, weights: [50], runs: [{ type: 'Experiment', phase: 'Successful', metric: 'error-rate' }],
    },
  },
  {
    ...step,
    series: [perMinute(0), ...answers()],
    id: 'experiments/step-bad',
    why: 'an experiment that is answered badly takes the canary back from the weight it has',
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      abort: { weight: 5, by: 'Experiment', metric: 'orders' },
      runs: [{ type: 'Experiment', phase: 'Failed', metric: 'orders', counts: { failed: 2 } }],
      message: /Metric "orders" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
];
