import { SecretReference, StackdriverSource } from 'rolloutkit';
import { flaggerTold } from './asked';

test('the project is in the Secret, and nothing else is told', () => {
  expect(flaggerTold(new StackdriverSource({ secret: SecretReference.named('google') }), 'fetch k8s_container'))
    .toEqual({ provider: { type: 'stackdriver', secretRef: { name: 'google' } } });
});

test('fails on a key of the Secret', () => {
  expect(() => new StackdriverSource({ secret: SecretReference.named('google', { key: 'project' }) })).toThrow(new Error(
    'StackdriverSource: secret: must name no key, got "project": project and serviceAccountKey are read; write SecretReference.named("google")'));
});
