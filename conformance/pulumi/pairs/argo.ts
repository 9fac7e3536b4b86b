// Releases of Argo Rollouts.
import { Duration } from 'cdk8s';
import * as constructs from 'rolloutkit';
import type { Pair } from './pair';

const { Analysis, Ramp, Stage, Step } = constructs;
const containers = [{ image: 'registry.example/shop:1.0.0', portNumber: 8080 }];
const hosts = ['shop.example.com'];
const gateway = 'public';

export const pairs: readonly Pair[] = [
  {
    name: 'pods',
    constructs: (chart, name) => new constructs.CanaryRollout(chart, name, {
      containers,
      replicas: 10,
      ramp: Ramp.stages([20, 50], { hold: Duration.minutes(5) }),
      analyses: [Analysis.successRate({ atLeast: 99 }), Analysis.latency({ percentile: 95, atMost: Duration.millis(500) })],
      disruptionBudget: constructs.DisruptionBudget.atMostDown(2),
    }),
    component: {
      CanaryRollout: {
        replicas: 10,
        ramp: { stages: [20, 50], hold: '5m' },
        analyses: [{ successRate: { atLeast: 99 } }, { latency: { percentile: 95, atMost: '500ms' } }],
        disruptionBudget: { atMostDown: 2 },
      },
    },
  },
  {
    name: 'nginx',
    constructs: (chart, name) => new constructs.CanaryRollout(chart, name, {
      containers,
      traffic: new constructs.NginxTraffic({ hosts, tlsSecret: 'shop-tls', annotations: { 'nginx.ingress.kubernetes.io/ssl-redirect': 'true' } }),
      scaling: constructs.Scaling.hpa({ min: 4, max: 12, cpuPercent: 60 }),
      ramp: Ramp.of([Stage.at(10), Stage.at(50, { approval: true })]),
      analyses: [Analysis.errorRate({ atMost: 1 })],
      gates: [constructs.Gate.beforePromotion(Analysis.custom({ name: 'orders', query: 'sum(rate(orders_total[5m]))', atLeast: 10, count: 1 }))],
      freeze: 'the last week of the year',
    }),
    component: {
      CanaryRollout: {
        traffic: { nginx: { hosts, tlsSecret: 'shop-tls', annotations: { 'nginx.ingress.kubernetes.io/ssl-redirect': 'true' } } },
        scaling: { hpa: { min: 4, max: 12, cpuPercent: 60 } },
        ramp: { of: [{ at: 10 }, { at: 50, approval: true }] },
        analyses: [{ errorRate: { atMost: 1 } }],
        gates: [{ beforePromotion: true, analysis: { custom: { name: 'orders', query: 'sum(rate(orders_total[5m]))', atLeast: 10, count: 1 } } }],
        freeze: 'the last week of the year',
      },
    },
  },
  {
    name: 'istio',
    constructs: (chart, name) => new constructs.CanaryRollout(chart, name, {
      containers,
      traffic: new constructs.IstioTraffic({ hosts, gateway, subsets: true }),
      ramp: Ramp.linear({ increment: 25, every: Duration.minutes(3) }),
      analyses: [Analysis.restarts({ atMost: 1 })],
      hooks: [constructs.Hook.beforeTraffic(constructs.Action.http({ url: 'http://tests.shop/smoke', method: constructs.HttpMethod.POST }))],
      alerts: [new constructs.AlertChannel(chart, 'deploys', { slack: '#deploys', on: [constructs.AlertEvent.aborted(), constructs.AlertEvent.completed()] })],
    }),
    component: {
      CanaryRollout: {
        traffic: { istio: { hosts, gateway, subsets: true } },
        ramp: { linear: { increment: 25, every: '3m' } },
        analyses: [{ restarts: { atMost: 1 } }],
        hooks: [{ beforeTraffic: { http: { url: 'http://tests.shop/smoke', method: 'POST' } } }],
        alerts: [{ slack: '#deploys', on: [{ aborted: true }, { completed: true }] }],
      },
    },
  },
  {
    name: 'gateway',
    constructs: (chart, name) => {
      const staff = constructs.Audience.header('x-staff').isPresent();
      return new constructs.CanaryRollout(chart, name, {
        containers,
        traffic: new constructs.GatewayApiTraffic({ hosts, gateway }),
        ramp: Ramp.of([
          Stage.forAudience(staff, { hold: Duration.hours(1) }),
          Stage.at(50, { audience: staff, scale: { percent: 60 }, hold: Duration.minutes(10) }),
        ]),
        progressDeadline: Duration.minutes(20),
        keepAfterAbort: Duration.minutes(2),
      });
    },
    component: {
      CanaryRollout: {
        traffic: { gatewayApi: { hosts, gateway } },
        ramp: {
          of: [
            { forAudience: { header: { name: 'x-staff', isPresent: true } }, hold: '1h' },
            { at: 50, audience: { header: { name: 'x-staff', isPresent: true } }, scale: { percent: 60 }, hold: '10m' },
          ],
        },
        progressDeadline: '20m',
        keepAfterAbort: '2m',
      },
    },
  },
  {
    name: 'blue-green',
    constructs: (chart, name) => new constructs.BlueGreenRollout(chart, name, {
      containers,
      replicas: 3,
      previewReplicas: 1,
      promotion: constructs.Promotion.manual(),
      analyses: [Analysis.successRate({ noData: constructs.NoData.reject() })],
      scaleDownDelay: Duration.minutes(15),
    }),
    component: {
      BlueGreenRollout: {
        replicas: 3,
        previewReplicas: 1,
        promotion: { manual: true },
        analyses: [{ successRate: { noData: { reject: true } } }],
        scaleDownDelay: '15m',
      },
    },
  },
  {
    name: 'ab-test',
    constructs: (chart, name) => new constructs.ABTestRollout(chart, name, {
      containers,
      replicas: 6,
      traffic: new constructs.GatewayApiTraffic({ hosts, gateway }),
      audience: constructs.Audience.cookie('beta').isExactly('always'),
      duration: Duration.days(7),
      analyses: [Analysis.successRate({ window: Duration.hours(1), minimumRequests: 1000 })],
    }),
    component: {
      ABTestRollout: {
        replicas: 6,
        traffic: { gatewayApi: { hosts, gateway } },
        audience: { cookie: { name: 'beta', isExactly: 'always' } },
        duration: '7d',
        analyses: [{ successRate: { window: '1h', minimumRequests: 1000 } }],
      },
    },
  },
  {
    name: 'strategy',
    constructs: (chart, name) => new constructs.Rollout(chart, name, {
      containers,
      strategy: constructs.Strategy.canary({ steps: [Step.weight(20), Step.approval(), Step.hold(Duration.minutes(1))] }),
    }),
    component: { Rollout: { strategy: { canary: { steps: [{ weight: 20 }, { approval: true }, { hold: '1m' }] } } } },
  },
];
