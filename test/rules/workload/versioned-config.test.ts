import { versionedConfig } from '../../../src/rules/workload/versioned-config';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const pod = (fields: string, container = '') => rollout({
  pod: `\ncontainers:\n  - { name: main, image: 'registry.example/checkout:1'${container} }${fields}`,
});
const configMap = (name: string, fields = '', namespace = 'shop') =>
  `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: ${namespace} }\ndata: { a: b }\n${fields}`;
const mounting = (name: string) => pod(`\nvolumes: [{ name: config, configMap: { name: ${name} } }]`);
const advised = 'names ConfigMap settings, whose content can change under this name: an abort would not bring the old one back; '
  + 'give it a name that changes with its content and immutable: true, and keep the old one; VersionedConfig and kustomize do the first';

testRule(versionedConfig, {
  valid: [
    { name: 'one that cannot change', yaml: mounting('settings') + configMap('settings', 'immutable: true') },
    { name: 'one named after its content, as kustomize names it', yaml: mounting('settings-6ct58987ht') + configMap('settings-6ct58987ht') },
    { name: 'one that somebody else owns', yaml: mounting('settings') },
    { name: 'one of another namespace', yaml: mounting('settings') + configMap('settings', '', 'tools') },
    { name: 'one that no Rollout uses', yaml: rollout() + configMap('settings') },
    { name: 'a Secret, which nobody should have in the same files', yaml: pod('\nvolumes: [{ name: config, secret: { secretName: settings } }]') + configMap('settings') },
  ],
  invalid: [
    {
      name: 'one that is mounted',
      yaml: mounting('settings') + configMap('settings'),
      findings: [{ path: 'spec.template.spec.volumes[0].configMap.name', message: advised, class: 'advice' }],
    },
    {
      name: 'one that is the environment, told once',
      yaml: pod('', ', envFrom: [{ configMapRef: { name: settings } }], env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: a } } }]') + configMap('settings'),
      findings: [{ path: 'spec.template.spec.containers[0].envFrom[0].configMapRef.name', message: advised }],
    },
    {
      name: 'one among several sources of a volume',
      yaml: pod('\nvolumes: [{ name: config, projected: { sources: [{ configMap: { name: settings } }] } }]') + configMap('settings'),
      findings: [{ path: 'spec.template.spec.volumes[0].projected.sources[0].configMap.name', message: advised }],
    },
    {
      name: 'one named after its place in a program, which stays the same',
      yaml: mounting('shop-settings-c8f1e5d2') + configMap('shop-settings-c8f1e5d2'),
      findings: [{ path: 'spec.template.spec.volumes[0].configMap.name', message: /^names ConfigMap shop-settings-c8f1e5d2/ }],
    },
  ],
});
