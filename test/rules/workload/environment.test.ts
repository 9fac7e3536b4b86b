import { pods } from './pods';
import { environment } from '../../../src/rules/workload/environment';
import { testRule } from '../test-rule';

const variable = (fields: string) => pods(`env: [{ ${fields} }]`);
const VARIABLE = 'spec.template.spec.containers[0].env[0]';

testRule(environment, {
  valid: [
    { name: 'a value', yaml: variable('name: LOG_LEVEL, value: debug') },
    { name: 'a key of a ConfigMap', yaml: variable('name: log.level, valueFrom: { configMapKeyRef: { name: a, key: b } }') },
    { name: 'a field of the pod', yaml: variable('name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } }') },
    { name: 'a label of the pod', yaml: variable('name: APP, valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'app\']" } }') },
  ],
  invalid: [
    {
      name: 'a name that no variable has',
      yaml: variable('name: 1st level, value: debug'),
      findings: [{ path: `${VARIABLE}.name`, message: 'must be letters, digits, _ - and ., not beginning with a digit, got "1st level"; write _1st_level', class: 'refused' }],
    },
    {
      name: 'a value and a place to read it from',
      yaml: variable('name: A, value: b, valueFrom: { secretKeyRef: { name: a, key: b } }'),
      findings: [{ path: `${VARIABLE}.valueFrom`, message: 'cannot stand beside a value, got "b" and secretKeyRef; keep one', class: 'refused' }],
    },
    {
      name: 'no place to read it from',
      yaml: variable('name: A, valueFrom: {}'),
      findings: [{ path: `${VARIABLE}.valueFrom`, message: /^must be one of fieldRef, resourceFieldRef, configMapKeyRef and secretKeyRef, got none of them; /, class: 'refused' }],
    },
    {
      name: 'two of them',
      yaml: variable('name: A, valueFrom: { secretKeyRef: { name: a, key: b }, configMapKeyRef: { name: a, key: b } }'),
      findings: [{ path: `${VARIABLE}.valueFrom`, message: 'must be one of fieldRef, resourceFieldRef, configMapKeyRef and secretKeyRef, got configMapKeyRef and secretKeyRef; keep configMapKeyRef', class: 'refused' }],
    },
    {
      name: 'keys, amounts and labels that there cannot be',
      yaml: pods('env: [{ name: A, valueFrom: { configMapKeyRef: { name: a, key: "a b" } } }, { name: B, valueFrom: { resourceFieldRef: { resource: cpu } } }, { name: C, valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'a b\']" } } }]'),
      findings: [
        { path: `${VARIABLE}.valueFrom.configMapKeyRef.key`, message: 'must be letters, digits, - _ and ., got "a b"; write a key of the ConfigMap', class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[1]')}.valueFrom.resourceFieldRef.resource`, message: /^must be one of limits.cpu, .*, got "cpu"; write limits.cpu$/, class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[2]')}.valueFrom.fieldRef.fieldPath`, message: 'must name a label or an annotation that there can be, got "a b"; write the key of one', class: 'refused' },
      ],
    },
    {
      name: 'all keys of nothing, of two things, and with a prefix that no name has',
      yaml: pods('envFrom: [{}, { configMapRef: { name: a }, secretRef: { name: b } }, { prefix: "1 ", secretRef: { name: b } }]'),
      findings: [
        { path: 'spec.template.spec.containers[0].envFrom[0]', message: 'must be a configMapRef or a secretRef, got none; write { configMapRef: { name: ... } }', class: 'refused' },
        { path: 'spec.template.spec.containers[0].envFrom[1]', message: 'must be a configMapRef or a secretRef, got both; make it two', class: 'refused' },
        { path: 'spec.template.spec.containers[0].envFrom[2].prefix', message: 'must be letters, digits, _ - and ., not beginning with a digit, got "1 "; write _1_', class: 'refused' },
      ],
    },
    {
      name: 'a field that pods do not tell',
      yaml: variable('name: A, valueFrom: { fieldRef: { fieldPath: status.podIp } }'),
      findings: [{ path: `${VARIABLE}.valueFrom.fieldRef.fieldPath`, message: /^must be one of metadata.name, .*, got "status.podIp"; write status.podIP$/, class: 'refused' }],
    },
  ],
});
