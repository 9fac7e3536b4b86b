import { App, Chart, Duration } from 'cdk8s';
import { Analysis, Experiment } from 'rolloutkit';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// No request reaches an experiment by itself, so a third version sends them, the same to both others.
const targets = ['baseline', 'canary'].map(name => `http://compare-${name}:8080/checkout`);

new Experiment(shop, 'compare', {
  duration: Duration.minutes(30),
  variants: [
    { name: 'baseline', service: true, containers: [{ image: 'registry.example/checkout:1.4.2', portNumber: 8080 }] },
    { name: 'canary', service: true, containers: [{ image: 'registry.example/checkout:1.5.0', portNumber: 8080 }] },
    { name: 'load', containers: [{ image: 'registry.example/load:1.0.0', args: ['--rate', '10/s', ...targets] }] },
  ],
  analyses: [
    // at most one percentage point more errors, and at most 50 ms more at the 95th percentile
    { analysis: Analysis.errorRate({ atMost: 1 }), of: 'canary', against: 'baseline' },
    { analysis: Analysis.latency({ percentile: 95, atMost: Duration.millis(50) }), of: 'canary', against: 'baseline' },
    // and a baseline that is bad itself is no measure
    { analysis: Analysis.errorRate({ atMost: 5 }), of: 'baseline' },
  ],
});
app.synth();
