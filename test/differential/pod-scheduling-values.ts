/* What may be written about where pods run, right and wrong. */

type Fields = Record<string, unknown>;

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const VALUES = [undefined, [], ['x'], ['a', 'b'], ['5'], ['not a value!']];
const requirements = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'Like', '', undefined].flatMap(operator => VALUES.map(values => ({ key: 'a', operator, values })));
const expressions: readonly Fields[] = [...requirements, { key: 'a b', operator: 'Exists' }, { key: '', operator: 'Exists' }, { operator: 'Exists' }, {}];
const fields: readonly Fields[] = [...requirements.map(one => ({ ...one, key: 'metadata.name' })), { key: 'a', operator: 'In', values: ['x'] }, { key: 'metadata.name', operator: 'In', values: ['A b'] }];
const selectors = [{}, { matchLabels: { a: 'x' } }, { matchLabels: { 'a b': 'x' } }, { matchLabels: { a: 'x y' } }, null, ...expressions.map(one => ({ matchExpressions: [one] }))];
const terms = [
  {}, { topologyKey: '' }, { topologyKey: 'a b' }, { topologyKey: 'zone' }, { topologyKey: 'zone', namespaces: ['A b'] }, { topologyKey: 'zone', namespaces: ['a', 'b'] }, { topologyKey: 'zone', matchLabelKeys: ['a'] }, { topologyKey: 'zone', mismatchLabelKeys: ['a'] },
  ...selectors.flatMap(selector => [{ topologyKey: 'zone', labelSelector: selector }, { topologyKey: 'zone', namespaceSelector: selector }]),
  ...[{ matchLabelKeys: ['b'] }, { matchLabelKeys: ['b b'] }, { mismatchLabelKeys: ['b'] }, { mismatchLabelKeys: ['b b'] }, { matchLabelKeys: ['b'], mismatchLabelKeys: ['b'] }, { matchLabelKeys: ['a'] }].map(more => ({ topologyKey: 'zone', labelSelector: { matchLabels: { a: 'x' } }, ...more })),
  { topologyKey: 'zone', labelSelector: { matchLabels: { a: 'x' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] }, matchLabelKeys: ['a'] }, { topologyKey: 'zone', labelSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] }, matchLabelKeys: ['a'] },
  { topologyKey: 'zone', labelSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }, { key: 'a', operator: 'Exists' }] }, matchLabelKeys: ['a'] }, { topologyKey: 'zone', labelSelector: {}, matchLabelKeys: ['a'] }, { topologyKey: 'zone', matchLabelKeys: [] },
];
const nodeTerms = [{}, ...expressions.map(one => ({ matchExpressions: [one] })), ...fields.map(one => ({ matchFields: [one] }))];
const spread = (more: Fields): Fields => ({ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', ...more });
const spreads = [
  ...[{}, { maxSkew: 0 }, { maxSkew: -1 }, { maxSkew: undefined }, { topologyKey: '' }, { topologyKey: 'a b' }, { topologyKey: undefined }, { whenUnsatisfiable: 'x' }, { whenUnsatisfiable: '' }, { whenUnsatisfiable: undefined }, { whenUnsatisfiable: 'ScheduleAnyway', minDomains: 2 }, { minDomains: 2 }, { minDomains: 0 }, { nodeAffinityPolicy: 'x' }, { nodeAffinityPolicy: 'Honor' },
    { nodeAffinityPolicy: '' }, { nodeTaintsPolicy: 'honor' }, { nodeTaintsPolicy: 'Ignore' }, { matchLabelKeys: ['a'] }, { matchLabelKeys: [] }, { labelSelector: { matchLabels: { a: 'x' } }, matchLabelKeys: ['b'] }, { labelSelector: { matchLabels: { a: 'x' } }, matchLabelKeys: ['a'] }, { labelSelector: {}, matchLabelKeys: ['b b'] },
    { labelSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] }, matchLabelKeys: ['a'] }, ...selectors.map(labelSelector => ({ labelSelector }))].map(more => [spread(more)]),
  [{}], [spread({}), spread({ maxSkew: 2 })], [spread({}), spread({ whenUnsatisfiable: 'ScheduleAnyway' })], [spread({}), spread({ topologyKey: 'host' })],
];

export const SCHEDULING: Readonly<Record<string, readonly unknown[]>> = {
  'template.spec.affinity': [
    {}, { nodeAffinity: {} }, { nodeAffinity: { [REQUIRED]: {} } }, { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [] } } },
    { nodeAffinity: null },
    { podAffinity: { [REQUIRED]: [] } }, { podAntiAffinity: { [PREFERRED]: [{}] } }, { nodeAffinity: { [PREFERRED]: [{}] } },
    ...nodeTerms.map(term => ({ nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [term] } } })),
    ...nodeTerms.map(term => ({ nodeAffinity: { [PREFERRED]: [{ weight: 1, preference: term }] } })),
    ...terms.flatMap(term => [{ podAffinity: { [REQUIRED]: [term] } }, { podAntiAffinity: { [PREFERRED]: [{ weight: 1, podAffinityTerm: term }] } }]),
    ...[0, 1, 100, 101, -1, undefined].flatMap(weight => [{ podAffinity: { [PREFERRED]: [{ weight, podAffinityTerm: { topologyKey: 'zone' } }] } }, { nodeAffinity: { [PREFERRED]: [{ weight, preference: {} }] } }]),
  ],
  'template.spec.topologySpreadConstraints': spreads,
  'template.spec.tolerations': [
    [{}], [{ operator: 'Exists' }], [{ key: 'a', operator: 'Exists', value: 'b' }], [{ key: 'a', operator: 'Like' }], [{ operator: 'Equal' }], [{ key: 'a', effect: 'NoSchedule', tolerationSeconds: 5 }], [{ key: 'a', effect: 'Later' }], [{ key: 'a b' }], [{ key: 'a', value: 'b c' }], [{ key: 'a', operator: 'Equal', value: 'b c' }], [{ key: 'a', operator: 'Equal', value: 'b' }],
    [{ key: '', operator: 'Exists' }], [{ key: 'a', operator: '' }], [{ key: 'a', tolerationSeconds: 5 }], [{ key: 'a', effect: 'NoExecute', tolerationSeconds: 0 }], [{ key: 'a', effect: '' }], [{ key: 'a', operator: 'Gt', value: '5' }], [{ operator: 'Exists', effect: 'NoExecute', tolerationSeconds: -1 }], [{ operator: 'Exists', value: 'x' }],
  ],
  'template.spec.nodeName': ['x', 'A B', '', 'a.b', 'A'],
  'template.spec.readinessGates': [[{ conditionType: 'x' }], [{ conditionType: 'a b' }], [{ conditionType: 'example.com/x' }], [{ conditionType: '' }], [{}], [{ conditionType: 'x' }, { conditionType: 'x' }]],
  'template.spec.schedulingGates': [[{ name: 'x' }], [{ name: 'a b' }], [{ name: 'x' }, { name: 'x' }], [{ name: '' }], [{}], [{ name: 'example.com/x' }]],
};
