import type { Field } from '../../graph/field';
import { LabelSelector, labelsIn } from '../../graph/label-selector';
import type { RolloutNode, ServiceRole } from '../../graph/rollout';
import { POD_HASH_LABEL } from '../../manifests/names';
import { scalar, write } from '../fix';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

/** Labels that pods get while they play a role. */
const ROLE_METADATA: Partial<Record<ServiceRole, readonly string[]>> = {
  stable: ['canary', 'stableMetadata'],
  canary: ['canary', 'canaryMetadata'],
  active: ['blueGreen', 'activeMetadata'],
  preview: ['blueGreen', 'previewMetadata'],
};

export const serviceSelector: Rule = {
  id: 'service-selector',
  class: 'refused',
  summary: 'the selectors of a Rollout and of its Services match the labels of its pods',
  why: 'a Service whose selector asks for more than the pods have sends traffic nowhere, and the controller refuses the Rollout as InvalidSpec',
  covers: ['RF-07', 'RO-02', 'RO-04', 'RO-08'],
  check: (graph) => forEachRollout(graph, function* (rollout): Iterable<Remark> {
    yield* judgeSelector(rollout);
    yield* judgeServices(rollout);
  }),
};

function* judgeSelector(rollout: RolloutNode): Iterable<Remark> {
  const selector = rollout.spec.at('selector');
  const isOwn = !rollout.spec.at('workloadRef').exists;
  const labels = rollout.spec.at('template', 'metadata', 'labels');
  if (!selector.exists) {
    if (isOwn && rollout.spec.isMap && !selector.isUnknown) {
      yield remark(selector, 'must select the pods, got no selector', fixFor(labels));
    }
    yield* judgeLent(rollout);
  } else if (selector.isMap && !selector.at('matchLabels').isUnknown && selector.at('matchLabels').entries().length === 0 && !selector.at('matchExpressions').at(0).exists) {
    // beside a reference the controller does not look at it, and takes whatever there is for its own
    yield remark(selector, 'must select something, got an empty selector', fixFor(labels), isOwn ? {} : { class: 'broken' });
  } else if (isOwn) {
    for (const [key, value] of selector.at('matchLabels').entries()) {
      const label = labels.at(key);
      if (isDifferent(label, value)) {
        yield remark(label, `must match the selector, which wants ${key}: ${value.text}, got ${got(label)}`, `write ${key}: ${value.text}`);
      }
    }
    yield* judgeExpressions(selector, labels);
  } else {
    yield* judgeAdopted(selector, rollout);
  }
}

function fixOf(requirement: Field, label: string | undefined): string {
  return requirement.textAt('operator') === 'In' && label !== undefined ? `write values: [${scalar(label)}]` : 'write what the labels of the pod template are';
}

function* judgeExpressions(selector: Field, labels: Field): Iterable<Remark> {
  const known = selector.has('matchExpressions') ? labelsIn(labels) : undefined;
  for (const { field, holds } of known === undefined ? [] : new LabelSelector(selector).requirements) {
    const key = field.textAt('key') ?? '';
    if (known !== undefined && field.isMap && holds(known) === false) {
      const values = field.at('values').items().map(({ text }) => shown(text));
      const wanted = [key, field.textAt('operator'), ...values.length === 0 ? [] : [`[${values.join(', ')}]`]].join(' ');
      yield remark(field, `must hold of the pods, which have ${key}: ${got(labels.at(key))}, got ${wanted}`, fixOf(field, labels.textAt(key)));
    }
  }
}

/** The pods are somebody else's, so that it is the selector that is wrong. */
function* judgeAdopted(selector: Field, { workloadReference, podTemplate }: RolloutNode): Iterable<Remark> {
  const workload = workloadReference?.workload;
  if (podTemplate === undefined) {
    return;
  }
  for (const [key, value] of selector.at('matchLabels').entries()) {
    const label = podTemplate.at('metadata', 'labels', key);
    if (isDifferent(label, value)) {
      yield remark(
        value, `must match the pods of ${workload?.resource}, which have ${got(label)}, got ${shown(value.value)}`,
        label.text === undefined ? 'write the matchLabels of its selector' : write(value, label.text), { about: workload },
      );
    }
  }
  yield* judgeExpressions(selector, podTemplate.at('metadata', 'labels'));
}

/** Without a selector of its own the Rollout has that of the workload. */
function* judgeLent({ spec, workloadReference, podTemplate }: RolloutNode): Iterable<Remark> {
  const workload = workloadReference?.workload;
  if (workload === undefined || podTemplate === undefined) {
    return;
  }
  for (const [key, value] of workload.spec.at('selector', 'matchLabels').entries()) {
    const label = podTemplate.at('metadata', 'labels', key);
    if (isDifferent(label, value)) {
      yield remark(
        spec.at('workloadRef'), `must lead to pods that its selector matches, and ${workload.resource} selects ${key}: ${value.text} with ${got(label)}`,
        `write ${key}: ${value.text} in the labels of its pods`, { about: workload },
      );
    }
  }
}

function fixFor(labels: Field): string {
  const key = labels.keys().find((each) => labels.textAt(each) !== undefined);
  return key === undefined ? 'write matchLabels that the pod template has too' : `write selector: { matchLabels: { ${key}: ${labels.textAt(key)} } }`;
}

function* judgeServices(rollout: RolloutNode): Iterable<Remark> {
  const labels = rollout.podTemplate?.at('metadata', 'labels');
  if (labels === undefined) {
    return;
  }
  for (const { role, field, name, service } of rollout.services) {
    for (const [key, value] of service?.selector.entries() ?? []) {
      const label = labels.at(key);
      if (service !== undefined && key !== POD_HASH_LABEL && isDifferent(label, value) && !isAdded(rollout, role, key, value)) {
        yield remark(
          field, `names Service ${name}, whose selector wants ${key}: ${value.text}, and the pods have ${got(label)}`,
          label.text === undefined
            ? `label the pod template ${key}: ${value.text}, or drop the label from the Service's selector`
            : `write ${key}: ${label.text} in the Service's selector`,
          { about: service },
        );
      }
    }
  }
}

/** Whether the pods get the label while they play the role. */
function isAdded(rollout: RolloutNode, role: ServiceRole, key: string, value: Field): boolean {
  const metadata = ROLE_METADATA[role];
  return metadata !== undefined && rollout.spec.at('strategy', ...metadata, 'labels', key).text === value.text;
}

/** Whether both are known, and not the same. */
function isDifferent(label: Field, wanted: Field): boolean {
  const isKnown = !label.isUnknown && (!label.exists || typeof label.value !== 'object');
  return isKnown && wanted.text !== undefined && label.text !== wanted.text;
}

function got(label: Field): string {
  return label.exists ? shown(label.value) : 'no such label';
}
