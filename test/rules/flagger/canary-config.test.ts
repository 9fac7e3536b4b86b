import { canaryConfig } from '../../../src/rules/flagger/canary-config';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const pod = (more: string) => `
containers:
  - name: main
    image: registry.example/checkout:1.0.0${more}`;
const uses = (more: string) => canary() + workload({ pod: pod(more) });
const object = (kind: string, name: string, more = '', metadata = '') => `---
apiVersion: v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop${metadata} }
${more}
`;
const ofMap = '\n    envFrom: [{ configMapRef: { name: settings } }]';
const ofSecret = '\n    env: [{ name: KEY, valueFrom: { secretKeyRef: { name: keys, key: key } } }]';
const certificate = (more = '') => `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: checkout, namespace: shop }
spec: { secretName: keys${more} }
`;
const external = (more = '') => `---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: keys, namespace: shop }
spec: { target: {}${more} }
`;
/** Others of its kind are in the input. */
const other = (kind: string) => object(kind, 'other');
const untracked = '{ flagger.app/config-tracking: disabled }';

testRule(canaryConfig, {
  valid: [
    { name: 'what is there', yaml: uses(ofMap + ofSecret) + object('ConfigMap', 'settings') + object('Secret', 'keys') },
    { name: 'a Secret of somebody who keeps all of them elsewhere', yaml: uses(ofSecret) },
    { name: 'what may be absent', yaml: uses('\n    envFrom: [{ configMapRef: { name: settings, optional: true } }]') },
    { name: 'binaryData that both versions share', yaml: uses(ofMap) + object('ConfigMap', 'settings', 'binaryData: { logo: aGk= }', `, annotations: ${untracked}`) },
    { name: 'a renewal that starts no release', yaml: uses(ofSecret) + certificate(`, secretTemplate: { annotations: ${untracked} }`) },
    { name: 'a Secret that is fetched once', yaml: uses(ofSecret) + external(', refreshInterval: 0s') },
    { name: 'a Secret that is sealed', yaml: uses(ofSecret) + certificate().replace('cert-manager.io/v1', 'bitnami.com/v1alpha1').replace('Certificate', 'SealedSecret').replace('name: checkout', 'name: keys') },
    { name: 'a Deployment without a Canary', yaml: workload({ pod: pod(ofMap) }) },
  ],
  invalid: [
    {
      name: 'a ConfigMap that is nowhere',
      yaml: uses(ofMap) + other('ConfigMap'),
      findings: [
        {
          path: 'spec.template.spec.containers[0].envFrom[0].configMapRef.name',
          message: 'names ConfigMap settings, which is not in the input: Flagger does not begin without it; add ConfigMap settings to shop, or correct the name',
          class: 'risky',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
    {
      name: 'a Secret in a volume that is nowhere',
      yaml: uses('\nvolumes: [{ name: keys, secret: { secretName: keys } }]') + other('Secret'),
      findings: [
        { path: 'spec.template.spec.volumes[0].secret.secretName', message: /^names Secret keys/ },
      ],
    },
    {
      name: 'what may be absent in one place alone',
      yaml: uses('\n    envFrom: [{ secretRef: { name: keys, optional: true } }, { secretRef: { name: keys } }]') + other('Secret'),
      findings: [
        { path: 'spec.template.spec.containers[0].envFrom[1].secretRef.name', message: /^names Secret keys/ },
      ],
    },
    {
      name: 'what is projected, and nowhere',
      yaml: uses('\nvolumes: [{ name: all, projected: { sources: [{ configMap: { name: settings } }] } }]') + other('ConfigMap'),
      findings: [
        { path: 'spec.template.spec.volumes[0].projected.sources[0].configMap.name', message: /^names ConfigMap settings/ },
      ],
    },
    {
      name: 'binaryData',
      yaml: uses(ofMap) + object('ConfigMap', 'settings', 'binaryData: { logo: aGk= }'),
      findings: [
        {
          path: 'metadata.annotations["flagger.app/config-tracking"]',
          message: 'must be disabled beside binaryData, which the copy settings-primary for Canary shop/checkout would be without; write flagger.app/config-tracking: disabled',
          class: 'broken',
          resource: 'ConfigMap shop/settings',
        },
      ],
    },
    {
      name: 'a certificate that is renewed',
      yaml: uses(ofSecret) + certificate(),
      findings: [
        {
          path: 'spec.secretTemplate.annotations["flagger.app/config-tracking"]',
          message: /since each renewal of Secret keys starts a release of Canary shop.checkout/,
          class: 'risky',
          resource: 'Certificate shop/checkout',
        },
      ],
    },
    {
      name: 'a Secret that is fetched again and again',
      yaml: uses(ofSecret) + external(),
      findings: [
        {
          path: 'spec.target.template.metadata.annotations["flagger.app/config-tracking"]',
          message: /since each renewal of Secret keys/,
          class: 'risky',
        },
      ],
    },
  ],
});
