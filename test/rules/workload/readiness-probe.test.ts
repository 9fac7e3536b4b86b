import { readinessProbe } from '../../../src/rules/workload/readiness-probe';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

testRule(readinessProbe, {
  valid: [
    { name: 'a probe', yaml: rollout() },
    { name: 'a worker, which listens on nothing', yaml: rollout({ pod: '\ncontainers: [{ name: main, image: a }]' }) },
    { name: 'a probe on one of the containers', yaml: rollout({ pod: '\ncontainers: [{ name: proxy, image: a, ports: [{ containerPort: 1 }] }, { name: main, image: a, ports: [{ containerPort: 2 }], readinessProbe: { grpc: { port: 2 } } }]' }) },
  ],
  invalid: [
    {
      name: 'a port without a probe',
      yaml: rollout({ pod: '\ncontainers: [{ name: main, image: a, ports: [{ containerPort: 8080 }] }]' }),
      findings: [{
        path: 'spec.template.spec.containers[0]',
        class: 'risky',
        message: 'listens on a port and has no readinessProbe, so it counts as ready at once; add readinessProbe: { tcpSocket: { port: 8080 } }, or better an httpGet or grpc one',
      }],
    },
  ],
});
