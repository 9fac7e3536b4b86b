import { App, Chart, Duration } from 'cdk8s';
import { ABTestRollout, Analysis, Audience, CanaryRollout, GatewayApiTraffic, Promotion, Ramp, Stage } from 'rolloutkit';

const app = new App();
const containers = [{ image: 'registry.example/shop:2.0.0', portNumber: 8080 }];
const traffic = (host: string) => new GatewayApiTraffic({ hosts: [host], gateway: 'public' });

// Who has asked for the beta sees the new version for a week, on two pods. Then a person decides, and everybody gets it. In a week chance
// makes more than one window of two minutes bad, so the questions look at whole hours.
const hourly = { window: Duration.hours(1), minimumRequests: 1000 };
new ABTestRollout(new Chart(app, 'beta', { namespace: 'shop' }), 'beta', {
  containers,
  replicas: 6,
  traffic: traffic('shop.example.com'),
  audience: Audience.cookie('beta').isExactly('always'),
  duration: Duration.days(7),
  promotion: Promotion.manual(),
  analyses: [Analysis.successRate(hourly), Analysis.latency(hourly)],
});

// The staff sees it first, for an hour, and keeps seeing it while everybody else gets it step by step.
const staff = Audience.header('x-staff').isPresent();
new CanaryRollout(new Chart(app, 'staff', { namespace: 'shop' }), 'staff', {
  containers,
  replicas: 6,
  traffic: traffic('desk.example.com'),
  ramp: Ramp.of([
    Stage.forAudience(staff, { hold: Duration.hours(1) }),
    Stage.at(10, { audience: staff }),
    Stage.at(50, { audience: staff, scale: { percent: 60 } }),
  ]),
  analyses: [Analysis.successRate(), Analysis.latency()],
});

app.synth();
