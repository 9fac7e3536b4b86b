import { holesIn } from '../../graph/argument';
import type { Argument } from '../../graph/argument';
import { ExperimentNode } from '../../graph/experiment';
import type { WrittenExperiment } from '../../graph/experiment';
import type { MetricInUse } from '../../graph/metric-in-use';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest } from '../wording';

/** What a pod is called, under the names that scrapes give that label. */
const POD_NAME = /^(pod|pod_name|kubernetes_pod_name|k8s_pod_name)$/;

export const experimentArguments: Rule = {
  id: 'experiment-arguments',
  class: 'broken',
  summary: 'arguments of an experiment are values, and placeholders in them name what an experiment knows',
  why: 'anything else cannot be resolved and the experiment ends with an error; a valueFrom is dropped without a word',
  covers: ['EX-08'],
  check: function* (graph): Iterable<Remark> {
    for (const experiment of graph.writtenExperiments) {
      const known = placeholdersOf(experiment);
      for (const argument of experiment.analyses.flatMap((use) => use.supplied)) {
        yield* judge(argument, known, experiment);
      }
    }
    for (const item of graph.metricsAt('experiment')) {
      yield* judgeQuery(item);
    }
  },
};

/** What may stand between the braces. */
function placeholdersOf({ field }: WrittenExperiment): readonly string[] {
  const names = field.at('templates').items().flatMap((template) => template.textAt('name') ?? []);
  return [
    ...names.flatMap((name) => [`templates.${name}.podTemplateHash`, `templates.${name}.replicaset.name`]),
    'experiment.availableAt', ...field.has('duration') && field.textAt('duration') !== '' ? ['experiment.finishedAt'] : [],
  ];
}

function* judge(argument: Argument, known: readonly string[], { owner, field }: WrittenExperiment): Iterable<Remark> {
  if (owner instanceof ExperimentNode && argument.field.has('valueFrom')) {
    yield remark(argument.valueFrom, 'is dropped: an Experiment passes on values alone', 'write value: ..., or give the argument a valueFrom in the template');
  }
  for (const { written } of holesIn(argument.field.textAt('value') ?? '')) {
    const tag = written.slice(2, -2).trim();
    if (!known.includes(tag) && !field.at('templates').isUnknown) {
      const meant = nearest(tag, known);
      const needsEnd = tag === 'experiment.finishedAt' ? 'is known only where the experiment has a duration' : `is not known to an experiment, which knows ${listed(known)}`;
      yield remark(argument.field.at('value'), `asks for ${written}, which ${needsEnd}`, tag === 'experiment.finishedAt' ? 'write duration: 30m beside templates' : meant === undefined ? 'write one of them' : write(argument.field.at('value'), argument.field.textAt('value')?.replace(written, `{{${meant}}}`) ?? ''));
    }
  }
}

/** Pods of an experiment are `<experiment>-<template>-<five characters>`. */
function* judgeQuery({ metric, query, given, use, template }: MetricInUse): Iterable<Remark> {
  if (use?.place !== 'experiment') {
    return;
  }
  const matchers = (query?.selectors ?? []).flatMap((selector) => selector.matchers).filter(({ label }) => POD_NAME.test(label));
  const hash = matchers.flatMap(({ value }) => holesIn(value)).find(({ argument }) => given.find(argument ?? '')?.literal?.includes('.podTemplateHash}}'));
  if (hash !== undefined) {
    yield remark(
      metric.query, `looks for ${hash.written}, a pod template hash, in the names of pods, and pods of an experiment have none in theirs`,
      `compare the label rollouts_pod_template_hash, or give ${template.resource} {{templates.<name>.replicaset.name}}, which their names begin with`, { about: use.rollout },
    );
  }
}
