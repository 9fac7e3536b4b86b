import { scalerRequests } from '../../../src/rules/scaling/scaler-requests';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const hpa = (metric: string): string => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec:
  maxReplicas: 10
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
  metrics: [{ ${metric} }]
`;
const share = (resource: string): string => hpa(`type: Resource, resource: { name: ${resource}, target: { type: Utilization, averageUtilization: 80 } }`);
const pods = (main: string, sidecar = '{ requests: { cpu: 50m, memory: 64Mi } }'): string => rollout({
  replicas: null,
  pod: `\ncontainers:\n  - { name: main, image: 'shop:1', resources: ${main} }\n  - { name: proxy, image: 'proxy:1', resources: ${sidecar} }`,
});

testRule(scalerRequests, {
  valid: [
    { name: 'requests of every container', yaml: pods('{ requests: { cpu: 250m } }') + share('cpu') },
    { name: 'a limit, which is the request as well', yaml: pods('{ limits: { cpu: 1 } }') + share('cpu') },
    { name: 'an amount, which is no share', yaml: pods('{}') + hpa('type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 500m } }') },
    { name: 'one container alone, which requests it', yaml: pods('{ requests: { cpu: 250m } }', '{}') + hpa('type: ContainerResource, containerResource: { name: cpu, container: main, target: { type: Utilization, averageUtilization: 80 } }') },
    { name: 'something that is not measured in pods', yaml: pods('{}') + hpa('type: External, external: { metric: { name: lag }, target: { type: Value, value: 30 } }') },
  ],
  invalid: [
    {
      name: 'a container without a request',
      yaml: pods('{ requests: { memory: 64Mi } }') + share('cpu'),
      findings: [{
        path: 'spec.template.spec.containers[0]',
        class: 'risky',
        resource: 'Rollout shop/checkout',
        message: 'must request cpu, of which HorizontalPodAutoscaler shop/checkout measures the share that is used, got no such request; write resources: { requests: { cpu: 250m } }',
      }],
    },
    { name: 'a sidecar without one', yaml: pods('{ requests: { memory: 64Mi } }', '{}') + share('memory'), findings: [{ path: 'spec.template.spec.containers[1]', message: /must request memory.*256Mi/ }] },
  ],
});
