import { canaryKnativePorts } from '../../../src/rules/flagger/canary-knative-ports';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const FOR = canary({ provider: 'knative', target: '{ apiVersion: serving.knative.dev/v1, kind: Service, name: checkout }' });
const knative = (...containers: string[]) => `---
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: checkout, namespace: shop }
spec: { template: { spec: { containers: [${containers.map((ports, index) => `{ name: c${index}, image: registry.example/checkout:1.0.0${ports} }`).join(', ')}] } } }
`;
const at = (port: number) => `, ports: [{ containerPort: ${port} }]`;

testRule(canaryKnativePorts, {
  valid: [
    { name: 'one container with a port', yaml: FOR + knative(at(8080)) },
    { name: 'one container, whose port Knative chooses', yaml: FOR + knative('') },
    { name: 'a sidecar without a port', yaml: FOR + knative(at(8080), '') },
    { name: 'a Service that is not there', yaml: FOR },
    { name: 'a Service of Knative that Flagger has nothing to do with', yaml: knative(at(8080), at(9090)) },
  ],
  invalid: [
    {
      name: 'a port of the proxy of Knative',
      yaml: FOR + knative(at(9090)),
      findings: [
        {
          path: 'spec.template.spec.containers[0].ports[0].containerPort',
          message: 'must be none of 8008, 8012, 8013, 8022, 9090 and 9091, where Knative\'s own proxy listens, got 9090; write containerPort: 8080',
          class: 'broken',
        },
      ],
    },
    {
      name: 'ports of two containers',
      yaml: FOR + knative(at(8080), at(8081)),
      findings: [
        { path: 'spec.template.spec.containers[1].ports[0]', message: /^must be the only port of all containers, got a further one/ },
      ],
    },
    {
      name: 'two containers without a port',
      yaml: FOR + knative('', ''),
      findings: [
        { path: 'spec.template.spec.containers[0].ports', message: /^must be there on one of several containers, got none/ },
      ],
    },
  ],
});
