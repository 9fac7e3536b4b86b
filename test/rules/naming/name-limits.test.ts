import { nameLimits } from '../../../src/rules/naming/name-limits';
import { canary } from '../flagger-manifests';
import { rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const hashed = (name: string): string => rollout({
  name, canary: '\nanalysis: { templates: [{ templateName: a }], args: [{ name: h, valueFrom: { podTemplateHashValue: Latest } }] }',
});

testRule(nameLimits, {
  valid: [
    { name: 'a Service name of 63 characters', yaml: service('a'.repeat(63)) },
    { name: 'a Rollout name of 46 characters whose hash is asked for', yaml: hashed('a'.repeat(46)) },
    { name: 'a longer one whose hash nobody asks for', yaml: rollout({ name: 'a'.repeat(60) }) },
    { name: 'label keys with a domain', yaml: service('a').replace('name: a,', 'name: a, labels: { app.kubernetes.io/name: A_b.c },') },
  ],
  invalid: [
    {
      name: 'a name, a namespace and a label of Flagger\'s kinds that are none',
      yaml: canary({ name: 'Checkout' }).replace('namespace: shop }', "namespace: shop.web, labels: { 'a b': x } }"),
      findings: [
        { path: 'metadata.labels["a b"]', message: /must have a label key/, class: 'refused' },
        { path: 'metadata.name', message: /got "Checkout"; write name: checkout/, class: 'refused' },
        { path: 'metadata.namespace', message: /got "shop.web"/, class: 'refused' },
      ],
    },
    {
      name: 'a key of an annotation that is none',
      yaml: rollout().replace(/metadata: \{/, "metadata: { annotations: { 'no key': x },"),
      findings: [{ path: 'metadata.annotations["no key"]', message: /must have an annotation key that is .+, got "no key"; write a key such as example.com\/team/ }],
    },
    {
      name: 'a Service name of 64 characters',
      yaml: service('a'.repeat(64)),
      findings: [{ path: 'metadata.name', class: 'refused', message: /^must be at most 63 characters: .*, got "a{64}" \(64 characters\); write name: a{63}$/ }],
    },
    { name: 'a Service name that begins with a digit', yaml: service('1a'), findings: [{ path: 'metadata.name', message: /beginning with a letter, got "1a"/ }] },
    { name: 'a Rollout name in capitals', yaml: rollout({ name: 'Checkout' }), findings: [{ path: 'metadata.name', message: /got "Checkout"; write name: checkout/ }] },
    {
      name: 'a Rollout name that cuts the hash out of the pod names',
      yaml: hashed('a'.repeat(47)),
      findings: [{ path: 'metadata.name', class: 'risky', message: /^must have at most 46 characters .*, got 47; write name: a{46}$/ }],
    },
    {
      name: 'a label value of 64 characters',
      yaml: rollout().replace('labels: { app: checkout }', `labels: { app: checkout, x: ${'b'.repeat(64)} }`),
      findings: [{ path: 'spec.template.metadata.labels.x', message: /at most 63 characters/ }],
    },
    {
      name: 'a container and a port with names too long',
      yaml: rollout({ pod: `\ncontainers: [{ name: ${'c'.repeat(64)}, image: a, ports: [{ name: a-very-long-name, containerPort: 1 }] }]` }),
      findings: [
        { path: 'spec.template.spec.containers[0].name', message: /at most 63/ },
        { path: 'spec.template.spec.containers[0].ports[0].name', message: /^must be at most 15 characters/ },
      ],
    },
  ],
});
