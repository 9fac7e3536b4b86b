import { pods } from './pods';
import { probes } from '../../../src/rules/workload/probes';
import { testRule } from '../test-rule';

const MAIN = 'spec.template.spec.containers[0]';
const FIRST = 'spec.template.spec.initContainers[0]';
const first = (fields: string) => pods('', `initContainers: [{ name: first, image: a, ${fields} }]`);

testRule(probes, {
  valid: [
    { name: 'one way to ask', yaml: pods('livenessProbe: { httpGet: { path: /, port: 80 }, periodSeconds: 5, terminationGracePeriodSeconds: 5 }') },
    { name: 'ready after several good answers', yaml: pods('readinessProbe: { tcpSocket: { port: 80 }, successThreshold: 3 }') },
    { name: 'a sleep before the end', yaml: pods('lifecycle: { preStop: { sleep: { seconds: 5 } } }') },
    { name: 'a sidecar that is asked', yaml: first('restartPolicy: Always, readinessProbe: { tcpSocket: { port: 80 } }') },
  ],
  invalid: [
    {
      name: 'no way to ask',
      yaml: pods('livenessProbe: { periodSeconds: 5 }'),
      findings: [{ path: `${MAIN}.livenessProbe`, message: 'must say how, by one of httpGet, tcpSocket, exec and grpc, got none of them; write httpGet: { path: /, port: 8080 }', class: 'refused' }],
    },
    {
      name: 'two ways to ask',
      yaml: pods('livenessProbe: { exec: { command: [a] }, tcpSocket: { port: 80 } }'),
      findings: [{ path: `${MAIN}.livenessProbe`, message: 'must be one of httpGet, tcpSocket, exec and grpc, got tcpSocket and exec; keep tcpSocket', class: 'refused' }],
    },
    {
      name: 'numbers that cannot be',
      yaml: pods('livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: -1, successThreshold: 2, terminationGracePeriodSeconds: 0 }'),
      findings: [
        { path: `${MAIN}.livenessProbe.periodSeconds`, message: 'must not be negative, got -1; drop periodSeconds', class: 'refused' },
        { path: `${MAIN}.livenessProbe.successThreshold`, message: 'must be 1 for a livenessProbe, got 2; write successThreshold: 1, or drop it', class: 'refused' },
        { path: `${MAIN}.livenessProbe.terminationGracePeriodSeconds`, message: 'must be more than 0, got 0; drop it', class: 'refused' },
      ],
    },
    {
      name: 'an end of what is only not ready',
      yaml: pods('readinessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 5 }'),
      findings: [{ path: `${MAIN}.readinessProbe.terminationGracePeriodSeconds`, message: 'cannot be set for a readinessProbe, after which nothing ends; drop it', class: 'refused' }],
    },
    {
      name: 'a hook that does nothing',
      yaml: pods('lifecycle: { preStop: {} }'),
      findings: [{ path: `${MAIN}.lifecycle.preStop`, message: /^must say how, by one of exec, httpGet, tcpSocket and sleep, got none of them; /, class: 'refused' }],
    },
    {
      name: 'a sleep that is longer than the end may be',
      yaml: pods('lifecycle: { preStop: { sleep: { seconds: 60 } } }'),
      findings: [{
        path: `${MAIN}.lifecycle.preStop.sleep.seconds`,
        class: 'refused',
        message: 'must be from 1 to the 30 s of terminationGracePeriodSeconds, got 60; write seconds: 30, or terminationGracePeriodSeconds: 90',
      }],
    },
    {
      name: 'no sleep at all, and a port that there is not',
      yaml: pods('lifecycle: { preStop: { sleep: { seconds: 0 } }, postStart: { httpGet: { port: 0 } } }'),
      findings: [
        { path: `${MAIN}.lifecycle.postStart.httpGet.port`, message: 'must be from 1 to 65535, got 0; write the port the container listens on', class: 'refused' },
        { path: `${MAIN}.lifecycle.preStop.sleep.seconds`, message: /, got 0; write seconds: 1$/, class: 'refused' },
      ],
    },
    {
      name: 'details that cannot be',
      yaml: pods('livenessProbe: { httpGet: { port: "80", scheme: https, httpHeaders: [{ name: "X Y", value: a }] } }\n    startupProbe: { exec: {} }'),
      findings: [
        { path: `${MAIN}.livenessProbe.httpGet.httpHeaders[0].name`, message: 'must be letters, digits and hyphens, got "X Y"; write name: X-Y', class: 'refused' },
        { path: `${MAIN}.livenessProbe.httpGet.port`, message: 'must be a number, or the name of a port of the container, got "80"; write port: 80 without quotes', class: 'refused' },
        { path: `${MAIN}.livenessProbe.httpGet.scheme`, message: 'must be HTTP or HTTPS, got "https"; write scheme: HTTPS', class: 'refused' },
        { path: `${MAIN}.startupProbe.exec.command`, message: 'must be what is run, got nothing; write command: [cat, /tmp/healthy]', class: 'refused' },
      ],
    },
    {
      name: 'a probe of what has ended by then',
      yaml: first('readinessProbe: { tcpSocket: { port: 80 } }'),
      findings: [{
        path: `${FIRST}.readinessProbe`,
        class: 'refused',
        message: 'cannot stand in an init container, which ends before anybody asks it; drop it, or write restartPolicy: Always, which makes it a sidecar',
      }],
    },
    {
      name: 'a port of a hook that is none',
      yaml: pods('lifecycle: { postStart: { tcpSocket: { port: 70000 } } }'),
      findings: [{ path: 'spec.template.spec.containers[0].lifecycle.postStart.tcpSocket.port', message: 'must be from 1 to 65535, got 70000; write the port the container listens on', class: 'refused' }],
    },
  ],
});
