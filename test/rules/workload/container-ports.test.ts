import { containerPorts } from '../../../src/rules/workload/container-ports';
import { experiment, rollout } from '../manifests';
import { testRule } from '../test-rule';

const listeningOn = (port: string): string => rollout({ pod: `\ncontainers: [{ name: main, image: 'a:1', ports: [{ containerPort: ${port} }] }]` });
const path = 'spec.template.spec.containers[0].ports[0].containerPort';

testRule(containerPorts, {
  valid: [
    { name: 'the first port', yaml: listeningOn('1') },
    { name: 'the last port', yaml: listeningOn('65535') },
    { name: 'a port that is not known yet', yaml: listeningOn('{ later: true }') },
  ],
  invalid: [{
    name: 'a port of an Experiment that is none, which the controller accepts and cannot make the pods of',
    yaml: experiment().replace('containerPort: 8080', 'containerPort: 0'),
    findings: [{ path: 'spec.templates[1].template.spec.containers[0].ports[0].containerPort', message: /must be a whole number from 1 to 65535, got 0/, class: 'broken' }],
  }, {
    name: 'a probe of port 0',
    yaml: rollout({ pod: '\ncontainers: [{ name: main, image: "a:1", readinessProbe: { tcpSocket: { port: 0 } } }]' }),
    findings: [{ path: 'spec.template.spec.containers[0].readinessProbe.tcpSocket.port', message: /must be a whole number from 1 to 65535, got 0/ }],
  }, ...['0', '-1', '65536', '8080.5', '.inf', '.nan'].map((port) => ({
    name: `port ${port}`,
    yaml: listeningOn(port),
    findings: [{ path, message: /must be a whole number from 1 to 65535, got .+; write the port the container listens on/ }],
  }))],
});
