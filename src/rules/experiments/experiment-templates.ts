import { ExperimentNode } from '../../graph/experiment';
import type { WrittenExperiment } from '../../graph/experiment';
import type { Field } from '../../graph/field';
import { LONGEST_REPLICA_SET_NAME } from '../../manifests/names';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { nearest, shown } from '../wording';

const DEFAULT_DEADLINE = 600;
const VERSIONS = ['canary', 'stable'];

export const experimentTemplates: Rule = {
  id: 'experiment-templates',
  class: 'refused',
  summary: 'the versions of an experiment have names of their own, and selectors that match their pods and no others',
  why: 'the controller refuses the Experiment as InvalidSpec, or cannot make its pods; in a step that aborts the rollout',
  covers: ['EX-01', 'EX-02', 'EX-03', 'EX-04', 'EX-05', 'EX-06', 'EX-12'],
  givesWay: true,
  check: function* (graph): Iterable<Remark> {
    for (const experiment of graph.writtenExperiments) {
      yield* judgeNames(experiment);
      yield* experiment.owner instanceof ExperimentNode ? judgeTemplates(experiment.owner) : judgeVersions(experiment);
    }
  },
};

/** A step is refused only when it is reached. */
function* judgeNames({ owner, field }: WrittenExperiment): Iterable<Remark> {
  const details = owner instanceof ExperimentNode ? {} : { class: 'broken' } as const;
  const names = new Set<string>();
  for (const template of field.at('templates').items()) {
    const name = template.at('name');
    if (name.text === '') {
      yield remark(name, 'must name the version, got an empty name', `${write(name, 'canary')}, or what else it is`, details);
    } else if (name.text !== undefined && names.has(name.text)) {
      yield remark(name, `must be a name of its own, got ${name.text} a second time`, write(name, `${name.text}-2`), details);
    }
    names.add(name.text ?? '');
  }
}

function* judgeVersions({ field }: WrittenExperiment): Iterable<Remark> {
  for (const template of field.at('templates').items()) {
    const selector = template.at('selector');
    if (selector.isMap && !selector.has('matchLabels') && template.at('metadata', 'labels').keys().length > 0) {
      yield remark(
        selector.at('matchLabels'), 'must be there beside metadata.labels, which the controller writes into it, got none: it breaks down at the step',
        'write the labels of metadata here too', { class: 'broken' },
      );
    }
  }
  for (const version of field.at('templates').items().map((template) => template.at('specRef'))) {
    if (version.text !== undefined && !VERSIONS.includes(version.text)) {
      yield remark(version, `must be canary or stable, got ${shown(version.text)}`, write(version, nearest(version.text, VERSIONS) ?? 'canary'), { class: 'broken' });
    }
  }
}

function* judgeTemplates(experiment: ExperimentNode): Iterable<Remark> {
  const { templates } = experiment;
  for (const [index, template] of templates.entries()) {
    yield* judgeSelector(template);
    yield* judgeReady(template, experiment);
    yield* judgePods(template, experiment);
    const twin = templates.slice(0, index).findIndex((other) => other.has('template') && other.at('template').isLike(template.at('template')));
    if (twin >= 0) {
      yield remark(
        template.at('template'), `has the same pods as templates[${twin}], labels included, so both have one hash and nothing tells them apart`,
        'give each a label of its own, such as version', { class: 'risky' },
      );
    }
  }
}

function* judgeSelector(template: Field): Iterable<Remark> {
  const selector = template.at('selector');
  const labels = template.at('template', 'metadata', 'labels');
  if (!selector.exists) {
    if (template.isMap && !selector.isUnknown) {
      yield remark(selector, 'must select the pods, got no selector', fixFor(labels));
    }
  } else if (selector.isMap && selector.keys().length === 0) {
    yield remark(selector, 'must select something, got an empty selector', fixFor(labels));
  }
  for (const [key, value] of selector.at('matchLabels').entries()) {
    const label = labels.at(key);
    if (value.text !== undefined && !label.isUnknown && label.value !== value.text && typeof label.value !== 'object') {
      yield remark(
        label, `must match the selector, which wants ${key}: ${value.text}, got ${label.exists ? shown(label.value) : 'no such label'}`,
        `write ${key}: ${value.text}`, { class: 'broken' },
      );
    }
  }
}

function fixFor(labels: Field): string {
  const key = labels.keys().find((each) => labels.textAt(each) !== undefined);
  return key === undefined ? 'write matchLabels that the pod template has too' : `write selector: { matchLabels: { ${key}: ${labels.textAt(key)} } }`;
}

function* judgeReady(template: Field, { spec }: ExperimentNode): Iterable<Remark> {
  const ready = template.at('minReadySeconds');
  const deadline = spec.has('progressDeadlineSeconds') ? spec.at('progressDeadlineSeconds').number : DEFAULT_DEADLINE;
  const seconds = ready.exists ? ready.number : 0;
  if (seconds !== undefined && deadline !== undefined && seconds > deadline) {
    yield remark(ready, `must be at most progressDeadlineSeconds, ${deadline}, got ${seconds}`, `write progressDeadlineSeconds: ${seconds + DEFAULT_DEADLINE} in spec`);
  }
}

function* judgePods(template: Field, { name, analyses }: ExperimentNode): Iterable<Remark> {
  const variant = template.textAt('name');
  const length = `${name}-${variant}`.length;
  if (name !== undefined && variant !== undefined && analyses.length > 0 && length > LONGEST_REPLICA_SET_NAME) {
    yield remark(
      template.at('name'), `must have, with the name of the Experiment, at most ${LONGEST_REPLICA_SET_NAME} characters for pod names to carry it, got ${length}`,
      'shorten one of the two names', { class: 'risky' },
    );
  }
}
