import { Experiment } from 'rolloutkit/pulumi';

const port = 8080;

function checkout(version: string): object {
  return {
    spec: {
      containers: [{
        name: 'main', image: `registry.example/checkout:${version}`, ports: [{ containerPort: port }], readinessProbe: { tcpSocket: { port } },
      }],
    },
  };
}

// No request reaches an experiment by itself, so a third version sends them, the same to both others.
const targets = ['baseline', 'canary'].map(name => `http://compare-${name}:${port}/checkout`);
const load = { spec: { containers: [{ name: 'main', image: 'registry.example/load:1.0.0', args: ['--rate', '10/s', ...targets] }] } };

// A change of what runs or is asked has the experiment run again.
new Experiment('compare', {
  namespace: 'shop',
  duration: '30m',
  variants: [
    { name: 'baseline', service: true, template: checkout('1.4.2') },
    { name: 'canary', service: true, template: checkout('1.5.0') },
    { name: 'load', template: load },
  ],
  analyses: [
    // at most one percentage point more errors, and at most 50 ms more at the 95th percentile
    { analysis: { errorRate: { atMost: 1 } }, of: 'canary', against: 'baseline' },
    { analysis: { latency: { percentile: 95, atMost: '50ms' } }, of: 'canary', against: 'baseline' },
    // and a baseline that is bad itself is no measure
    { analysis: { errorRate: { atMost: 5 } }, of: 'baseline' },
  ],
});
