import * as pulumi from '@pulumi/pulumi';
import { forms, fullIntent, plain } from './full-intent';
import type { Leaves } from './full-intent';
import { render } from '../../../src/engines/render';
import type { Opaque } from '../../../src/manifests/leaf';

interface Registered { readonly type: string; readonly inputs: { readonly spec?: unknown } }
const registered: Registered[] = [];

// Outputs are resolved by Pulumi's runtime, which wants to know whom it would tell.
beforeAll(() => pulumi.runtime.setMocks({
  newResource: ({ name, type, inputs }) => {
    registered.push({ type, inputs });
    return { id: name, state: inputs };
  },
  call: () => ({}),
}));

interface CustomResource { readonly urn: pulumi.Output<string> }
interface ApiExtensions { readonly CustomResource: new (name: string, args: unknown) => CustomResource }
// required, since its declarations name every kind of object there is, and the type check can do without them
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { CustomResource } = require('@pulumi/kubernetes/apiextensions') as ApiExtensions;

/** Values as a Pulumi program has them: some at once, some after a while. */
const outputs: Leaves = (_, value) => pulumi.output(new Promise<typeof value>(done => { setImmediate(() => done(value)); })) as unknown as Opaque;

test.each(forms)('a rollout by %s of Pulumi outputs is, once they are known, the rollout of their values', async kind => {
  const { manifests } = render(fullIntent(outputs, kind));
  const later = await new Promise(done => { pulumi.output(manifests).apply(done); });
  expect(later).toEqual(render(fullIntent(plain, kind)).manifests);
});

test.each(forms)('a secret leaf of a rollout by %s makes what it reaches secret, and nothing else', async kind => {
  const leaves: Leaves = (place, value) => place === 'header' ? pulumi.secret(value) as unknown as Opaque : value;
  const { manifests } = render(fullIntent(leaves, kind));
  const secrets = await Promise.all(manifests.map(manifest => pulumi.isSecret(pulumi.output(manifest))));
  const asked = manifests.map(manifest => manifest.kind === 'AnalysisTemplate');
  expect(secrets).toEqual(asked);
});

test.each(forms)('a rollout by %s is registered as custom resources, with what was known late in its place', async kind => {
  registered.length = 0;
  const [rollout, ...others] = render(fullIntent(outputs, kind)).manifests;
  const resources = [rollout, ...others.filter(({ kind: each }) => each === 'AnalysisTemplate')]
    .map((manifest, index) => new CustomResource(`object-${index}`, manifest));
  await Promise.all(resources.map(({ urn }) => new Promise(done => { urn.apply(done); })));
  const [expected] = render(fullIntent(plain, kind)).manifests;
  expect(registered.map(({ type }) => type.split(':').at(-1))).toEqual(['Rollout', ...resources.slice(1).map(() => 'AnalysisTemplate')]);
  expect(registered[0].inputs.spec).toEqual(expected.spec);
});
