import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Documented { readonly name: string; readonly optional?: boolean; readonly docs?: { readonly summary?: string; readonly default?: string } }
interface PublicType extends Documented {
  readonly kind: string;
  readonly properties?: readonly Documented[];
  readonly methods?: readonly Documented[];
  readonly members?: readonly Documented[];
}

// written by the compiler from the doc comments of everything that src/index.ts exports
const assembly = JSON.parse(readFileSync(join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: Record<string, PublicType> };
const types = Object.values(assembly.types);

test('every public symbol has a sentence', () => {
  const silent = types.flatMap(type => [type, ...membersOf(type)].filter(({ docs }) => docs?.summary === undefined).map(each => `${type.name}.${each.name}`));
  expect(silent).toEqual([]);
});

test('every optional property says what it is when it is left out', () => {
  const silent = types.filter(type => type.kind === 'interface').flatMap(type =>
    membersOf(type).filter(({ optional, docs }) => optional && docs?.default === undefined).map(each => `${type.name}.${each.name}: write @default`));
  expect(silent).toEqual([]);
});

function membersOf(type: PublicType): readonly Documented[] {
  return [...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []];
}
