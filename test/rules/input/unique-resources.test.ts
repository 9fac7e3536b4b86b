import { uniqueResources } from '../../../src/rules/input/unique-resources';
import { service } from '../manifests';
import { testRule } from '../test-rule';

testRule(uniqueResources, {
  valid: [
    { name: 'one name in two namespaces', yaml: service('a') + service('a', '{}', 'other') },
    { name: 'one name for two kinds', yaml: service('a') + service('a').replace('kind: Service', 'kind: Secret') },
    { name: 'two objects that get their names later', yaml: '{ apiVersion: v1, kind: Pod, metadata: { generateName: a- } }\n---\n{ apiVersion: v1, kind: Pod, metadata: { generateName: a- } }' },
  ],
  invalid: [
    {
      name: 'one object twice',
      yaml: service('a') + service('b') + service('a'),
      findings: [{
        path: 'metadata.name',
        resource: 'Service shop/a',
        message: 'must be a name of its own, and Service shop/a is already document 1; write name: a-2, or drop one of them',
      }],
    },
  ],
});
