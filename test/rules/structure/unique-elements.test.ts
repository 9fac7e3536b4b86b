import { uniqueElements } from '../../../src/rules/structure/unique-elements';
import { rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const container = (fields: string): string => rollout({ pod: `\ncontainers: [{ name: main, image: a, ${fields} }]` });
const at = 'spec.template.spec.containers[0]';

testRule(uniqueElements, {
  valid: [
    { name: 'ports that differ in their protocol', yaml: container('ports: [{ containerPort: 80 }, { containerPort: 80, protocol: UDP }]') },
    { name: 'elements of a list without keys', yaml: container('args: [a, a]') },
    { name: 'elements without their key, which is another mistake', yaml: container('env: [{ value: a }, { value: a }]') },
    { name: 'a variable twice in a Deployment, where the last one counts', yaml: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { template: { spec: { containers: [{ name: a, env: [{ name: A }, { name: A }] }] } } }' },
  ],
  invalid: [
    { name: 'a variable twice', yaml: container('env: [{ name: A, value: a }, { name: B }, { name: A, value: b }]'), findings: [{ path: `${at}.env[2].name`, message: 'must differ from env[0] in name, got name "A" again; take one of the two out', class: 'refused' }] },
    { name: 'a port twice', yaml: container('ports: [{ containerPort: 80 }, { containerPort: 80, protocol: TCP, name: http }]'), findings: [{ path: `${at}.ports[1]`, message: 'must differ from ports[0] in containerPort and protocol, got containerPort 80 and protocol "TCP" again; take one of the two out' }] },
    { name: 'a port of a Service twice', yaml: service('checkout').replace('[{ port: 80 }]', '[{ name: a, port: 80 }, { name: b, port: 80 }]'), findings: [{ path: 'spec.ports[1]', message: 'must differ from ports[0] in port and protocol, got port 80 again; take one of the two out' }] },
    { name: 'a volume twice', yaml: rollout({ pod: '\ncontainers: [{ name: a, image: b }]\nvolumes: [{ name: a, emptyDir: {} }, { name: a, emptyDir: {} }]' }), findings: [{ path: 'spec.template.spec.volumes[1].name', message: 'must differ from volumes[0] in name, got name "a" again; take one of the two out', class: 'refused' }] },
    { name: 'an element of a set twice', yaml: container('restartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [1, 1] } }]'), findings: [{ path: `${at}.restartPolicyRules[0].exitCodes.values[1]`, message: 'must be there once, got 1 as in values[0]; take it out' }] },
  ],
});
