import { jobSettings } from '../../../src/rules/analysis/job-settings';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const PODS = 'restartPolicy: Never, containers: [{ name: test, image: test }]';
const job = (name: string, pods = PODS) => `{ name: ${name}, provider: { job: { spec: { template: { spec: { ${pods} } } } } } }`;
const used = (metrics: string) => template({ metrics }) + rollout({ steps: '[{ setWeight: 20 }, { analysis: { templates: [{ templateName: success-rate }] } }]' });

testRule(jobSettings, {
  valid: [
    { name: 'a job', yaml: used(`[${job('smoke-test')}]`) },
    { name: 'a long name that can be cut', yaml: used(`[${job('a-name-of-more-than-twenty-four-letters')}]`) },
    { name: 'names that differ in time', yaml: used(`[${job('smoke-test-of-checkout')}, ${job('smoke-test-of-basket')}]`) },
  ],
  invalid: [
    { name: 'pods that start again', yaml: used(`[${job('smoke', PODS.replace('restartPolicy: Never, ', ''))}]`), findings: [{ path: 'spec.metrics[0].provider.job.spec.template.spec.restartPolicy', class: 'broken', message: 'must be Never or OnFailure in a Job, got none, which is Always; write restartPolicy: Never' }] },
    { name: 'no container', yaml: used(`[${job('smoke', 'restartPolicy: Never')}]`), findings: [{ path: 'spec.metrics[0].provider.job.spec.template.spec.containers', class: 'refused', message: /^must have a container/ }] },
    { name: 'a name with a capital', yaml: used(`[${job('Smoke_Test')}]`), findings: [{ path: 'spec.metrics[0].name', message: 'must be small letters, digits and - within a name of a Job, got "Smoke_Test"; write name: smoke-test' }] },
    { name: 'a name that is cut at a hyphen', yaml: used(`[${job('a-name-of-twenty-threes-letters')}]`), findings: [{ path: 'spec.metrics[0].name', message: /, of which a-name-of-twenty-threes- is used; write name: a-name-of-twenty-threes$/ }] },
    {
      name: 'names that begin alike',
      yaml: used(`[${job('end-to-end-test-of-checkout-a')}, ${job('end-to-end-test-of-checkout-b')}]`),
      findings: [{ path: 'spec.metrics[1].name', message: /^must differ from end-to-end-test-of-checkout-a within 24 characters.*; write name: 2-end-to-end-test-of-checkout-b, or a shorter one$/ }],
    },
  ],
});
