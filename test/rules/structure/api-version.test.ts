import { apiVersion } from '../../../src/rules/structure/api-version';
import { experiment, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const of = (version: string) => `${version}\nkind: Rollout\nmetadata: { name: a }`;

testRule(apiVersion, {
  valid: [
    { name: 'a Canary of somebody else', yaml: 'apiVersion: example.com/v1\nkind: Canary\nmetadata: { name: a }' },
    { name: 'a canary', yaml: rollout() },
    { name: 'a template', yaml: template() },
    { name: 'an Experiment', yaml: experiment() },
    { name: 'an Experiment of somebody else', yaml: 'apiVersion: example.com/v1\nkind: Experiment\nmetadata: { name: a }' },
    { name: 'a Rollout of somebody else', yaml: of('apiVersion: example.com/v1') },
  ],
  invalid: [
    { name: 'a version that there is not', yaml: of('apiVersion: argoproj.io/v1'), findings: [{ path: 'apiVersion', message: 'must be argoproj.io/v1alpha1, got "argoproj.io/v1"; write apiVersion: argoproj.io/v1alpha1', class: 'refused' }] },
    { name: 'none', yaml: of(''), findings: [{ path: 'apiVersion', message: 'must be argoproj.io/v1alpha1, got none; write apiVersion: argoproj.io/v1alpha1' }] },
    { name: 'a version without its group', yaml: of('apiVersion: v1alpha1'), findings: [{ path: 'apiVersion', message: /got "v1alpha1"/ }] },
    { name: 'a version of Flagger that is no more', yaml: 'apiVersion: flagger.app/v1alpha3\nkind: Canary\nmetadata: { name: a }', findings: [{ path: 'apiVersion', message: 'must be flagger.app/v1beta1, got "flagger.app/v1alpha3"; write apiVersion: flagger.app/v1beta1', class: 'refused' }] },
    { name: 'a group that is nearly right', yaml: of('apiVersion: argoproj.com/v1alpha1'), findings: [{ path: 'apiVersion', message: /got "argoproj.com\/v1alpha1"/ }] },
  ],
});
