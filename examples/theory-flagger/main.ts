import { App, Chart, Duration } from 'cdk8s';
import { Analysis, CanaryRollout, Controller, GatewayApiTraffic, NginxTraffic, Promotion, Ramp, RolloutDefaults } from 'rolloutkit';

const app = new App();
const containers = [{ image: 'registry.example/theory:2.0.0', portNumber: 8080 }];
const analyses = [Analysis.errorRate(), Analysis.latency()];

// The one line that makes the difference to examples/theory.
RolloutDefaults.of(app).use({ controller: Controller.flagger({ gates: 'http://flagger-loadtester.test' }) });

// 5, 25, 50, then all, five minutes each.
new CanaryRollout(new Chart(app, 'stages', { namespace: 'theory' }), 'stages', {
  containers,
  traffic: new GatewayApiTraffic({ hosts: ['stages.example.com'], gateway: 'public' }),
  ramp: Ramp.stages([5, 25, 50, 100]),
  analyses,
});

// 20 % and 50 %, then all. Flagger holds every stage equally long, and moves shares of the traffic behind a router alone.
new CanaryRollout(new Chart(app, 'minutes', { namespace: 'theory' }), 'minutes', {
  containers,
  replicas: 10,
  traffic: new GatewayApiTraffic({ hosts: ['minutes.example.com'], gateway: 'public' }),
  ramp: Ramp.stages([20, 50], { hold: Duration.minutes(2) }),
  analyses,
});

// 5, 30, and a person decides about the rest, at a gate of the load tester.
new CanaryRollout(new Chart(app, 'approval', { namespace: 'theory' }), 'approval', {
  containers,
  traffic: new NginxTraffic({ hosts: ['approval.example.com'] }),
  ramp: Ramp.stages([5, 30], { hold: Duration.minutes(10) }),
  promotion: Promotion.manual(),
  analyses,
});

app.synth();
