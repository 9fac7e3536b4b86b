import { pods } from './pods';
import { affinity } from '../../../src/rules/workload/affinity';
import { testRule } from '../test-rule';

const affine = (fields: string) => pods('', `affinity: { ${fields} }`);
const nodes = (expression: string) => affine(`nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, ${expression} }] }] } }`);
const NODES = 'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
const PREFERRED = 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]';

testRule(affinity, {
  valid: [
    { name: 'a node by its name', yaml: affine('nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: metadata.name, operator: NotIn, values: [old] }] }] } }') },
    { name: 'values that no label has, where they are only preferred', yaml: affine('nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: a, operator: In, values: [not it!] }] } }] }') },
    { name: 'a label of the pod beside the same label', yaml: affine('podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, labelSelector: { matchLabels: { a: b } }, matchLabelKeys: [a] }] }') },
    { name: 'nodes by a label', yaml: nodes('operator: In, values: [b]') },
    { name: 'nodes with more of something', yaml: nodes('operator: Gt, values: ["4"]') },
    { name: 'pods apart', yaml: affine('podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: { topologyKey: kubernetes.io/hostname } }] }') },
  ],
  invalid: [
    {
      name: 'no nodes',
      yaml: affine('nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } }'),
      findings: [{ path: NODES, message: /^must hold a term, got none; write nodeSelectorTerms: \[/, class: 'refused' }],
    },
    {
      name: 'an operator that there is not',
      yaml: nodes('operator: in, values: [b]'),
      findings: [{ path: `${NODES}[0].matchExpressions[0].operator`, message: 'must be one of In, NotIn, Exists, DoesNotExist, Gt and Lt, got "in"; write operator: In', class: 'refused' }],
    },
    {
      name: 'nothing to compare with',
      yaml: nodes('operator: NotIn'),
      findings: [{ path: `${NODES}[0].matchExpressions[0].values`, message: 'must hold a value, which NotIn compares with, got none; write a value, or operator: DoesNotExist', class: 'refused' }],
    },
    {
      name: 'values where nothing is compared',
      yaml: nodes('operator: Exists, values: [b]'),
      findings: [{ path: `${NODES}[0].matchExpressions[0].values`, message: 'cannot stand beside Exists, which compares with nothing; drop them, or write operator: In', class: 'refused' }],
    },
    {
      name: 'two values for one comparison',
      yaml: nodes('operator: Gt, values: ["1", "2"]'),
      findings: [{ path: `${NODES}[0].matchExpressions[0].values`, message: 'must hold one value, which Gt compares with, got 2; write one number, as text', class: 'refused' }],
    },
    {
      name: 'pods apart by no measure, and too much',
      yaml: affine('podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1000, podAffinityTerm: { topologyKey: "", labelSelector: { matchExpressions: [{ key: a, operator: Gt, values: ["1"] }] } } }] }'),
      findings: [
        { path: `${PREFERRED}.podAffinityTerm.labelSelector.matchExpressions[0].operator`, message: /^must be one of In, NotIn, Exists and DoesNotExist, got "Gt"; /, class: 'refused' },
        { path: `${PREFERRED}.podAffinityTerm.topologyKey`, message: 'must be the key of a label of nodes, got ""; write topologyKey: kubernetes.io/hostname', class: 'refused' },
        { path: `${PREFERRED}.weight`, message: 'must be from 1 to 100, got 1000; write weight: 100', class: 'refused' },
      ],
    },
    {
      name: 'labels that no node has',
      yaml: affine('nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: the arch, operator: In, values: [not it!] }] }] } }'),
      findings: [
        { path: `${NODES}[0].matchExpressions[0].key`, message: /^must be at most 63 letters, .*, got "the arch"; /, class: 'refused' },
        { path: `${NODES}[0].matchExpressions[0].values[0]`, message: /^must be at most 63 letters, .*, got "not it!"; /, class: 'refused' },
      ],
    },
    {
      name: 'a field that does not tell a node, and too many nodes',
      yaml: affine('nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: a, operator: Exists }, { key: metadata.name, operator: In, values: [b, The_c] }] }] } }'),
      findings: [
        { path: `${NODES}[0].matchFields[0].key`, message: 'must be metadata.name, got "a"; write key: metadata.name, or the requirement of a label in matchExpressions', class: 'refused' },
        { path: `${NODES}[0].matchFields[0].operator`, message: 'must be In or NotIn for a field of a node, got "Exists"; write operator: In', class: 'refused' },
        { path: `${NODES}[0].matchFields[1].values`, message: 'must hold one name of a node, got 2; write one, and another term for each other node', class: 'refused' },
        { path: `${NODES}[0].matchFields[1].values[1]`, message: /^must be the name of an object, .*, got "The_c"; write the-c$/, class: 'refused' },
      ],
    },
    {
      name: 'pods that are nowhere, and told by one label twice',
      yaml: affine('podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: zone, namespaces: [The Shop], labelSelector: { matchLabels: { a: b }, matchExpressions: [{ key: a, operator: Exists }] }, matchLabelKeys: [a, c], mismatchLabelKeys: [c] } }] }'),
      findings: [
        { path: `${PREFERRED}.podAffinityTerm.matchLabelKeys[0]`, message: 'must not be in the labelSelector as well, got "a"; drop one of them', class: 'refused' },
        { path: `${PREFERRED}.podAffinityTerm.matchLabelKeys[1]`, message: 'must not be in mismatchLabelKeys as well, got "c"; drop one of them', class: 'refused' },
        { path: `${PREFERRED}.podAffinityTerm.namespaces[0]`, message: /^must be at most 63 lower-case letters, .*, got "The Shop"; write the-shop$/, class: 'refused' },
      ],
    },
    {
      name: 'a label of the pod without any other',
      yaml: affine('podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: zone, matchLabelKeys: [a] } }] }'),
      findings: [{ path: `${PREFERRED}.podAffinityTerm.matchLabelKeys`, message: /^cannot stand without a labelSelector, got none beside it; /, class: 'refused' }],
    },
  ],
});
