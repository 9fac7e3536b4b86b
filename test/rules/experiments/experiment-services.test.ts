import { experimentServices } from '../../../src/rules/experiments/experiment-services';
import { experiment, rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const canary = (fields: string, ports = '[{ containerPort: 8080 }]') => `
selector: { matchLabels: { app: compare-canary } }
template: { metadata: { labels: { app: compare-canary } }, spec: { containers: [{ name: main, image: 'registry.example/checkout:1.1.0', ports: ${ports} }] } }
${fields}`;
const step = (template: string, name = 'checkout') => rollout({ name, steps: `[{ experiment: { duration: 5m, templates: [{ name: canary, specRef: canary, ${template} }] } }]` });

testRule(experimentServices, {
  valid: [
    { name: 'no Service', yaml: experiment({ name: 'a'.repeat(63) }) },
    { name: 'a Service of one port', yaml: experiment({ canary: canary('service: {}') }) },
    { name: 'ports with names', yaml: experiment({ canary: canary('service: {}', '[{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9090 }]') }) },
    { name: 'a name of its own for a long Experiment', yaml: experiment({ name: 'a'.repeat(63), canary: canary('service: { name: canary }') }) },
    { name: 'a Service of that name elsewhere', yaml: experiment({ canary: canary('service: {}') }) + service('compare-canary', '{ app: other }', 'other') },
    { name: 'a step with a Service', yaml: step('service: {}') },
  ],
  invalid: [
    {
      name: 'a name that is too long together',
      yaml: experiment({ name: 'a'.repeat(60), canary: canary('service: {}') }),
      findings: [{ path: 'spec.templates[1].name', message: /^must make a name for a Service of at most 63 .* \(67 characters\); shorten one of the names, or give the Service one/ }],
    },
    {
      name: 'a name that no Service can have',
      yaml: experiment({ canary: canary("service: { name: '1st' }") }),
      findings: [{ path: 'spec.templates[1].service.name', message: /^must make a name for a Service .* got "1st"/ }],
    },
    {
      name: 'a Service that is there',
      yaml: experiment({ canary: canary('service: {}') }) + service('compare-canary', '{ app: other }'),
      findings: [{ path: 'spec.templates[1].service', message: /^is Service compare-canary, which is there already and belongs to somebody else/ }],
    },
    {
      name: 'two ports without names',
      yaml: experiment({ canary: canary('service: {}', '[{ containerPort: 8080 }, { containerPort: 9090 }]') }),
      findings: [{
        path: 'spec.templates[1].template.spec.containers[0].ports[0].name', message: 'must name the port, since the Service of templates[1] has 2 ports, got none; write name: port-8080',
      }],
    },
    {
      name: 'no port',
      yaml: experiment({ canary: canary('service: {}', '[]') }),
      findings: [{ path: 'spec.templates[1].service', message: /^needs a container with a port, got none, so no Service is made/ }],
    },
    {
      name: 'a step of a long Rollout that gives its pods a share of the traffic',
      yaml: step('weight: 5', 'a'.repeat(45)),
      findings: [{ path: 'spec.strategy.canary.steps[0].experiment.templates[0].name', message: /got "a+-x+-1-0-canary" \(67 characters\)|characters\)/ }],
    },
  ],
});
