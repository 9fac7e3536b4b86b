import { canaryTarget } from '../../../src/rules/flagger/canary-target';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

testRule(canaryTarget, {
  valid: [
    { name: 'a Deployment', yaml: canary() + workload() },
    { name: 'a DaemonSet', yaml: canary({ target: '{ apiVersion: apps/v1, kind: DaemonSet, name: checkout }' }) + workload({ kind: 'DaemonSet' }) },
    { name: 'one Canary for each workload', yaml: canary() + workload() + canary({ name: 'payment', target: '{ apiVersion: apps/v1, kind: Deployment, name: payment }' }) + workload({ name: 'payment', labels: '{ app: payment }' }) },
    { name: 'the same Canary written twice', yaml: canary() + canary() + workload() },
  ],
  invalid: [
    {
      name: 'no spec',
      yaml: 'apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: { name: checkout, namespace: shop }\nspec: null\n',
      findings: [
        { path: 'spec', message: /^must be there, got none: Flagger ends at such a Canary.*; write spec, with targetRef, service and analysis/, class: 'broken' },
      ],
    },
    {
      name: 'a target that is nowhere',
      yaml: canary(),
      findings: [
        {
          path: 'spec.targetRef.name',
          message: 'names Deployment checkout, which is not in the input; add Deployment checkout to shop, or correct the name',
          class: 'broken',
        },
      ],
    },
    {
      name: 'a target of another name',
      yaml: canary() + workload({ name: 'chekout' }),
      findings: [
        { path: 'spec.targetRef.name', message: /; write name: chekout, or add Deployment checkout to shop/ },
      ],
    },
    {
      name: 'a target of another namespace',
      yaml: canary() + workload({ namespace: 'other' }),
      findings: [
        { path: 'spec.targetRef.name', message: /which is in namespace other, the Canary in shop/ },
      ],
    },
    {
      name: 'two Canaries of one workload',
      yaml: canary() + canary({ name: 'other' }) + workload(),
      findings: [
        {
          path: 'spec.targetRef.name',
          message: 'must be a workload of its own, got checkout, which Canary shop/checkout drives too; drop one of the two Canaries',
          class: 'broken',
          resource: 'Canary shop/other',
        },
      ],
    },
  ],
});
