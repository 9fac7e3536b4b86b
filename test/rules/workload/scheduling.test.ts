import { pods } from './pods';
import { scheduling } from '../../../src/rules/workload/scheduling';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const POD = 'spec.template.spec';
const SPREAD = `${POD}.topologySpreadConstraints[0]`;
const spread = (fields: string) => pods('', `topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, ${fields} }]`);
const note = (value: string) => rollout().replace('metadata: { labels: { app: checkout } }', `metadata: { labels: { app: checkout }, annotations: { scheduler.alpha.kubernetes.io/tolerations: '${value}' } }`);

testRule(scheduling, {
  valid: [
    { name: 'a toleration of everything', yaml: pods('', 'tolerations: [{ operator: Exists }]') },
    { name: 'a toleration for a while', yaml: pods('', 'tolerations: [{ key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 5 }]') },
    { name: 'tolerations as they were written once', yaml: note('[{ "operator": "Exists" }]') },
    { name: 'pods that are spread', yaml: pods('', 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway }]') },
    { name: 'pods of one version that are spread', yaml: spread('minDomains: 2, nodeTaintsPolicy: Honor, labelSelector: { matchLabels: { app: checkout } }, matchLabelKeys: [pod-template-hash]') },
    { name: 'a node by its name, and by its labels', yaml: pods('', 'nodeName: node-1\nnodeSelector: { kubernetes.io/arch: amd64 }') },
    { name: 'gates', yaml: pods('', 'readinessGates: [{ conditionType: example.com/ready }]\nschedulingGates: [{ name: example.com/quota }]') },
  ],
  invalid: [
    {
      name: 'nodes that there cannot be',
      yaml: pods('', 'nodeName: Node_1\nnodeSelector: { the arch: amd64 }'),
      findings: [
        { path: `${POD}.nodeName`, message: 'must be the name of an object, lower-case letters, digits, - and ., got "Node_1"; write nodeName: node-1', class: 'refused' },
        { path: `${POD}.nodeSelector["the arch"]`, message: 'must be a label that a node can have, got "the arch": "amd64"; write a label such as kubernetes.io/arch: amd64', class: 'refused' },
      ],
    },
    {
      name: 'gates that nobody can name',
      yaml: pods('', 'readinessGates: [{ conditionType: is ready }]\nschedulingGates: [{ name: "" }]'),
      findings: [
        { path: `${POD}.readinessGates[0].conditionType`, message: 'must be the type of a condition, got "is ready"; write one such as example.com/ready', class: 'refused' },
        { path: `${POD}.schedulingGates[0].name`, message: 'must be the name of a gate, got ""; write one such as example.com/ready', class: 'refused' },
      ],
    },
    {
      name: 'tolerations that mean nothing',
      yaml: pods('', 'tolerations: [{ key: a, operator: Exists, value: b }, { effect: NoSchedule }, { key: a, operator: Exists, effect: NoSchedule, tolerationSeconds: 5 }, { key: the taint, operator: Exists }, { key: a, value: b c }]'),
      findings: [
        { path: `${POD}.tolerations[0].value`, message: 'cannot stand beside operator: Exists, got "b"; drop it, or write operator: Equal', class: 'refused' },
        { path: `${POD}.tolerations[1].operator`, message: 'must be Exists without a key, which tolerates everything, got none; write operator: Exists, or the key of a taint', class: 'refused' },
        { path: `${POD}.tolerations[2].tolerationSeconds`, message: 'needs effect: NoExecute, got "NoSchedule"; write effect: NoExecute, or drop it', class: 'refused' },
        { path: `${POD}.tolerations[3].key`, message: 'must be the key of a taint, got "the taint"; write one such as example.com/dedicated', class: 'refused' },
        { path: `${POD}.tolerations[4].value`, message: 'must be the value of a taint, got "b c"; write at most 63 letters, digits, - _ and .', class: 'refused' },
      ],
    },
    {
      name: 'tolerations that nobody can read',
      yaml: note('all'),
      findings: [{ path: 'spec.template.metadata.annotations["scheduler.alpha.kubernetes.io/tolerations"]', message: 'must be a list of tolerations as JSON, got "all"; drop it, and write tolerations in the spec', class: 'refused' }],
    },
    { name: 'a toleration of nothing as it was written once', yaml: note('[{ "key": "a b" }]'), findings: [{ path: 'spec.template.metadata.annotations["scheduler.alpha.kubernetes.io/tolerations"]', message: /as JSON/ }] },
    {
      name: 'a number of zones that does not matter',
      yaml: pods('', 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 2 }]'),
      findings: [{ path: `${SPREAD}.minDomains`, message: 'needs whenUnsatisfiable: DoNotSchedule, got ScheduleAnyway; drop it, or write DoNotSchedule', class: 'refused' }],
    },
    {
      name: 'pods that are not spread at all',
      yaml: pods('', 'topologySpreadConstraints: [{ maxSkew: 0, topologyKey: "", whenUnsatisfiable: Ignore, nodeAffinityPolicy: ignore }]'),
      findings: [
        { path: `${SPREAD}.maxSkew`, message: 'must be at least 1, got 0; write maxSkew: 1', class: 'refused' },
        { path: `${SPREAD}.nodeAffinityPolicy`, message: /^must be one of Honor and Ignore, got "ignore"; /, class: 'refused' },
        { path: `${SPREAD}.topologyKey`, message: 'must be the key of a label of nodes, got ""; write topologyKey: topology.kubernetes.io/zone', class: 'refused' },
        { path: `${SPREAD}.whenUnsatisfiable`, message: /^must be one of DoNotSchedule and ScheduleAnyway, got "Ignore"; /, class: 'refused' },
      ],
    },
    {
      name: 'pods that are spread by a label that no node has, which the controller takes',
      yaml: pods('', 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: the zone, whenUnsatisfiable: ScheduleAnyway }]'),
      findings: [{ path: `${SPREAD}.topologyKey`, message: /got "the zone"/, class: 'broken' }],
    },
    {
      name: 'pods that are counted by no label',
      yaml: spread('matchLabelKeys: [app]'),
      findings: [{ path: `${SPREAD}.matchLabelKeys`, message: 'cannot stand without a labelSelector, got none beside it; write labelSelector: { matchLabels: ... } beside it', class: 'refused' }],
    },
    {
      name: 'pods that are counted by a label twice',
      yaml: spread('labelSelector: { matchLabels: { app: checkout } }, matchLabelKeys: [app, the tier]'),
      findings: [
        { path: `${SPREAD}.matchLabelKeys[0]`, message: 'must not be in the labelSelector as well, got "app"; drop one of them', class: 'refused' },
        { path: `${SPREAD}.matchLabelKeys[1]`, message: /^must be at most 63 letters, .*, got "the tier"; /, class: 'refused' },
      ],
    },
    {
      name: 'pods that are counted by what no label can be',
      yaml: spread('labelSelector: { matchExpressions: [{ key: app, operator: Gt, values: ["1"] }] }'),
      findings: [{ path: `${SPREAD}.labelSelector.matchExpressions[0].operator`, message: /^must be one of In, NotIn, Exists and DoesNotExist, got "Gt"; /, class: 'refused' }],
    },
  ],
});
