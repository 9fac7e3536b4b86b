import { knownFields } from '../../../src/rules/structure/known-fields';
import { experiment, rollout, service, template } from '../manifests';
import { testRule } from '../test-rule';

const CONTAINER = '{ name: main, image: a';
const pod = (fields: string): string => rollout({ pod: `\ncontainers: [${CONTAINER} }]\n${fields}` });
const container = (fields: string): string => rollout({ pod: `\ncontainers: [${CONTAINER}, ${fields} }]` });
const steps = (list: string): string => rollout({ steps: list });
const top = (field: string): string => rollout().replace('spec:\n', `spec:\n  ${field}\n`);

interface Mistake {
  readonly name: string;
  readonly yaml: string;
  readonly path: string;
  readonly message: string;
}

/** What was probably meant is in the fix. */
const mistakes: readonly Mistake[] = [
  { name: 'a letter too few', yaml: top('replica: 3'), path: 'spec.replica', message: 'must be a field of spec, got "replica"; write replicas: 3' },
  { name: 'other capitals', yaml: steps('[{ setweight: 20 }]'), path: 'spec.strategy.canary.steps[0].setweight', message: 'must be a field of steps[0], got "setweight"; write setWeight: 20' },
  { name: 'an underscore', yaml: rollout({ canary: '\nstable_service: a' }), path: 'spec.strategy.canary.stable_service', message: 'must be a field of canary, got "stable_service"; write stableService' },
  { name: 'half a name', yaml: steps('[{ weight: 20 }]'), path: 'spec.strategy.canary.steps[0].weight', message: 'must be a field of steps[0], got "weight"; write setWeight: 20' },
  { name: 'letters in another order', yaml: steps('[{ setCanaryScale: { wieght: 5 } }]'), path: 'spec.strategy.canary.steps[0].setCanaryScale.wieght', message: 'must be a field of setCanaryScale, got "wieght"; write weight: 5' },
  { name: 'a shorter word', yaml: rollout({ canary: '\ntrafficRouting: { nginx: { ingress: a } }' }), path: 'spec.strategy.canary.trafficRouting.nginx.ingress', message: 'must be a field of nginx, got "ingress"; write stableIngress' },
  { name: 'one where there is a list', yaml: container('port: 8080'), path: 'spec.template.spec.containers[0].port', message: 'must be a field of containers[0], got "port"; write ports: [8080]' },
  { name: 'another word', yaml: template().replace('args:', 'arguments:'), path: 'spec.arguments', message: 'must be a field of spec, got "arguments"; write args' },
  { name: 'a field that is further down', yaml: top('maxSurge: 1'), path: 'spec.maxSurge', message: 'must be a field of spec, got "maxSurge"; move it below spec.strategy.canary' },
  { name: 'a field that is further up', yaml: rollout({ canary: '\nprogressDeadlineSeconds: 60' }), path: 'spec.strategy.canary.progressDeadlineSeconds', message: 'must be a field of canary, got "progressDeadlineSeconds"; move it below spec' },
  { name: 'a duration without its pause', yaml: steps('[{ duration: 5m }]'), path: 'spec.strategy.canary.steps[0].duration', message: 'must be a field of steps[0], got "duration"; move it below spec.strategy.canary.steps[0].pause' },
  { name: 'a path without its request', yaml: container('livenessProbe: { path: /healthz }'), path: 'spec.template.spec.containers[0].livenessProbe.path', message: 'must be a field of livenessProbe, got "path"; move it below spec.template.spec.containers[0].livenessProbe.httpGet' },
  { name: 'an image outside of containers', yaml: top('image: a'), path: 'spec.image', message: 'must be a field of spec, got "image"; move it below spec.template.spec.containers[]' },
  { name: 'resources that are not asked for', yaml: container('resources: { cpu: 100m }'), path: 'spec.template.spec.containers[0].resources.cpu', message: 'must be a field of resources, got "cpu"; move it below spec.template.spec.containers[0].resources.requests' },
  { name: 'a query without its provider', yaml: template({ metrics: '[{ name: a, query: up, provider: { prometheus: { address: "http://a" } } }]' }), path: 'spec.metrics[0].query', message: 'must be a field of metrics[0], got "query"; move it below spec.metrics[0].provider.prometheus' },
  { name: 'a field of a Deployment', yaml: rollout({ strategy: '\ntype: RollingUpdate\ncanary: {}' }), path: 'spec.strategy.type', message: 'must be a field of strategy, got "type"; take it out; there is blueGreen and canary' },
  { name: 'a field that is nowhere', yaml: container('sidecarOf: other'), path: 'spec.template.spec.containers[0].sidecarOf', message: 'must be a field of containers[0], got "sidecarOf"; take it out' },
  { name: 'what a cluster writes into other metadata', yaml: rollout().replace('metadata: { labels: { app: checkout } }', 'metadata: { creationTimestamp: null, labels: { app: checkout } }'), path: 'spec.template.metadata.creationTimestamp', message: 'must be a field of metadata, got "creationTimestamp"; take it out; there is annotations and labels' },
  { name: 'a field at the top', yaml: `${rollout()}replicas: 3`, path: 'replicas', message: 'must be a field of a Rollout, got "replicas"; move it below spec' },
  { name: 'a mistake in a Service', yaml: service('checkout').replace('selector:', 'selectors:'), path: 'spec.selectors', message: 'must be a field of spec, got "selectors"; write selector' },
  { name: 'a mistake in an Experiment', yaml: experiment({ spec: 'durations: 30m' }), path: 'spec.durations', message: 'must be a field of spec, got "durations"; write duration' },
];

testRule(knownFields, {
  valid: [
    { name: 'a canary', yaml: rollout() },
    { name: 'a template', yaml: template() },
    { name: 'an Experiment', yaml: experiment() },
    { name: 'settings of a plugin, which are its own', yaml: rollout({ canary: '\ntrafficRouting: { plugins: { example.com/router: { any: { thing: 1 } } } }' }) },
    { name: 'labels and annotations of any name', yaml: rollout().replace('namespace: shop', 'namespace: shop, labels: { any: thing }, annotations: { any.example.com/x: thing }') },
    { name: 'a kind that is not known', yaml: 'apiVersion: example.com/v1\nkind: Rollout\nmetadata: { name: a }\nspec: { any: thing }' },
    { name: 'a version that is not known', yaml: 'apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata: { name: a }\nspec: { backend: { serviceName: a } }' },
    { name: 'the status that a cluster wrote', yaml: `${rollout()}status: { any: thing }` },
    { name: 'a field of the experimental channel', yaml: 'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: a }\nspec: { rules: [{ sessionPersistence: { sessionName: a } }] }' },
  ],
  invalid: [
    ...mistakes.map(({ name, yaml, path, message }) => ({ name, yaml, findings: [{ path, message, class: 'refused' as const }] })),
    {
      name: 'a mistake in a volume, which the API server lets through',
      yaml: pod('volumes: [{ name: a, configmap: { name: b } }]'),
      findings: [{ path: 'spec.template.spec.volumes[0].configmap', message: 'must be a field of volumes[0], got "configmap"; write configMap', class: 'broken' }],
    },
    {
      name: 'the pods of a Deployment',
      yaml: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { selector: {}, template: { spec: { containers: [{ name: a, imag: b }] } } }',
      findings: [{ path: 'spec.template.spec.containers[0].imag', message: 'must be a field of containers[0], got "imag"; write image' }],
    },
    {
      name: 'a field of a Rollout in a Deployment',
      yaml: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { strategy: { canary: {} } }',
      findings: [{ path: 'spec.strategy.canary', message: 'must be a field of strategy, got "canary"; take it out; there is rollingUpdate and type' }],
    },
    {
      name: 'several mistakes at once',
      yaml: rollout({ canary: '\nmaxsurge: 1', steps: '[{ setweight: 20 }]' }),
      findings: [{ path: 'spec.strategy.canary.maxsurge', message: /write maxSurge/ }, { path: 'spec.strategy.canary.steps[0].setweight', message: /write setWeight/ }],
    },
  ],
});
