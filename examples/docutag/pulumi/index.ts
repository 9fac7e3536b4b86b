import * as pulumi from '@pulumi/pulumi';
import { AlertChannel, Rollout } from 'rolloutkit/pulumi';

// What differs from one stack to the next. Pulumi.yaml has what holds where a stack says nothing; the version it has to say.
const config = new pulumi.Config();
const version = config.require('version');
const strategy = config.require('strategy', { allowedValues: ['canary', 'blue-green'] });
const threshold = config.requireNumber('threshold');
const atLeast = config.requireNumber('atLeast');
const namespace = config.require('namespace');
const host = config.require('host');

const traffic = { traefik: { hosts: [host], entryPoints: ['websecure'] } };
// The load tester of Flagger runs the tests of the chart before the first request, and sends requests while the new version is looked at.
const address = 'http://flagger-loadtester.test/';

const deploys = new AlertChannel('production-deploys', {
  namespace,
  slack: '#production-deploys',
  secret: { name: 'slack-webhook' },
  on: [{ updated: true }, { aborted: true }, { completed: true }],
});

const controller = new Rollout('docutag-controller', {
  namespace,
  template: {
    spec: {
      containers: [{
        name: 'controller',
        image: `registry.example/docutag-controller:${version}`,
        ports: [{ containerPort: 8080 }],
        readinessProbe: { tcpSocket: { port: 8080 } },
      }],
    },
  },
  replicas: 3,
  // the one value that decides
  strategy: strategy === 'canary'
    ? { canary: { traffic, ramp: { of: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map(at => ({ at, hold: '1m' })) } } }
    : { blueGreen: { traffic } },
  analyses: [
    { successRate: { atLeast } },
    { latency: { percentile: 99, atMost: '500ms' } },
  ],
  hooks: [
    { beforeTraffic: { helmTest: { release: 'docutag', timeout: '3m', address } } },
    { duringTraffic: { loadTest: { command: 'hey -z 1m -q 10 -c 2 http://{{args.canary-service}}.{{args.namespace}}:8080/', address } } },
  ],
  alerts: [deploys],
  controller: { flagger: { interval: '1m', threshold, iterations: 10 } },
  source: { prometheus: { address: 'http://prometheus.monitoring:9090' } },
  // Before its switch nobody finds the new version of a blue-green through Traefik, which has nothing to count then: its pods count.
  telemetry: { httpRequests: { scrapeInterval: '15s' } },
});

export const service = controller.mainServiceName;
