import { canaryNames } from '../../../src/rules/flagger/canary-names';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const LONG = 'checkout-of-the-shop-for-customers-in-europe-and-the-middle-east';
const deployment = (name: string) => `{ apiVersion: apps/v1, kind: Deployment, name: ${name} }`;
const ofService = '{ apiVersion: v1, kind: Service, name: checkout }';

testRule(canaryNames, {
  valid: [
    { name: 'a short name', yaml: canary() + workload() },
    { name: '55 characters', yaml: canary({ target: deployment(LONG.slice(0, 54)) }) },
    { name: 'a long name with a short one for the Services', yaml: canary({ target: deployment(LONG), service: '{ name: checkout, port: 80 }' }) },
    { name: 'the Service that is the target', yaml: canary({ target: ofService, service: '{ name: checkout, port: 80 }' }) },
  ],
  invalid: [
    {
      name: 'a name that is too long',
      yaml: canary({ target: deployment(LONG) }),
      findings: [
        {
          path: 'spec.targetRef.name',
          message: /at most 55 small letters, digits and hyphens.*; write name: checkout-of-the-shop-for-customers-in-europe-and-the-mi in spec.service$/,
          class: 'broken',
        },
      ],
    },
    {
      name: 'a name that no Service has',
      yaml: canary({ service: '{ name: 1checkout, port: 80 }' }),
      findings: [
        {
          path: 'spec.service.name',
          message: 'must begin with a letter, and have at most 55 small letters, digits and hyphens, since Services are called after it, got "1checkout"; write name: svc-1checkout',
        },
      ],
    },
    {
      name: 'a label that is too long',
      yaml: canary() + workload({ labels: `{ app: ${LONG.slice(0, 60)} }` }),
      findings: [
        {
          path: 'spec.selector.matchLabels.app',
          message: /^must have at most 55 characters, to which Flagger adds -primary, got 60; write app: checkout-of-/,
          class: 'broken',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
    {
      name: 'another name than that of the Service',
      yaml: canary({ target: ofService, service: '{ name: shop, port: 80 }' }),
      findings: [
        { path: 'spec.service.name', message: 'must be the Service that is the target, checkout, got shop; write name: checkout' },
      ],
    },
  ],
});
