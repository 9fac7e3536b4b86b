import { canaryPodsApart } from '../../../src/rules/flagger/canary-pods-apart';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const pod = (more: string, port = '{ containerPort: 8080 }') => `
containers:
  - { name: main, image: 'registry.example/checkout:1.0.0', ports: [${port}] }${more}`;
const uses = (more: string, port?: string) => canary() + workload({ pod: pod(more, port) });
const disk = (mode: string) => `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { accessModes: [${mode}] }
`;
const ofDisk = '\nvolumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]';

testRule(canaryPodsApart, {
  valid: [
    { name: 'pods that share nothing', yaml: canary() + workload() },
    { name: 'a disk for many', yaml: uses(ofDisk) + disk('ReadWriteMany') },
    { name: 'a disk that nobody knows', yaml: uses(ofDisk) },
    { name: 'the network of the node without a port', yaml: canary() + workload({ pod: '\nhostNetwork: true\ncontainers: [{ name: main }]' }) },
    { name: 'pods that no Canary has', yaml: workload({ pod: pod('', '{ containerPort: 8080, hostPort: 8080 }') }) },
  ],
  invalid: [
    {
      name: 'a port of the node',
      yaml: uses('', '{ containerPort: 8080, hostPort: 8080 }'),
      findings: [
        {
          path: 'spec.template.spec.containers[0].ports[0].hostPort',
          message: 'is a port of the node, which the pods of both versions ask for, got 8080; drop hostPort, and let a Service find the pods',
          class: 'risky',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
    {
      name: 'the network of the node',
      yaml: uses('\nhostNetwork: true'),
      findings: [
        { path: 'spec.template.spec.hostNetwork', message: /^gives the pods of both versions the same ports of a node; write hostNetwork: false/ },
      ],
    },
    {
      name: 'a port of every node',
      yaml: canary({ target: '{ apiVersion: apps/v1, kind: DaemonSet, name: checkout }' }) + workload({ kind: 'DaemonSet', pod: pod('', '{ containerPort: 8080, hostPort: 8080 }') }),
      findings: [
        { path: 'spec.template.spec.containers[0].ports[0].hostPort', message: /a port of the node/, class: 'broken' },
      ],
    },
    {
      name: 'a disk for one node',
      yaml: uses(ofDisk) + disk('ReadWriteOnce'),
      findings: [
        {
          path: 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
          message: /^is a disk that one node alone may have.*got "ReadWriteOnce"; write accessModes: .ReadWriteMany. in the/,
          class: 'risky',
        },
      ],
    },
    {
      name: 'a disk for one pod',
      yaml: uses(ofDisk) + disk('ReadWriteOncePod'),
      findings: [
        { path: 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName', message: /one pod alone/, class: 'broken' },
      ],
    },
  ],
});
