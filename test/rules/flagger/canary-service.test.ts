import { canaryService } from '../../../src/rules/flagger/canary-service';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const pod = (ports: string, more = '') => `
containers:
  - { name: main, image: 'registry.example/checkout:1.0.0', ports: [${ports}] }${more}`;
const leads = (service: string, ports: string, more?: string) => canary({ service }) + workload({ pod: pod(ports, more) });
const http = '{ name: http, containerPort: 8080 }';
const without = canary({ service: 'null' });

testRule(canaryService, {
  valid: [
    { name: 'a number', yaml: leads('{ port: 80, targetPort: 8080 }', http) },
    { name: 'a name', yaml: leads('{ port: 80, targetPort: http }', http) },
    { name: 'the port itself', yaml: leads('{ port: 8080 }', http) },
    { name: 'a port that no container tells of', yaml: leads('{ port: 80, targetPort: 8080 }', '') },
    { name: 'a port of what runs beside it', yaml: leads('{ port: 80, targetPort: web }', http, '\ninitContainers: [{ name: proxy, restartPolicy: Always, ports: [{ name: web, containerPort: 9090 }] }]') },
    { name: 'a target that is elsewhere', yaml: canary({ service: '{ port: 80, targetPort: web }' }) },
    { name: 'no port for a Service of Kubernetes', yaml: canary({ service: 'null', target: '{ apiVersion: v1, kind: Service, name: checkout }' }) },
  ],
  invalid: [
    {
      name: 'no port',
      yaml: without + workload(),
      findings: [
        { path: 'spec.service.port', message: 'must be that of the Services which Flagger makes, got no service; write port: 8080', class: 'broken' },
      ],
    },
    {
      name: 'a name that no port has',
      yaml: leads('{ port: 80, targetPort: web }', http),
      findings: [
        {
          path: 'spec.service.targetPort',
          message: 'must be a port of Deployment shop/checkout, got "web"; write targetPort: http',
          class: 'broken',
        },
      ],
    },
    {
      name: 'a number that no port has',
      yaml: leads('{ port: 80 }', http),
      findings: [
        {
          path: 'spec.service.targetPort',
          message: 'must be a port of Deployment shop/checkout, got 80, which is port where nothing is said; write targetPort: http',
          class: 'risky',
        },
      ],
    },
    {
      name: 'the name of no port at all',
      yaml: leads('{ port: 80, targetPort: web }', ''),
      findings: [
        { path: 'spec.service.targetPort', message: /write name: web in the port of the container/ },
      ],
    },
  ],
});
