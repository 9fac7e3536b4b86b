import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { containersOf } from '../../graph/pod-template';
import { RolloutNode } from '../../graph/rollout';
import { ServiceNode } from '../../graph/service';
import {
  LONGEST_LABEL, LONGEST_NAME_BEFORE_HASH, LONGEST_PORT_NAME, LONGEST_SUBDOMAIN,
  isDns1035Label, isDnsLabel, isDnsSubdomain, isLabelKey, isLabelValue, isPortName,
} from '../../manifests/names';
import { write } from '../fix';
import { forEachTarget, forEachVariant, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const LETTERS = 'lower-case letters, digits and hyphens, beginning and ending with a letter or digit';
const SUBDOMAIN = `at most ${LONGEST_SUBDOMAIN} characters: ${LETTERS}, in parts joined by dots`;
const LABEL = `at most ${LONGEST_LABEL} characters: ${LETTERS}`;
const SERVICE = `at most ${LONGEST_LABEL} characters: lower-case letters, digits and hyphens, beginning with a letter`;
const PORT = `at most ${LONGEST_PORT_NAME} characters: ${LETTERS}, with at least one letter`;
const VALUE = `at most ${LONGEST_LABEL} characters: letters, digits, - _ and ., beginning and ending with a letter or digit`;

export const nameLimits: Rule = {
  id: 'name-limits',
  class: 'refused',
  summary: 'names and labels keep within the limits of Kubernetes',
  why: 'the API server refuses the object, or, for a long Rollout name, cuts the pod template hash out of the pod names that queries look for',
  covers: [],
  check: judge,
};

function* judge(graph: Graph): Iterable<Remark> {
  const ofArgo = [...graph.rollouts, ...graph.experiments, ...graph.templates];
  const ofFlagger = [...graph.canaries, ...graph.metricTemplates, ...graph.alertProviders];
  for (const node of [...graph.services, ...ofArgo, ...ofFlagger, ...graph.scalers, ...graph.ingresses]) {
    const { metadata } = node;
    yield* node instanceof ServiceNode ? limit(metadata, 'name', isDns1035Label, SERVICE) : limit(metadata, 'name', isDnsSubdomain, SUBDOMAIN);
    if (metadata.has('generateName')) {
      // the server appends letters to it
      yield* limit(metadata, 'generateName', (text) => isDnsSubdomain(`${text}x`), SUBDOMAIN);
    }
    yield* limit(metadata, 'namespace', isDnsLabel, LABEL);
    if (metadata.has('labels')) {
      yield* judgeLabels(metadata.at('labels'));
    }
    if (metadata.has('annotations')) {
      yield* judgeKeys(metadata.at('annotations'), 'an annotation');
    }
  }
  for (const rollout of graph.rollouts) {
    yield* judgeRollout(rollout);
  }
  yield* forEachTarget(graph, judgePods);
  for (const { target } of graph.canaries) {
    if (target?.metadata.has('annotations') === true) {
      yield* judgeKeys(target.metadata.at('annotations'), 'an annotation');
    }
  }
  yield* forEachVariant(graph, judgePods);
}

function* judgeLabels(labels: Field): Iterable<Remark> {
  yield* judgeKeys(labels, 'a label');
  for (const key of labels.keys()) {
    yield* limit(labels, key, isLabelValue, VALUE);
  }
}

function* judgeKeys(map: Field, what: string): Iterable<Remark> {
  for (const key of map.keys()) {
    // the server compares the keys of annotations in small letters
    if (!isLabelKey(what === 'an annotation' ? key.toLowerCase() : key)) {
      yield remark(
        map.at(key), `must have ${what} key that is ${VALUE}, with an optional DNS name and / before it, got ${shown(key)}`, 'write a key such as example.com/team',
      );
    }
  }
}

function* judgeRollout(rollout: RolloutNode): Iterable<Remark> {
  const { name } = rollout;
  if (name !== undefined && name.length > LONGEST_NAME_BEFORE_HASH && asksForHash(rollout)) {
    yield remark(
      rollout.metadata.at('name'), `must have at most ${LONGEST_NAME_BEFORE_HASH} characters for pod names to carry the whole pod template hash that an analysis asks for, got ${name.length}`,
      `write name: ${name.slice(0, LONGEST_NAME_BEFORE_HASH).replace(/[^a-z0-9]+$/, '')}`, { class: 'risky' },
    );
  }
  // a workload that lends its pods is refused for them as well
  yield* judgePods(rollout.podTemplate ?? rollout.spec.at('template'));
}

function* judgePods(template: Field): Iterable<Remark> {
  const metadata = template.at('metadata');
  yield* judgeLabels(metadata.at('labels'));
  yield* metadata.has('annotations') ? judgeKeys(metadata.at('annotations'), 'an annotation') : [];
  for (const container of containersOf(template)) {
    yield* limit(container, 'name', isDnsLabel, LABEL);
    for (const port of container.at('ports').items()) {
      yield* limit(port, 'name', isPortName, PORT);
    }
  }
}

function asksForHash(rollout: RolloutNode): boolean {
  return rollout.analyses.some((use) => use.supplied.some(({ source }) => source === 'pod hash'));
}

function limit(parent: Field, key: string, fits: (text: string) => boolean, allowed: string): readonly Remark[] {
  const text = parent.textAt(key);
  // An empty name is another rule's.
  if (text === undefined || text === '' || fits(text)) {
    return [];
  }
  const size = text.length > LONGEST_PORT_NAME ? ` (${text.length} characters)` : '';
  return [remark(parent.at(key), `must be ${allowed}, got ${shown(text)}${size}`, suggestion(parent.at(key), text, fits))];
}

/** The nearest name that fits, when simple corrections give one. */
function suggestion(field: Field, text: string, fits: (text: string) => boolean): string {
  const lower = text.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
  const forms = [lower, lower.replace(/\./g, '-'), `v${lower.replace(/\./g, '-')}`];
  for (const length of [LONGEST_SUBDOMAIN, LONGEST_LABEL, LONGEST_PORT_NAME]) {
    for (const form of forms) {
      const candidate = form.slice(0, length).replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
      if (fits(candidate)) {
        return write(field, candidate);
      }
    }
  }
  return 'give it another name, such as checkout';
}
