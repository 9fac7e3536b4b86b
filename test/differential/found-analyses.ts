import type { Found } from './found';

/* What the comparison with the real code has found about what analyses are told, and of what they are made. */

const STEP = 'spec.strategy.canary.steps.0.experiment';
const INLINE = 'spec.strategy.canary.steps.1.analysis';
const PROMETHEUS = 'spec.metrics.0.provider.prometheus';
const field = (fieldPath: string): unknown => ({ fieldRef: { fieldPath } });
const range = (start: string): unknown => ({ start, end: 'now()', step: '1m' });

export const foundInAnalyses: readonly Found[] = [
  { name: 'a dry run of a metric that an AnalysisRun does not have', base: 'run', changes: [[0, 'spec.dryRun.0.metricName', 'nobody']], theirs: 'broken', rule: 'metric-selections' },
  { name: 'measurements that an AnalysisRun keeps of a metric that it does not have', base: 'run', changes: [[0, 'spec.measurementRetention', [{ metricName: '(', limit: 5 }]]], theirs: 'broken', rule: 'metric-selections' },
  { name: 'a dry run of a metric that an analysis of an Experiment does not have', base: 'experiment', changes: [[0, 'spec.dryRun', [{ metricName: '^errors$' }]]], theirs: 'broken', rule: 'metric-selections' },
  { name: 'measurements that an Experiment keeps of a metric twice', base: 'experiment', changes: [[0, 'spec.measurementRetention', [1, 2].map(limit => ({ metricName: '.*', limit }))]], theirs: 'broken', rule: 'metric-selections' },
  { name: 'a dry run in an experiment step, twice', base: 'experiment-step', changes: [[0, `${STEP}.dryRun`, [{ metricName: 'compare' }, { metricName: 'compare' }]]], theirs: 'broken', rule: 'metric-selections' },
  { name: 'a dry run in an experiment step, of a metric that it does not have', base: 'experiment-step', changes: [[0, `${STEP}.dryRun`, [{ metricName: '*' }]]], theirs: 'broken', rule: 'metric-selections' },
  { name: 'a dry run that goes by small letters', base: 'inline', changes: [[1, 'spec.dryRun', [{ metricName: '(?i)ERRORS' }]]], theirs: 'broken', rule: 'metric-selections' },
  { name: 'a dry run of a metric that a template that nobody uses does not have', base: 'lone', changes: [[0, 'spec.dryRun.0.metricName', 'nobody']], theirs: 'broken', rule: 'metric-selections' },
  { name: 'a dry run of a metric, in two templates that nobody uses', base: 'nested', changes: [[1, 'spec.dryRun', [{ metricName: 'inner' }]]], theirs: 'broken', rule: 'metric-selections' },
  { name: 'two values of an argument, in two templates that nobody uses', base: 'nested', changes: [[2, 'spec.args.0.value', '4']], theirs: 'broken', rule: 'argument-conflicts' },
  { name: 'two metrics of a name, in two templates that nobody uses', base: 'nested', changes: [[2, 'spec.metrics.0.name', 'inner']], theirs: 'broken', rule: 'metric-names' },
  { name: 'a reference to a template that is not there, in one that nobody uses', base: 'lone', changes: [[0, 'spec.templates', [{ templateName: 'nobody' }]]], theirs: 'broken', rule: 'analysis-template-exists' },
  { name: 'a reference without a name, in a template of the cluster that nobody uses', base: 'nested', changes: [[2, 'spec.templates', [{}]]], theirs: 'broken', rule: 'analysis-template-exists' },
  { name: 'an argument of an AnalysisRun without a value', base: 'run', changes: [[0, 'spec.args.0.value']], theirs: 'broken', rule: 'analysis-arguments' },
  { name: 'an argument of an AnalysisRun that comes from nowhere', base: 'run', changes: [[0, 'spec.args.1.valueFrom', {}]], theirs: 'broken', rule: 'argument-sources' },
  { name: 'an argument of a template that comes from nowhere', base: 'inline', changes: [[1, 'spec.args.4', { name: 'later', valueFrom: {} }]], theirs: 'broken', rule: 'argument-sources' },
  { name: 'an argument of a template of an Experiment that comes from nowhere', base: 'experiment', changes: [[1, 'spec.args.2', { name: 'later', valueFrom: {} }]], theirs: 'broken', rule: 'argument-sources' },
  { name: 'all annotations of a Rollout that has none, in a condition', base: 'inline', changes: [[0, `${INLINE}.args.0.valueFrom`, field('metadata.annotations')]], theirs: 'broken', rule: 'condition-fits-result' },
  {
    name: 'a field that nobody can read, for an argument of an Experiment, which takes the value of the template',
    base: 'experiment',
    changes: [[0, 'spec.analyses.0.args.0', { name: 'old', valueFrom: field('metadata.generation') }], [1, 'spec.args.0.value', 'x']],
    theirs: 'accepted',
    rule: 'experiment-arguments',
  },
  {
    name: 'an argument of a background analysis that is listed again without a value',
    base: 'background',
    changes: [[1, 'spec.args.3', { name: 'zone' }]],
    theirs: 'refused',
    rule: 'analysis-arguments',
  },
  {
    name: 'an argument without a value that is listed after one with a source',
    base: 'inline',
    changes: [[1, 'spec.args.4', { name: 'later', valueFrom: { secretKeyRef: { name: 'store', key: 'token' } } }], [1, 'spec.args.5', { name: 'later' }]],
    theirs: 'refused',
    rule: 'analysis-arguments',
  },
  { name: 'a path that leads nowhere, for an argument of an experiment step', base: 'experiment-step', changes: [[0, `${STEP}.analyses.0.args.0`, { name: 'old', valueFrom: field('spec.nothing') }]], theirs: 'broken', rule: 'field-references' },
  { name: 'a hash of pods where a condition wants a number', base: 'inline', changes: [[0, `${INLINE}.args.0`, { name: 'limit', valueFrom: { podTemplateHashValue: 'Stable' } }]], theirs: 'broken', rule: 'condition-fits-result' },
  { name: 'a placeholder in a value, which nobody fills', base: 'run', changes: [[0, 'spec.args.0.value', '{{args.3}}']], theirs: 'broken', rule: 'condition-fits-result' },
  { name: 'a name where a condition wants a number', base: 'inline', changes: [[0, `${INLINE}.args.0`, { name: 'limit', valueFrom: field('metadata.name') }]], theirs: 'broken', rule: 'condition-fits-result' },
  { name: 'a label that is not there, where a condition wants a number', base: 'inline', changes: [[0, `${INLINE}.args.0`, { name: 'limit', valueFrom: field("metadata.labels['owner']") }]], theirs: 'broken', rule: 'condition-fits-result' },
  { name: 'a hash of pods for an interval', base: 'inline', changes: [[1, 'spec.metrics.0.interval', '{{args.hash}}']], theirs: 'broken', rule: 'durations' },
  { name: 'an interval with a blank behind what is not known yet', base: 'lone', changes: [[0, 'spec.metrics.0.interval', '{{args.window}} ']], theirs: 'broken', rule: 'durations' },
  { name: 'a port of Prometheus that is no number', base: 'background', changes: [[1, `${PROMETHEUS}.address`, 'http://prometheus:x']], theirs: 'broken', rule: 'prometheus-settings' },
  { name: 'a blank in the address of Prometheus', base: 'run', changes: [[0, 'spec.metrics.1.provider.prometheus.address', 'http://a b']], theirs: 'broken', rule: 'prometheus-settings' },
  { name: 'a port of Graphite that is no number', base: 'stores', changes: [[0, 'spec.metrics.2.provider.graphite.address', 'http://graphite:80x']], theirs: 'broken', rule: 'graphite-settings' },
  { name: 'a moment that is no expression', base: 'lone', changes: [[0, `${PROMETHEUS}.rangeQuery`, range('yesterday')]], theirs: 'broken', rule: 'prometheus-settings' },
  { name: 'a duration in the place of a moment', base: 'lone', changes: [[0, `${PROMETHEUS}.rangeQuery`, range('duration("5m")')]], theirs: 'broken', rule: 'prometheus-settings' },
];

/** What is right all the same. */
export const acceptedAnalyses: readonly Pick<Found, 'name' | 'base' | 'changes'>[] = [
  { name: 'a field that the controller fills in', base: 'inline', changes: [[0, 'spec.replicas']] },
  { name: 'a field of the status', base: 'inline', changes: [[0, `${INLINE}.args.1.valueFrom`, field('status.phase')]] },
  { name: 'a template that one of the cluster finds where it is used', base: 'nested', changes: [[2, 'spec.templates', [{ templateName: 'inner' }]]] },
  { name: 'a moment on a day', base: 'lone', changes: [[0, `${PROMETHEUS}.rangeQuery`, range('date("2026-01-01")')]] },
];
