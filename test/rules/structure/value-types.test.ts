import { valueTypes } from '../../../src/rules/structure/value-types';
import { experiment, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const container = (fields: string): string => rollout({ pod: `\ncontainers: [{ name: main, image: a, ${fields} }]` });
const at = 'spec.template.spec.containers[0]';

testRule(valueTypes, {
  valid: [
    { name: 'a canary', yaml: rollout() },
    { name: 'an Experiment', yaml: experiment() },
    { name: 'a number where a text may be', yaml: rollout({ canary: '\nminPodsPerReplicaSet: 1', steps: '[{ pause: { duration: 60 } }, { pause: { duration: 1m } }]' }) },
    { name: 'a number that is no whole one, of a quantity', yaml: container('resources: { requests: { cpu: 0.5, memory: 1Gi } }') },
    { name: 'null, which is as good as absent', yaml: rollout({ canary: '\nanalysis: null' }) },
  ],
  invalid: [
    { name: 'a number in an annotation', yaml: rollout().replace('namespace: shop', 'namespace: shop, annotations: { a: 7 }'), findings: [{ path: 'metadata.annotations.a', message: 'must be a text, got 7; write a: "7"' }] },
    { name: 'true in a label', yaml: rollout().replace('namespace: shop', 'namespace: shop, labels: { a: true }'), findings: [{ path: 'metadata.labels.a', message: 'must be a text, got true; write a: "true"', class: 'refused' }] },
    { name: 'a number in the environment', yaml: container('env: [{ name: A, value: 7 }]'), findings: [{ path: `${at}.env[0].value`, message: 'must be a text, got 7; write value: "7"' }] },
    { name: 'a text for a number', yaml: container('ports: [{ containerPort: "8080" }]'), findings: [{ path: `${at}.ports[0].containerPort`, message: 'must be a whole number, got "8080"; write containerPort: 8080' }] },
    { name: 'a text that is no number', yaml: container('ports: [{ containerPort: http }]'), findings: [{ path: `${at}.ports[0].containerPort`, message: 'must be a whole number, got "http"; write a number' }] },
    { name: 'half a pod', yaml: rollout().replace('replicas: 5', 'replicas: 2.5'), findings: [{ path: 'spec.replicas', message: 'must be a whole number, got 2.5; write replicas: 3' }] },
    { name: 'a text for a boolean', yaml: container('tty: "yes"'), findings: [{ path: `${at}.tty`, message: 'must be true or false, got "yes"; write tty: true' }] },
    { name: 'a number for a boolean', yaml: container('tty: 0'), findings: [{ path: `${at}.tty`, message: 'must be true or false, got 0; write tty: false' }] },
    { name: 'anything else for a boolean', yaml: container('tty: maybe'), findings: [{ path: `${at}.tty`, message: 'must be true or false, got "maybe"; write tty: true, or false' }] },
    { name: 'one for a list', yaml: container('command: /bin/sh'), findings: [{ path: `${at}.command`, message: 'must be a list, got "/bin/sh"; write command: ["/bin/sh"]' }] },
    { name: 'a map for a list', yaml: container('envFrom: { configMapRef: { name: a } }'), findings: [{ path: `${at}.envFrom`, message: 'must be a list, got a map; put - before it, so that it is the only element of a list' }] },
    { name: 'a list for a map', yaml: rollout({ canary: '\nanalysis: [{ templates: [] }]' }), findings: [{ path: 'spec.strategy.canary.analysis', message: 'must be a map, got a list of 1; take the - away, so that it is a map' }] },
    { name: 'the only field of a map in its place', yaml: rollout({ steps: '[{ pause: 5m }]' }), findings: [{ path: 'spec.strategy.canary.steps[0].pause', message: 'must be a map, got "5m"; write pause: { duration: "5m" }' }] },
    { name: 'the field that a map must have in its place', yaml: container('livenessProbe: { tcpSocket: 8080 }'), findings: [{ path: `${at}.livenessProbe.tcpSocket`, message: 'must be a map, got 8080; write tcpSocket: { port: 8080 }' }] },
    { name: 'a text for a map', yaml: rollout({ canary: '\ntrafficRouting: { istio: { virtualService: a } }' }), findings: [{ path: 'spec.strategy.canary.trafficRouting.istio.virtualService', message: 'must be a map, got "a"; write virtualService: { name: "a" }' }] },
    { name: 'a text for a map of several fields', yaml: rollout().replace(/strategy:[^]*/, 'strategy: canary\n'), findings: [{ path: 'spec.strategy', message: 'must be a map, got "canary"; write blueGreen and canary below it, as far as needed' }] },
    { name: 'a text for a map of many fields', yaml: template({ metrics: '[{ name: a, provider: prometheus }]' }), findings: [{ path: 'spec.metrics[0].provider', message: 'must be a map, got "prometheus"; write the fields of a map below it' }] },
    { name: 'nothing in a list', yaml: rollout({ steps: '[{ setWeight: 5 }, null]' }), findings: [{ path: 'spec.strategy.canary.steps[1]', message: 'must be a map, got null; take it out' }] },
    { name: 'a quantity that is neither', yaml: container('resources: { limits: { cpu: true } }'), findings: [{ path: `${at}.resources.limits.cpu`, message: 'must be a quantity such as 500m or 1Gi, got true; write for example cpu: 500m', class: 'refused' }] },
    { name: 'a list of matches where a text is', yaml: template({ metrics: '[{ name: a, provider: { prometheus: { address: "http://a", query: [up] } } }]' }), findings: [{ path: 'spec.metrics[0].provider.prometheus.query', message: 'must be a text, got a list of 1; write a text' }] },
  ],
});
