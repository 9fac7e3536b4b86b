import { fieldReferences } from '../../../src/rules/analysis/field-references';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (path: string) => rollout({ canary: `\nanalysis: { templates: [{ templateName: success-rate }], args: [{ name: a, valueFrom: { fieldRef: { fieldPath: "${path}" } } }] }` })
  .replace('metadata: { name: checkout, namespace: shop }', 'metadata: { name: checkout, namespace: shop, labels: { team: shop } }') + template({ args: '[{ name: a }]' });
const taken = asked('spec.template.metadata.labels.app').replace(/  template:\n(.*\n)*?  strategy:/, '  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }\n  strategy:');
const path = 'spec.strategy.canary.analysis.args[0].valueFrom.fieldRef.fieldPath';

testRule(fieldReferences, {
  valid: ["metadata.labels['team']", 'metadata.name', 'spec.replicas', 'spec.template.spec.containers[0].image', 'status.observedGeneration'].map((text) => ({ name: text, yaml: asked(text) })),
  invalid: [
    { name: 'a label that is not there', yaml: asked("metadata.labels['tean']"), findings: [{ path, class: 'risky', message: /^must name one of the labels of Rollout shop\/checkout, which has team: the argument is an empty text.*write fieldPath: metadata\.labels\['team'\]$/ }] },
    { name: 'a misspelt field', yaml: asked('spec.templat.metadata.labels.app'), findings: [{ path, class: 'broken', message: 'leads nowhere in Rollout shop/checkout from templat on, got "spec.templat.metadata.labels.app"; write fieldPath: spec.template.metadata.labels.app' }] },
    { name: 'a field that nobody has written', yaml: asked('spec.minReadySeconds'), findings: [{ path, message: /from minReadySeconds on, got.*write the value itself, or a label/ }] },
    { name: 'an index behind the last', yaml: asked('spec.template.spec.containers[3].image'), findings: [{ path, message: /^must have an index from 0 to 0 in the place of 3.*write fieldPath: spec\.template\.spec\.containers\.0\.image$/ }] },
    { name: 'a name where an index is wanted', yaml: asked('spec.template.spec.containers[main].image'), findings: [{ path, message: /in the place of main/ }] },
    { name: 'a key in quotes', yaml: asked("spec.template.metadata.labels['app']"), findings: [{ path, message: /from 'app' on, in which quotes are read as they are and dots end a part/ }] },
    { name: 'a map', yaml: asked('spec.template.metadata.labels'), findings: [{ path, message: /^must lead to one value.*which is a map; write fieldPath: spec\.template\.metadata\.labels\.app$/ }] },
    { name: 'pods of a Deployment', yaml: taken, findings: [{ path, message: /^cannot be read, as the pods are those of checkout, got/ }] },
    {
      name: 'a path that leads nowhere, of an experiment step',
      yaml: rollout({ steps: '[{ experiment: { duration: 5m, templates: [{ name: a, specRef: canary }], analyses: [{ name: a, templateName: success-rate, args: [{ name: a, valueFrom: { fieldRef: { fieldPath: spec.nothing } } }] }] } }]' }) + template({ args: '[{ name: a }]' }),
      findings: [{ path: 'spec.strategy.canary.steps[0].experiment.analyses[0].args[0].valueFrom.fieldRef.fieldPath', class: 'broken', message: /from nothing on/ }],
    },
  ],
});
