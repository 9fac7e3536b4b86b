import { App, Chart, Duration } from 'cdk8s';
import { Analysis, CanaryRollout, GatewayApiTraffic, NginxTraffic, Promotion, Ramp, Stage } from 'rolloutkit';

const app = new App();
const containers = [{ image: 'registry.example/theory:2.0.0', portNumber: 8080 }];
const analyses = [Analysis.errorRate(), Analysis.latency()];

// 5, 25, 50, then all. A router gives the canary any share, however many pods there are.
new CanaryRollout(new Chart(app, 'stages', { namespace: 'theory' }), 'stages', {
  containers,
  traffic: new GatewayApiTraffic({ hosts: ['stages.example.com'], gateway: 'public' }),
  ramp: Ramp.stages([5, 25, 50, 100]),
  analyses,
});

// 20 % for a minute, 50 % for two, then all. Without a router pods share the traffic: 2 of 10, then 5 of 10.
new CanaryRollout(new Chart(app, 'minutes', { namespace: 'theory' }), 'minutes', {
  containers,
  replicas: 10,
  ramp: Ramp.of([
    Stage.at(20, { hold: Duration.minutes(1) }),
    Stage.at(50, { hold: Duration.minutes(2) }),
  ]),
  analyses,
});

// 5, 30, and a person decides about the rest.
new CanaryRollout(new Chart(app, 'approval', { namespace: 'theory' }), 'approval', {
  containers,
  traffic: new NginxTraffic({ hosts: ['approval.example.com'] }),
  ramp: Ramp.stages([5, 30], { hold: Duration.minutes(10) }),
  promotion: Promotion.manual(),
  analyses,
});

app.synth();
