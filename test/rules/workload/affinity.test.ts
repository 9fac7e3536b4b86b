import { pods } from './pods';
import { affinity } from '../../../src/rules/workload/affinity';
import { testRule } from '../test-rule';

const affine = (fields: string) => pods('', `affinity: { ${fields} }`);
const nodes = (expression: string) => affine(`nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, ${expression} }] }] } }`);
const NODES = 'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
const PREFERRED = 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]';

testRule(affinity, {
  valid: [
    { name: 'nodes by a label', yaml: nodes('operator: In, values: [b]') },
    { name: 'nodes with more of something', yaml: nodes('operator: Gt, values: ["4"]') },
    { name: 'pods apart', yaml: affine('podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: { topologyKey: kubernetes.io/hostname } }] }') },
  ],
  invalid: [
    {
      name: 'no nodes',
      yaml: affine('nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } }'),
      findings: [{ path: NODES, message: /^must hold a term, got none; write \[/, class: 'refused' }],
    },
    {
      name: 'an operator that there is not',
      yaml: nodes('operator: in, values: [b]'),
      findings: [{ path: `${NODES}[0].matchExpressions[0].operator`, message: 'must be one of In, NotIn, Exists, DoesNotExist, Gt and Lt, got "in"; write In', class: 'refused' }],
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
        { path: `${PREFERRED}.podAffinityTerm.topologyKey`, message: 'must be the key of a label of nodes, got ""; write kubernetes.io/hostname', class: 'refused' },
        { path: `${PREFERRED}.weight`, message: 'must be from 1 to 100, got 1000; write 100', class: 'refused' },
      ],
    },
  ],
});
