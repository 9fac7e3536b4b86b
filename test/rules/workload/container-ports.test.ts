import { pods } from './pods';
import { containerPorts } from '../../../src/rules/workload/container-ports';
import { experiment, rollout } from '../manifests';
import { testRule } from '../test-rule';

const listeningOn = (port: string): string => rollout({ pod: `\ncontainers: [{ name: main, image: 'a:1', ports: [{ containerPort: ${port} }] }]` });
const withPorts = (ports: string): string => rollout({ pod: `\ncontainers: [{ name: main, image: 'a:1', ports: ${ports} }]` });
const path = 'spec.template.spec.containers[0].ports[0].containerPort';

testRule(containerPorts, {
  valid: [
    { name: 'no port of the node', yaml: withPorts('[{ containerPort: 80, hostPort: 0 }]') },
    { name: 'the first port', yaml: listeningOn('1') },
    { name: 'the last port', yaml: listeningOn('65535') },
    { name: 'a port that is not known yet', yaml: listeningOn('{ later: true }') },
  ],
  invalid: [{
    name: 'a name that two ports have',
    yaml: withPorts('[{ name: http, containerPort: 80 }, { name: http, containerPort: 81 }]'),
    findings: [{ path: 'spec.template.spec.containers[0].ports[1].name', message: 'must be a name of its own, got http a second time; write name: http-2', class: 'refused' }],
  }, {
    name: 'a protocol that there is not, and a port of the node that is none',
    yaml: withPorts('[{ protocol: tcp, containerPort: 80, hostPort: 70000 }]'),
    findings: [
      { path: 'spec.template.spec.containers[0].ports[0].hostPort', message: 'must be a whole number from 1 to 65535, got 70000; write the port the container listens on', class: 'refused' },
      { path: 'spec.template.spec.containers[0].ports[0].protocol', message: 'must be one of TCP, UDP and SCTP, got "tcp"; write protocol: TCP', class: 'refused' },
    ],
  }, {
    name: 'a port of an Experiment that is none, which the controller accepts and cannot make the pods of',
    yaml: experiment().replace('containerPort: 8080', 'containerPort: 0'),
    findings: [{ path: 'spec.templates[1].template.spec.containers[0].ports[0].containerPort', message: /must be a whole number from 1 to 65535, got 0/, class: 'broken' }],
  }, {
    name: 'a probe of port 0',
    yaml: rollout({ pod: '\ncontainers: [{ name: main, image: "a:1", readinessProbe: { tcpSocket: { port: 0 } } }]' }),
    findings: [{ path: 'spec.template.spec.containers[0].readinessProbe.tcpSocket.port', message: /must be a whole number from 1 to 65535, got 0/ }],
  }, ...['0', '-1', '65536', '8080.5'].map((port) => ({
    name: `port ${port}`,
    yaml: listeningOn(port),
    findings: [{ path, message: /must be a whole number from 1 to 65535, got .+; write the port the container listens on/ }],
  })), {
    name: 'a port of the node that two containers listen on',
    yaml: pods('ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80, protocol: UDP }]\n  - name: other\n    image: a\n    ports: [{ containerPort: 82, hostPort: 80, protocol: TCP }]'),
    findings: [{ path: 'spec.template.spec.containers[1].ports[0].hostPort', message: 'must be a port of the node that nobody else listens on, got 80 a second time; drop it, and let a Service find the pods', class: 'refused' }],
  }, {
    name: 'a port of the node twice in a container that runs first',
    yaml: pods('', 'initContainers: [{ name: first, image: a, ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }] }, { name: second, image: a, ports: [{ containerPort: 80, hostPort: 80 }] }]'),
    findings: [{ path: 'spec.template.spec.initContainers[0].ports[1].hostPort', message: /got 80 a second time/, class: 'refused' }],
  }, {
    name: 'another port of the node whose network the pods have, so that none can be made',
    yaml: pods('ports: [{ containerPort: 80, hostPort: 81 }]', 'hostNetwork: true'),
    findings: [{ path: 'spec.template.spec.containers[0].ports[0].hostPort', message: 'must be the containerPort 80 beside hostNetwork: true, got 81; drop it', class: 'broken' }],
  }],
});
