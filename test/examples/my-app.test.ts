import { parseAllDocuments } from 'yaml';
import { expectedOf, textsIn, ROOT } from '../docs/files';
import type { Written } from '../render';

const parsed = (texts: readonly string[]): Written[] => texts.flatMap(text => parseAllDocuments(text).map(document => document.toJS()));

const originals = parsed(Object.values(textsIn(`${ROOT}/examples/my-app/original`)));
const written = parsed(Object.entries(expectedOf('my-app')).filter(([file]) => file.startsWith('original-')).map(([, yaml]) => yaml));

/** The two forms have one name, so they are written to namespaces of their own. */
function withoutNamespace({ metadata: { namespace: _, ...metadata }, ...manifest }: Written): Written {
  return { ...manifest, metadata };
}

/** What their pods are made of is written by cdk8s-plus, which says more of them than the original does. */
function withoutPods(manifest: Written): Written {
  if (manifest.kind !== 'Rollout') return manifest;
  const { template: _, ...spec } = manifest.spec;
  return { ...manifest, spec };
}

const twin = ({ kind, metadata: { name }, spec }: Written): Written => written.filter(each => each.kind === kind && each.metadata.name === name)
  .find(each => kind !== 'Rollout' || (each.spec.strategy.canary === undefined) === (spec.strategy.canary === undefined));

test('nothing is written that the original does not have, and nothing is missing', () => {
  expect(written).toHaveLength(originals.length);
});

test.each(originals.map(original => [`${original.kind} ${original.metadata.name} ${Object.keys(original.spec.strategy ?? {}).join('')}`, original]))('%s is what its authors wrote', (_, original) => {
  expect(withoutPods(withoutNamespace(twin(original)))).toEqual(withoutPods(original));
});

test.each(originals.filter(({ kind }) => kind === 'Rollout'))('the pods of the original Rollout %# are those of its authors, and more is said of them', original => {
  expect(twin(original).spec.template).toMatchObject(original.spec.template);
});
