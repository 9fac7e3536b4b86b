import { readGraph } from '../../../src/graph/graph';
import { readYaml } from '../../../src/manifests/yaml';
import { judge } from '../../../src/rules/judge';
import { servicesPresent } from '../../../src/rules/services/services-present';
import { rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const both = rollout({ canary: '\nstableService: a\ncanaryService: b' });
const path = 'spec.strategy.canary.canaryService';

testRule(servicesPresent, {
  valid: [
    { name: 'Services that are there', yaml: both + service('a') + service('b') },
    { name: 'a Service that takes the namespace it is applied to', yaml: both + service('a') + service('b', '{}', '""') },
  ],
  invalid: [
    {
      name: 'a Service that is nowhere',
      yaml: both + service('a'),
      findings: [{ path, message: 'names Service b, which is not in the input; add Service b to shop, or correct the name' }],
    },
    {
      name: 'a Service in another namespace',
      yaml: both + service('a') + service('b', '{}', 'other'),
      findings: [{ path, message: /which is in namespace other, the Rollout in shop/ }],
    },
    {
      name: 'a Service of another API',
      yaml: both + service('a') + service('b').replace('apiVersion: v1', 'apiVersion: serving.knative.dev/v1'),
      findings: [{ path, message: /names Service b/ }],
    },
  ],
});

test('says nothing of a missing Service when it may be elsewhere', () => {
  expect(judge(readGraph(readYaml(both).documents), { rules: [servicesPresent] })).toEqual([]);
});
