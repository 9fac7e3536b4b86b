import { canaryKnativeService } from '../../../src/rules/flagger/canary-knative-service';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const FOR = canary({ provider: 'knative', target: '{ apiVersion: serving.knative.dev/v1, kind: Service, name: checkout }' });
const knative = (spec = 'template: {}', metadata = '', name = 'checkout') => `---
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: ${name}, namespace: shop${metadata} }
spec: { ${spec} }
`;

testRule(canaryKnativeService, {
  valid: [
    { name: 'a Service that says nothing of traffic', yaml: FOR + knative() },
    { name: 'a Service of somebody else', yaml: FOR + knative('traffic: [{ latestRevision: true, percent: 100 }]', '', 'help') },
    { name: 'a Service that is not there', yaml: FOR },
  ],
  invalid: [
    {
      name: 'traffic in the manifest',
      yaml: FOR + knative('traffic: [{ latestRevision: true, percent: 100 }]'),
      findings: [
        { path: 'spec.traffic', message: 'is written by Flagger for Canary shop/checkout, and by this manifest each time it is applied; drop it' },
      ],
    },
    {
      name: 'the revision of the primary in the manifest',
      yaml: FOR + knative('template: {}', ', annotations: { flagger.app/primary-revision: checkout-00001 }'),
      findings: [
        {
          path: 'metadata.annotations["flagger.app/primary-revision"]',
          message: 'is written by Flagger for Canary shop/checkout, and by this manifest each time it is applied; drop'
            + ' it',
        },
      ],
    },
  ],
});
