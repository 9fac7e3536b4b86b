import { App, Chart, Duration } from 'cdk8s';
import { Analysis, CanaryRollout, Ramp } from 'rolloutkit';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

new CanaryRollout(shop, 'checkout', {
  containers: [{ image: 'registry.example/checkout:1.4.2', portNumber: 8080 }],
  replicas: 5,
  ramp: Ramp.stages([20, 40, 60, 80], { hold: Duration.minutes(5) }),
  analyses: [
    Analysis.successRate({ atLeast: 99 }),
    Analysis.latency({ percentile: 95, atMost: Duration.millis(500) }),
  ],
});
app.synth();
