import { pods } from './pods';
import { environment } from '../../../src/rules/workload/environment';
import { testRule } from '../test-rule';

const variable = (fields: string) => pods(`env: [{ ${fields} }]`);
const VARIABLE = 'spec.template.spec.containers[0].env[0]';

testRule(environment, {
  valid: [
    { name: 'parts of amounts', yaml: pods('env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.cpu, divisor: 1m } } }, { name: B, valueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 1024Ki } } }, { name: C, valueFrom: { resourceFieldRef: { resource: limits.memory, divisor: "0" } } }]') },
    { name: 'a key of a file', yaml: pods('env: [{ name: A, valueFrom: { fileKeyRef: { volumeName: data, path: env, key: A } } }]', 'volumes: [{ name: data, emptyDir: {} }]') },
    { name: 'all keys of objects', yaml: pods('envFrom: [{ configMapRef: { name: checkout } }, { prefix: A_, secretRef: { name: checkout } }]') },
    { name: 'a value', yaml: variable('name: LOG_LEVEL, value: debug') },
    { name: 'a key of a ConfigMap', yaml: variable('name: log.level, valueFrom: { configMapKeyRef: { name: a, key: b } }') },
    { name: 'a field of the pod', yaml: variable('name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } }') },
    { name: 'a label of the pod', yaml: variable('name: APP, valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'app\']" } }') },
  ],
  invalid: [
    {
      name: 'a name that no variable has',
      yaml: variable('name: 1st level, value: debug'),
      findings: [{ path: `${VARIABLE}.name`, message: 'must be letters, digits, _ - and ., not beginning with a digit, got "1st level"; write name: _1st_level', class: 'refused' }],
    },
    {
      name: 'a value and a place to read it from',
      yaml: variable('name: A, value: b, valueFrom: { secretKeyRef: { name: a, key: b } }'),
      findings: [{ path: `${VARIABLE}.valueFrom`, message: 'cannot stand beside a value, got "b" and secretKeyRef; keep one', class: 'refused' }],
    },
    {
      name: 'no place to read it from',
      yaml: variable('name: A, valueFrom: {}'),
      findings: [{ path: `${VARIABLE}.valueFrom`, message: /^must be one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef and fileKeyRef, got none of them; /, class: 'refused' }],
    },
    {
      name: 'two of them',
      yaml: variable('name: A, valueFrom: { secretKeyRef: { name: a, key: b }, configMapKeyRef: { name: a, key: b } }'),
      findings: [{ path: `${VARIABLE}.valueFrom`, message: 'must be one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef and fileKeyRef, got configMapKeyRef and secretKeyRef; keep configMapKeyRef', class: 'refused' }],
    },
    {
      name: 'keys, amounts and labels that there cannot be',
      yaml: pods('env: [{ name: A, valueFrom: { configMapKeyRef: { name: a, key: "a b" } } }, { name: B, valueFrom: { resourceFieldRef: { resource: cpu } } }, { name: C, valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'a b\']" } } }]'),
      findings: [
        { path: `${VARIABLE}.valueFrom.configMapKeyRef.key`, message: 'must be letters, digits, - _ and ., got "a b"; write a key of the ConfigMap', class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[1]')}.valueFrom.resourceFieldRef.resource`, message: /^must be one of limits.cpu, .*, got "cpu"; write resource: limits.cpu$/, class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[2]')}.valueFrom.fieldRef.fieldPath`, message: 'must name a label or an annotation that there can be, got "a b"; write the key of one', class: 'refused' },
      ],
    },
    {
      name: 'all keys of nothing, of two things, and with a prefix that no name has',
      yaml: pods('envFrom: [{}, { configMapRef: { name: a }, secretRef: { name: b } }, { prefix: "1 ", secretRef: { name: b } }]'),
      findings: [
        { path: 'spec.template.spec.containers[0].envFrom[0]', message: 'must be a configMapRef or a secretRef, got none; write { configMapRef: { name: ... } }', class: 'refused' },
        { path: 'spec.template.spec.containers[0].envFrom[1]', message: 'must be a configMapRef or a secretRef, got both; make it two', class: 'refused' },
        { path: 'spec.template.spec.containers[0].envFrom[2].prefix', message: 'must be letters, digits, _ - and ., not beginning with a digit, got "1 "; write prefix: _1_', class: 'refused' },
      ],
    },
    {
      name: 'a field that pods do not tell',
      yaml: variable('name: A, valueFrom: { fieldRef: { fieldPath: status.podIp } }'),
      findings: [{ path: `${VARIABLE}.valueFrom.fieldRef.fieldPath`, message: /^must be one of metadata.name, .*, got "status.podIp"; write fieldPath: status.podIP$/, class: 'refused' }],
    },
    {
      name: 'objects and keys that there cannot be',
      yaml: pods('env: [{ name: A, valueFrom: { configMapKeyRef: { key: a } } }, { name: B, valueFrom: { secretKeyRef: { name: The Secret, key: ..b } } }]\n    envFrom: [{ configMapRef: { name: "" } }, { secretRef: { name: checkout- } }]'),
      findings: [
        { path: 'spec.template.spec.containers[0].envFrom[0].configMapRef.name', message: 'must be the name of a ConfigMap, got none; write its name', class: 'refused' },
        { path: `${VARIABLE}.valueFrom.configMapKeyRef.name`, message: 'must be the name of a ConfigMap, got none; write its name', class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[1]')}.valueFrom.secretKeyRef.key`, message: /got "..b"; write a key of the Secret$/, class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[1]')}.valueFrom.secretKeyRef.name`, message: 'must be the name of a Secret, lower-case letters, digits, - and ., got "The Secret"; write its name', class: 'refused' },
      ],
    },
    {
      name: 'fields of a version that there is not, and of no name',
      yaml: pods('env: [{ name: A, valueFrom: { fieldRef: { apiVersion: v2, fieldPath: metadata.name } } }, { name: B, valueFrom: { fieldRef: { fieldPath: "" } } }, { name: C, valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'Shop/a\']" } } }]'),
      findings: [
        { path: `${VARIABLE}.valueFrom.fieldRef.apiVersion`, message: 'must be v1, got "v2"; drop it', class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[1]')}.valueFrom.fieldRef.fieldPath`, message: 'must be a field of the pod, got none; write fieldPath: metadata.name', class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[2]')}.valueFrom.fieldRef.fieldPath`, message: /got "Shop\/a"/, class: 'refused' },
      ],
    },
    ...[['limits.cpu', '2'], ['limits.cpu', '1e-3'], ['limits.memory', '1048576'], ['limits.memory', '1e3'], ['requests.hugepages-2Mi', '5']].map(([resource, divisor]) => ({
      name: `parts of ${divisor} of ${resource}`,
      yaml: variable(`name: A, valueFrom: { resourceFieldRef: { resource: ${resource}, divisor: "${divisor}" } }`),
      findings: [{ path: `${VARIABLE}.valueFrom.resourceFieldRef.divisor`, message: /^must be 1.*, got "/, class: 'refused' as const }],
    })),
    {
      name: 'a key of a file that nobody can write',
      yaml: pods('env: [{ name: A, valueFrom: { fileKeyRef: { volumeName: data, path: ../env, key: a=b } } }, { name: B, valueFrom: { fileKeyRef: { volumeName: config, path: env, key: B } } }]', 'volumes: [{ name: config, configMap: { name: a } }]'),
      findings: [
        { path: `${VARIABLE}.valueFrom.fileKeyRef.key`, message: 'must be a key of the file, without =, got "a=b"; write one', class: 'refused' },
        { path: `${VARIABLE}.valueFrom.fileKeyRef.path`, message: 'must be a path within the volume, without .., got "../env"; write where the file is', class: 'refused' },
        { path: `${VARIABLE}.valueFrom.fileKeyRef.volumeName`, message: 'must be a volume of the pod that is an emptyDir, got "data", which is none; write the name of one', class: 'refused' },
        { path: `${VARIABLE.replace('env[0]', 'env[1]')}.valueFrom.fileKeyRef.volumeName`, message: /got "config", which is another; / },
      ],
    },
  ],
});
