import type { AnalysisUse } from '../../graph/analysis-use';
import type { Metric } from '../../graph/metric';
import type { MetricInUse } from '../../graph/metric-in-use';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { requiredClass } from '../settings';
import { shown } from '../wording';

/** Of 63 characters, the controller's name for a Job has 36 of an id, two dots and a number; this is what is left for the metric. */
const LONGEST = 24;

export const jobSettings: Rule = {
  id: 'job-settings',
  class: 'broken',
  summary: 'the Job of a metric can be made, under a name of its own',
  why: 'the controller names it after the metric and cuts the name: the API server refuses one with capitals, and two metrics whose names begin alike share one Job and its verdict',
  covers: ['PR-24', 'GAP-36', 'ME-21'],
  check: function* (graph): Iterable<Remark> {
    const told = new Map<AnalysisUse | undefined, Map<string, Metric>>();
    for (const item of graph.metricsOf('job')) {
      yield* judgeJob(item);
      yield* judgeName(item, told);
    }
  },
};

function* judgeJob({ metric }: MetricInUse): Iterable<Remark> {
  const job = metric.field.at('provider', 'job');
  const pods = job.at('spec', 'template', 'spec');
  const policy = pods.at('restartPolicy');
  if (!policy.isUnknown && pods.isMap && policy.text !== 'Never' && policy.text !== 'OnFailure') {
    yield remark(policy, `must be Never or OnFailure in a Job, got ${policy.exists ? shown(policy.value) : 'none, which is Always'}`, write(policy, 'Never'));
  }
  if (pods.isMap && !pods.at('containers').isUnknown && pods.at('containers').items().length === 0) {
    yield remark(pods.at('containers'), 'must have a container, got none', 'write containers: [{ name: test, image: ... }]', requiredClass(pods.at('containers')));
  }
}

function* judgeName({ metric, use, template }: MetricInUse, told: Map<AnalysisUse | undefined, Map<string, Metric>>): Iterable<Remark> {
  const { name } = metric;
  if (name === undefined || name.includes('{{')) {
    return;
  }
  const cut = name.slice(0, LONGEST);
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(cut) || /\.[-.]|-\./.test(cut)) {
    const better = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST).replace(/^-+|-+$/g, '');
    const part = cut === name ? '' : `, of which ${cut} is used`;
    yield remark(
      metric.field.at('name'), `must be small letters, digits and - within a name of a Job, got ${shown(name)}${part}`,
      `write name: ${better === '' ? 'smoke-test' : better}`,
    );
  }
  // a template by itself is a run of its own
  const names = told.get(use) ?? new Map<string, Metric>();
  told.set(use, names);
  const other = names.get(cut);
  if (use !== undefined && other !== undefined && other.name !== name) {
    yield remark(
      metric.field.at('name'), `must differ from ${other.name ?? ''} within ${LONGEST} characters, which is what the name of a Job has room for, or both share one Job`,
      `${write(metric.field.at('name'), `2-${name}`)}, or a shorter one`, { about: template },
    );
  }
  names.set(cut, metric);
}
