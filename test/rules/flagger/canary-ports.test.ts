import { canaryPorts } from '../../../src/rules/flagger/canary-ports';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const pod = (ports: string, name = 'main') => `
containers:
  - { name: ${name}, image: 'registry.example/checkout:1.0.0', ports: [${ports}] }`;
const found = (service: string, ports: string, name?: string) => canary({ service: `{ ${service}, portDiscovery: true }` }) + workload({ pod: pod(ports, name) });
const http = '{ name: http, containerPort: 8080 }';
const admin = '{ name: admin, containerPort: 9090 }';

testRule(canaryPorts, {
  valid: [
    { name: 'the port of the container, and another', yaml: found('port: 80, targetPort: 8080', `${http}, ${admin}`) },
    { name: 'the port of the container by name', yaml: found('port: 80, targetPort: http', `${http}, ${admin}`) },
    { name: 'the same port everywhere', yaml: found('port: 8080', `${http}, ${admin}`) },
    { name: 'no discovery', yaml: canary({ service: '{ port: 80 }' }) + workload({ pod: pod(http) }) },
    { name: 'a proxy', yaml: found('port: 80', http, 'istio-proxy') },
  ],
  invalid: [
    {
      name: 'a name that comes twice',
      yaml: found('port: 80', http),
      findings: [
        {
          path: 'spec.service.targetPort',
          message: 'must be the port of the container, 8080, or else the Service has two ports with the name http, which portDiscovery finds at Deployment shop/checkout as well; write targetPort: 8080',
          class: 'broken',
        },
      ],
    },
    {
      name: 'the name of another port',
      yaml: found('port: 80, targetPort: admin', `${http}, ${admin}`),
      findings: [
        {
          path: 'spec.service.portName',
          message: 'must not be that of another port, got the name http, which portDiscovery finds at Deployment shop/checkout as well; write portName: admin',
        },
      ],
    },
    {
      name: 'the number of another port',
      yaml: found('port: 8080, targetPort: admin, portName: web', `${http}, ${admin}`),
      findings: [
        { path: 'spec.service.port', message: /got the number 8080.*; write port: 9090/ },
      ],
    },
    {
      name: 'two protocols on one port',
      yaml: found('port: 80, targetPort: 8080', `${http}, { name: dns, containerPort: 53 }, { name: dns-udp, containerPort: 53, protocol: UDP }`),
      findings: [
        {
          path: 'spec.template.spec.containers[0].ports[2]',
          message: /^must be a number of its own for portDiscovery, which makes TCP of both, got 53 a second time/,
          class: 'broken',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
    {
      name: 'another protocol',
      yaml: found('port: 80, targetPort: 8080', `${http}, { name: dns, containerPort: 53, protocol: UDP }`),
      findings: [
        {
          path: 'spec.template.spec.containers[0].ports[1].protocol',
          message: 'becomes TCP in the Services of Canary shop/checkout, got "UDP"; drop portDiscovery in the Canary, and make a Service for it',
          class: 'risky',
        },
      ],
    },
    {
      name: 'a port without a name',
      yaml: found('port: 80, targetPort: 8080', `${http}, { containerPort: 9090 }`, 'a'.repeat(60)),
      findings: [
        {
          path: 'spec.template.spec.containers[0].ports[1]',
          message: /^must have a name: portDiscovery calls it tcp-a+-1, which is longer than 63 characters; write name: tcp-9090/,
        },
      ],
    },
  ],
});
