import { canaryOwnedObjects } from '../../../src/rules/flagger/canary-owned-objects';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const service = (name: string, metadata = '') => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop${metadata} }
spec: { selector: { app: checkout }, ports: [{ port: 80 }] }
`;
const ofService = '{ apiVersion: v1, kind: Service, name: checkout }';
const scaled = canary({ spec: '\nautoscalerRef: { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: pods }' });
const scaler = (name: string) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name}, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }, maxReplicas: 10 }
`;

testRule(canaryOwnedObjects, {
  valid: [
    { name: 'nothing of what Flagger makes', yaml: canary() + workload() + service('payment') },
    { name: 'what it has made', yaml: canary() + service('checkout', ', ownerReferences: [{ apiVersion: flagger.app/v1beta1, kind: Canary, name: checkout, uid: a }]') },
    { name: 'a Service that is the target', yaml: canary({ target: ofService }) + service('checkout') },
    { name: 'a Service of another namespace', yaml: canary() + service('checkout').replace('namespace: shop', 'namespace: other') },
  ],
  invalid: [
    {
      name: 'the Service of everybody',
      yaml: canary() + service('checkout'),
      findings: [
        {
          path: 'metadata.name',
          message: 'is what Flagger makes for Canary shop/checkout: it writes its selector and its ports itself; drop Service checkout, and say what it needs in spec.service of the Canary',
          class: 'risky',
          resource: 'Service shop/checkout',
        },
      ],
    },
    {
      name: 'the Service of a version',
      yaml: canary({ service: '{ name: web, port: 80 }' }) + service('web-canary'),
      findings: [
        { path: 'metadata.name', message: /^is what Flagger makes/ },
      ],
    },
    {
      name: 'the copy of a Service that is the target',
      yaml: canary({ target: ofService }) + service('checkout') + service('checkout-primary'),
      findings: [
        { path: 'metadata.name', message: /^is what Flagger makes/, class: 'risky', resource: 'Service shop/checkout-primary' },
      ],
    },
    {
      name: 'the primary',
      yaml: canary() + workload({ name: 'checkout-primary' }),
      findings: [
        {
          path: 'metadata.name',
          message: 'is what Flagger makes for Canary shop/checkout: it writes all of it itself; drop Deployment checkout-primary',
        },
      ],
    },
    {
      name: 'the autoscaler of the primary',
      yaml: scaled + scaler('pods') + scaler('pods-primary'),
      findings: [
        { path: 'metadata.name', message: /drop HorizontalPodAutoscaler pods-primary/ },
      ],
    },
  ],
});
