import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { untypedMembers } from './untyped-members';

const ASSEMBLY = join(__dirname, '..', '..', '.jsii');

test('no public type is `any`', () => {
  if (!existsSync(ASSEMBLY)) {
    throw new Error('there is no .jsii to read: run `npx projen compile` first');
  }
  expect(untypedMembers(JSON.parse(readFileSync(ASSEMBLY, 'utf8')))).toEqual([]);
});

test('fails on a property, a parameter and a result of type `any`', () => {
  const any = { primitive: 'any' };
  const found = untypedMembers({
    types: {
      'rolloutkit.Thing': {
        initializer: { parameters: [{ name: 'options', type: { collection: { elementtype: any, kind: 'map' } } }] },
        properties: [{ name: 'value', type: any }, { name: 'name', type: { primitive: 'string' } }],
        methods: [{ name: 'of', parameters: [{ name: 'source', type: { union: { types: [any] } } }], returns: { type: any } }],
      },
    },
  });
  expect(found.map((line) => line.split(':')[0])).toEqual([
    'rolloutkit.Thing.constructor(options)',
    'rolloutkit.Thing.of(source)',
    'rolloutkit.Thing.of',
    'rolloutkit.Thing.value',
  ]);
  expect(found[0]).toContain('name the type');
});
