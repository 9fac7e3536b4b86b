import { requiredFields } from '../../../src/rules/structure/required-fields';
import { experiment, rollout, service, template } from '../manifests';
import { testRule } from '../test-rule';

const pod = (fields: string): string => rollout({ pod: `\ncontainers: [{ name: main, image: a }]\n${fields}` });

testRule(requiredFields, {
  valid: [
    { name: 'a canary', yaml: rollout() },
    { name: 'a template', yaml: template() },
    { name: 'a name that the API server completes', yaml: rollout().replace('name: checkout,', 'generateName: checkout-,') },
    { name: 'a port without its protocol, which is TCP', yaml: rollout() },
    { name: 'a kind that is not known', yaml: 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {}' },
  ],
  invalid: [
    { name: 'no name', yaml: rollout().replace('name: checkout,', ''), findings: [{ path: 'metadata.name', message: 'must be there, got none; write the name of the Rollout', class: 'refused' }] },
    { name: 'no spec', yaml: 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: a }', findings: [{ path: 'spec', message: 'must be there, got none; write spec: a map' }] },
    { name: 'no selector in an Experiment', yaml: experiment({ canary: '\ntemplate: { spec: { containers: [{ name: a, image: b }] } }' }), findings: [{ path: 'spec.templates[1].selector', message: 'must be there, got none; write selector: a map with matchExpressions and matchLabels, as far as needed' }] },
    { name: 'a route without its backends', yaml: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec: { rules: [{ http: { paths: [{ path: /, backend: {} }] } }] }', findings: [{ path: 'spec.rules[0].http.paths[0].pathType', message: 'must be there, got none; write pathType: Prefix' }] },
    { name: 'an autoscaler of nothing', yaml: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: a }\nspec: { maxReplicas: 3 }', findings: [{ path: 'spec.scaleTargetRef', message: 'must be there, got none; write scaleTargetRef: a map with kind and name' }] },
    { name: 'a metric without a name', yaml: template({ metrics: '[{ provider: {} }]' }), findings: [{ path: 'spec.metrics[0].name', message: 'must be there, got none; write name: a text' }] },
    { name: 'a value that is null', yaml: template({ metrics: '[{ name: null, provider: {} }]' }), findings: [{ path: 'spec.metrics[0].name', message: 'must be there, got none; write name: a text' }] },
    { name: 'a Service without a port', yaml: service('checkout').replace('port: 80', 'targetPort: 80'), findings: [{ path: 'spec.ports[0].port', message: 'must be there, got none; write port: a number' }] },
    { name: 'no name beside a misspelt one, which is told as such', yaml: template({ metrics: '[{ nmae: a, provider: {} }, { provider: {} }]' }), findings: [{ path: 'spec.metrics[1].name', message: /must be there/ }] },
    { name: 'a path of the host, which the controller asks for', yaml: pod('volumes: [{ name: a, hostPath: {} }]'), findings: [{ path: 'spec.template.spec.volumes[0].hostPath.path', message: 'must be there, got none; write path: a text', class: 'refused' }] },
    {
      name: 'a path of the host in an Experiment, whose pods cannot be made',
      yaml: experiment({ canary: '\ntemplate: { spec: { containers: [{ name: a, image: b }], volumes: [{ name: a, hostPath: {} }] } }\nselector: {}' }),
      findings: [{ path: 'spec.templates[1].template.spec.volumes[0].hostPath.path', message: /must be there/, class: 'broken' }],
    },
  ],
});
