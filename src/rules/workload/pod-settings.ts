import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { isDnsLabel, isDnsSubdomain, isLabelKey, isLabelValue } from '../../manifests/names';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

/** Of a container, and what it can be. */
const OF_CONTAINERS: readonly (readonly [key: string, values: readonly string[]])[] = [
  ['imagePullPolicy', ['Always', 'IfNotPresent', 'Never']],
  ['terminationMessagePolicy', ['File', 'FallbackToLogsOnError']],
];
const OF_PODS: readonly (readonly [key: string, values: readonly string[]])[] = [
  ['dnsPolicy', ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']],
  ['preemptionPolicy', ['PreemptLowerPriority', 'Never']],
];
const NAMES = ['serviceAccountName', 'priorityClassName', 'runtimeClassName'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const LARGEST_USER = 2 ** 31 - 1;

export const podSettings: Rule = {
  id: 'pod-settings',
  class: 'refused',
  summary: 'pods are pulled, named, spread and scheduled as they can be',
  why: 'the definition of the Rollout takes any word there, and pods with it cannot be made: the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    yield* OF_PODS.flatMap(([key, values]) => [...oneOf(spec.at(key), values)]);
    for (const container of containersOf(template)) {
      yield* OF_CONTAINERS.flatMap(([key, values]) => [...oneOf(container.at(key), values)]);
      yield* judgeUser(container.at('securityContext'));
      yield* judgePrivileges(container.at('securityContext'));
    }
    for (const [index, container] of spec.at('containers').items().entries()) {
      const policy = container.at('restartPolicy');
      if (policy.exists) {
        yield remark(policy, `cannot be set for a container, got ${shown(policy.value)}`, index === 0 ? 'drop it' : 'drop it, or move the container to initContainers, where Always makes it a sidecar');
      }
    }
    for (const container of spec.has('initContainers') ? spec.at('initContainers').items() : []) {
      yield* oneOf(container.at('restartPolicy'), ['Always']);
    }
    yield* judgeUser(spec.at('securityContext'));
    const ephemeral = spec.at('ephemeralContainers');
    if (ephemeral.items().length > 0) {
      yield remark(ephemeral, 'cannot stand in a pod template: they are added to pods that run', 'drop them');
    }
    yield* judgeNames(spec);
    yield* spec.has('nodeSelector') ? judgeNodes(spec.at('nodeSelector')) : [];
    for (const toleration of spec.has('tolerations') ? spec.at('tolerations').items() : []) {
      yield* judgeToleration(toleration);
    }
    for (const spread of spec.has('topologySpreadConstraints') ? spec.at('topologySpreadConstraints').items() : []) {
      yield* judgeSpread(spread);
    }
  }),
};

function* oneOf(field: Field, values: readonly string[]): Iterable<Remark> {
  if (field.text !== undefined && field.text !== '' && !values.includes(field.text)) {
    yield remark(field, `must be one of ${listed(values)}, got ${shown(field.text)}`, `write ${nearest(field.text, values) ?? values[0]}`);
  }
}

function* judgeUser(context: Field): Iterable<Remark> {
  for (const key of context.isMap ? ['runAsUser', 'runAsGroup', 'fsGroup'] : []) {
    const user = context.at(key);
    if (user.number !== undefined && (user.number < 0 || user.number > LARGEST_USER)) {
      yield remark(user, `must be from 0 to ${LARGEST_USER}, got ${user.number}`, 'write 1000');
    }
  }
}

function* judgePrivileges(context: Field): Iterable<Remark> {
  yield* oneOf(context.at('procMount'), ['Default', 'Unmasked']);
  const escalation = context.at('allowPrivilegeEscalation');
  const added = context.at('capabilities', 'add').items().find(({ text }) => text === 'CAP_SYS_ADMIN');
  if (escalation.boolean === false && (context.at('privileged').boolean === true || added !== undefined)) {
    yield remark(escalation, `cannot be false beside ${added === undefined ? 'privileged: true' : 'CAP_SYS_ADMIN'}`, 'drop one of them');
  }
}

function* judgeNames(spec: Field): Iterable<Remark> {
  for (const key of NAMES) {
    const name = spec.at(key);
    if (name.text !== undefined && name.text !== '' && !isDnsSubdomain(name.text)) {
      yield remark(name, `must be the name of an object, lower-case letters, digits, - and ., got ${shown(name.text)}`, `write ${name.text.toLowerCase().replace(/[^a-z0-9.-]+/g, '-')}`);
    }
  }
  for (const key of ['hostname', 'subdomain']) {
    const name = spec.at(key);
    if (name.text !== undefined && name.text !== '' && !isDnsLabel(name.text)) {
      yield remark(name, `must be at most 63 lower-case letters, digits and hyphens, got ${shown(name.text)}`, `write ${name.text.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}`);
    }
  }
  yield* oneOf(spec.at('os', 'name'), ['linux', 'windows']);
  yield* oneOf(spec.at('securityContext', 'fsGroupChangePolicy'), ['Always', 'OnRootMismatch']);
  const servers = spec.at('dnsConfig');
  if (spec.textAt('dnsPolicy') === 'None' && !servers.isUnknown && !servers.at('nameservers').isUnknown && servers.at('nameservers').items().length === 0) {
    yield remark(servers.at('nameservers'), 'must be given beside dnsPolicy: None, got none', 'write the addresses of name servers');
  }
}

function* judgeNodes(labels: Field): Iterable<Remark> {
  for (const [key, value] of labels.entries()) {
    if (!isLabelKey(key) || (value.text !== undefined && !isLabelValue(value.text))) {
      yield remark(value, `must be a label that a node can have, got ${shown(key)}: ${shown(value.value)}`, 'write a label such as kubernetes.io/arch: amd64');
    }
  }
}

function* judgeToleration(toleration: Field): Iterable<Remark> {
  const [key, operator, value] = [toleration.at('key'), toleration.at('operator'), toleration.at('value')];
  yield* oneOf(operator, ['Equal', 'Exists']);
  if (key.text !== undefined && key.text !== '' && !isLabelKey(key.text)) {
    yield remark(key, `must be the key of a taint, got ${shown(key.text)}`, 'write one such as example.com/dedicated');
  }
  yield* oneOf(toleration.at('effect'), EFFECTS);
  if (operator.text === 'Exists' && value.text !== undefined && value.text !== '') {
    yield remark(value, `cannot stand beside operator: Exists, got ${shown(value.text)}`, 'drop it, or write operator: Equal');
  }
  if (!key.isUnknown && !operator.isUnknown && (key.text ?? '') === '' && operator.text !== 'Exists') {
    yield remark(operator, 'must be Exists without a key, which tolerates everything, got none', 'write Exists, or the key of a taint');
  }
  if (toleration.has('tolerationSeconds') && toleration.textAt('effect') !== 'NoExecute' && !toleration.at('effect').isUnknown) {
    yield remark(toleration.at('tolerationSeconds'), `needs effect: NoExecute, got ${shown(toleration.at('effect').value ?? 'none')}`, 'write effect: NoExecute, or drop it');
  }
}

function* judgeSpread(spread: Field): Iterable<Remark> {
  const skew = spread.at('maxSkew');
  if (skew.number !== undefined && skew.number <= 0) {
    yield remark(skew, `must be at least 1, got ${skew.number}`, 'write 1');
  }
  yield* oneOf(spread.at('whenUnsatisfiable'), ['DoNotSchedule', 'ScheduleAnyway']);
  const domains = spread.at('minDomains');
  if (domains.exists && spread.textAt('whenUnsatisfiable') === 'ScheduleAnyway') {
    yield remark(domains, 'needs whenUnsatisfiable: DoNotSchedule, got ScheduleAnyway', 'drop it, or write DoNotSchedule');
  }
  const topology = spread.at('topologyKey');
  if (topology.text !== undefined && !isLabelKey(topology.text)) {
    yield remark(topology, `must be the key of a label of nodes, got ${shown(topology.text)}`, 'write topology.kubernetes.io/zone');
  }
}
