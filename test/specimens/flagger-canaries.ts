import { Chart, Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import {
  ABTestRollout, AlertChannel, AlertSeverity, Analysis, ApisixTraffic, Arg, Audience, BlueGreenRollout, CanaryRollout, Controller, FlaggerHookType,
  GatewayApiTraffic, GlooTraffic, IstioTraffic, MetricAnalysis, NginxTraffic, Ramp, RolloutDefaults, SameSite, Scaling, SecretReference,
  SessionAffinity, Stage,
} from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
const hosts = ['shop.example.com'];
const gateway = () => new GatewayApiTraffic({ hosts, gateway: 'public' });
const flagger = Controller.flagger();

/** Everything that the options of Flagger say of a release, beside its Services. */
const canary: Program = chart => {
  new CanaryRollout(chart, 'canary', {
    containers,
    traffic: gateway(),
    sessionAffinity: SessionAffinity.cookie({
      name: 'shop', maxAge: Duration.hours(1), domain: 'example.com', path: '/shop', httpOnly: true, secure: true, sameSite: SameSite.LAX, partitioned: true,
    }),
    progressDeadline: Duration.minutes(5),
    scaling: Scaling.hpa({ min: 2, max: 10, cpuPercent: 70 }),
    analyses: [Analysis.successRate({ atLeast: 99 })],
    controller: Controller.flagger({
      interval: Duration.seconds(30),
      threshold: 3,
      promotionStep: 20,
      primaryReadyPercent: 80,
      canaryReadyPercent: 90,
      skipAnalysis: false,
      revertOnDeletion: true,
      suspend: false,
      metricsServer: 'http://prometheus.monitoring:9090',
      primaryCookie: 'shop-primary',
      primaryScaler: { minReplicas: 3, maxReplicas: 20 },
      webhooks: [{
        name: 'notify',
        moment: FlaggerHookType.PRE_ROLLOUT,
        url: 'http://tests.shop/smoke',
        timeout: Duration.seconds(30),
        retries: 2,
        insecure: true,
        muteAlert: true,
        metadata: { suite: 'smoke' },
      }],
    }),
  });
};

/** Shares that are no multiples of one another; triggers of KEDA; a port of each kind. */
const uneven: Program = chart => {
  const rollout = new CanaryRollout(chart, 'uneven', {
    containers: [{ image: 'registry.example/x:1', ports: [{ number: 8080, name: 'web' }, { number: 9090, name: 'metrics' }] }],
    traffic: gateway(),
    ramp: Ramp.of([Stage.at(1), Stage.at(10), Stage.at(50)]),
    scaling: Scaling.keda('queue', { min: 1, max: 5 }),
    services: { stable: 'shop' },
    controller: Controller.flagger({ primaryScaler: { queries: { requests: 'sum(rate(requests[1m]))' } } }),
  });
  rollout.podMetadata.addLabel('team', 'a');
};

const tested: Program = chart => {
  new ABTestRollout(chart, 'tested', {
    containers,
    traffic: new IstioTraffic({ hosts: ['tested'] }),
    audience: Audience.header('x-team').isExactly('a'),
    duration: Duration.hours(1),
    controller: Controller.flagger({ audience: { queryParams: { beta: { exact: '1' } }, sourceLabels: { app: 'shop' } } }),
  });
};

const mirrored: Program = chart => {
  new BlueGreenRollout(chart, 'mirrored', { containers, controller: flagger, traffic: gateway(), mirrorPercent: 50 });
};

/** Questions of somebody's own, with what they are told and the numbers between which an answer is good. */
const asked: Program = (chart, app) => {
  RolloutDefaults.of(app).use({ controller: flagger });
  const shared = new MetricAnalysis(new Chart(app, 'platform', { namespace: 'platform' }), 'orders', { query: 'sum(orders)', atLeast: 1, clusterWide: true });
  const cost = new MetricAnalysis(chart, 'cost', {
    query: 'cost{team="{{args.team}}"}', args: [Arg.value('team', 'a')], successCondition: 'result[0] >= 1 && result[0] <= 5',
  });
  new CanaryRollout(chart, 'asked', { containers, traffic: gateway(), analyses: [cost, shared] });
};

/** Everybody who can be told, and one who is in another namespace. */
const told: Program = (chart, app) => {
  const ops = new Chart(app, 'ops', { namespace: 'ops' });
  new Secret(ops, 'secret', { metadata: { name: 'slack' }, stringData: { address: 'https://hooks.example.com/a' } });
  const secret = SecretReference.named('slack');
  const slack = new AlertChannel(ops, 'slack', { slack: '#shop', secret, username: 'bot', proxy: 'http://proxy.ops:3128', severity: AlertSeverity.INFO, controller: flagger });
  const teams = new AlertChannel(chart, 'teams', { teams: 'shop', address: 'https://teams.example.com/hook', controller: flagger });
  new CanaryRollout(chart, 'told', { containers, controller: flagger, traffic: gateway(), alerts: [slack, teams] });
};

/** Objects that a Canary refers to. */
const referring: Program = chart => {
  new CanaryRollout(chart, 'ingress', { containers, controller: flagger, traffic: new NginxTraffic({ hosts: ['ingress.example.com'] }) });
  new CanaryRollout(chart, 'apisix', { containers, controller: flagger, traffic: new ApisixTraffic({ hosts: ['apisix.example.com'] }) });
  new CanaryRollout(chart, 'gloo', { containers, controller: flagger, traffic: new GlooTraffic({ hosts: ['gloo.example.com'] }) });
  new CanaryRollout(chart, 'tcp', { containers, controller: flagger, traffic: new IstioTraffic({ hosts: ['tcp'], tcpPort: 5432 }) });
  const otherRoutes = [{ path: '/help', serviceName: 'help', portNumber: 80 }];
  new CanaryRollout(chart, 'delegated', { containers, controller: flagger, traffic: new IstioTraffic({ hosts: ['delegated'], otherRoutes }) });
};

export const programs: readonly Program[] = [canary, uneven, tested, mirrored, asked, told, referring];
