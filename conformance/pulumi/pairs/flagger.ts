// Releases of Flagger.
import { Duration } from 'cdk8s';
import * as constructs from 'rolloutkit';
import type { Pair } from './pair';

const { Analysis, Ramp } = constructs;
const containers = [{ image: 'registry.example/shop:1.0.0', portNumber: 8080 }];
const hosts = ['shop.example.com'];

export const pairs: readonly Pair[] = [
  {
    name: 'flagger-nginx',
    constructs: (chart, name) => new constructs.CanaryRollout(chart, name, {
      containers,
      traffic: new constructs.NginxTraffic({ hosts }),
      controller: constructs.Controller.flagger({ interval: Duration.minutes(1), threshold: 3 }),
      ramp: Ramp.stages([10, 30, 60], { hold: Duration.minutes(1) }),
      analyses: [Analysis.successRate({ atLeast: 99.5 }), Analysis.latency()],
      alerts: [new constructs.AlertChannel(chart, 'on-call', {
        slack: '#on-call', secret: constructs.SecretReference.named('slack-webhook'), on: [constructs.AlertEvent.aborted()],
      })],
    }),
    component: {
      CanaryRollout: {
        traffic: { nginx: { hosts } },
        controller: { flagger: { interval: '1m', threshold: 3 } },
        ramp: { stages: [10, 30, 60], hold: '1m' },
        analyses: [{ successRate: { atLeast: 99.5 } }, { latency: {} }],
        alerts: [{ providerName: 'on-call', slack: '#on-call', secret: { name: 'slack-webhook' }, on: [{ aborted: true }] }],
      },
    },
  },
  {
    name: 'flagger-istio',
    constructs: (chart, name) => new constructs.BlueGreenRollout(chart, name, {
      containers,
      replicas: 3,
      traffic: new constructs.IstioTraffic({ hosts, gateway: 'public' }),
      controller: constructs.Controller.flagger({ interval: Duration.minutes(1), iterations: 5 }),
      analyses: [Analysis.errorRate({ atMost: 2 })],
      hooks: [constructs.Hook.duringTraffic(constructs.Action.loadTest({ command: 'hey -z 1m http://shop-canary.shop/', address: 'http://loadtester.shop/' }))],
    }),
    component: {
      BlueGreenRollout: {
        replicas: 3,
        traffic: { istio: { hosts, gateway: 'public' } },
        controller: { flagger: { interval: '1m', iterations: 5 } },
        analyses: [{ errorRate: { atMost: 2 } }],
        hooks: [{ duringTraffic: { loadTest: { command: 'hey -z 1m http://shop-canary.shop/', address: 'http://loadtester.shop/' } } }],
      },
    },
  },
];
