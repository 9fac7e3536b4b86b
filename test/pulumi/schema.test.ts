import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

interface Property {
  readonly type?: string;
  readonly $ref?: string;
  readonly plain?: boolean;
  readonly description?: string;
  readonly items?: Property;
  readonly additionalProperties?: Property;
}

interface Type {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly enum?: readonly { readonly name: string; readonly value: string }[];
}

interface Component extends Type {
  readonly inputProperties: Readonly<Record<string, Property>>;
  readonly requiredInputs: readonly string[];
}

interface Schema {
  readonly types: Readonly<Record<string, Type>>;
  readonly resources: Readonly<Record<string, Component>>;
}

const text = readFileSync(join(root, 'pulumi-plugin', 'schema.json'), 'utf8');
const schema: Schema = JSON.parse(text);
const type = (name: string) => schema.types[`rolloutkit:index:${name}`];
const component = (name: string) => schema.resources[`rolloutkit:index:${name}`];

test('the schema is what the analyser of Pulumi makes of the sources', () => {
  const check = () => execFileSync(process.execPath, ['tools/generate-pulumi-schema.mjs', '--check'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  expect(check()).toBe('');
}, 60_000);

describe('the schema', () => {
  test('knows every component, each with a sentence', () => {
    const exported = readFileSync(join(root, 'src', 'pulumi', 'index.ts'), 'utf8').matchAll(/^export \{ (.*) \}/gm);
    const classes = [...exported].flatMap(([, names]) => names.split(', ')).filter(name => /^[A-Z]/.test(name));
    expect(Object.keys(schema.resources).map(token => token.split(':')[2]).sort()).toEqual(classes.sort());
    expect(Object.values(schema.resources).filter(({ description }) => !description)).toEqual([]);
  });

  test('takes an Output at a leaf, and nothing but a plain value where the structure depends on it', () => {
    const { inputProperties } = component('CanaryRollout');
    expect(inputProperties.replicas).toMatchObject({ type: 'number' });
    expect(inputProperties.replicas.plain).toBeUndefined();
    expect(inputProperties.name).toMatchObject({ type: 'string', plain: true });
    expect(inputProperties.ramp).toMatchObject({ $ref: '#/types/rolloutkit:index:Ramp', plain: true });
  });

  test('takes pods as Kubernetes knows them', () => {
    expect(component('CanaryRollout').inputProperties.template).toMatchObject({ $ref: 'pulumi.json#/Any' });
  });

  test('says what is chosen, with its values', () => {
    expect(type('Wait').enum).toMatchObject([{ name: 'None', value: 'none' }, { name: 'Created', value: 'created' }, { name: 'Finished', value: 'finished' }]);
    expect(type('AdoptedKind').enum).toContainEqual({ name: 'ReplicaSet', value: 'ReplicaSet', description: 'Nothing scales it down.' });
  });

  test('says of every type what it is, and of members what holds without them', () => {
    expect(Object.entries(schema.types).filter(([, { description }]) => !description).map(([token]) => token)).toEqual([]);
    expect(component('CanaryRollout').inputProperties.namespace.description).toBe('The namespace.\nDefault: that of the provider');
  });

  test('has an output of an analysis that fits where a rollout takes one', () => {
    const { $ref, plain } = type('Analysis').properties!.existing;
    expect(component('SuccessRateAnalysis').properties!.existing.$ref).toBe($ref);
    expect(plain).toBeUndefined();
  });

  test('tells no version, which is that of the package', () => {
    expect(schema).not.toHaveProperty('version');
  });
});

describe('names that some language cannot write', () => {
  const objects = [...Object.entries(schema.types), ...Object.entries(schema.resources)];
  const membersOf = ({ properties, inputProperties }: Type & Partial<Component>) => Object.keys({ ...properties, ...inputProperties });
  const pascal = (name: string) => name[0].toUpperCase() + name.slice(1);

  test('are not there: a member called as its type, which C# refuses', () => {
    expect(objects.flatMap(([token, each]) => membersOf(each).filter(name => pascal(name) === token.split(':')[2]).map(name => `${token}.${name}`))).toEqual([]);
  });

  test('are not there: members that differ in their case or their dashes alone', () => {
    const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter}`).toLowerCase();
    expect(objects.filter(([, each]) => new Set(membersOf(each).map(snake)).size < membersOf(each).length)).toEqual([]);
  });

  test('are not there: outputs that every resource has', () => {
    expect(Object.values(schema.resources).flatMap(each => membersOf(each)).filter(name => ['id', 'urn', 'pulumi'].includes(name))).toEqual([]);
  });

  test('are not there: a type whose inputs are called as another type', () => {
    expect(Object.keys(schema.types).filter(token => `${token}Args` in schema.types || `${token}Args` in schema.resources)).toEqual([]);
  });
});

describe('a change of the schema', () => {
  type Draft = { -readonly [key in keyof Schema]: Record<string, Record<string, never>> };

  /** What is said of the schema after a change, or where it is changed back. */
  function changed(change: (draft: Draft) => void, back = false): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
    const draft = JSON.parse(text);
    change(draft);
    const [before, after] = ['before.json', 'after.json'].map(name => join(folder, name));
    writeFileSync(back ? after : before, text);
    writeFileSync(back ? before : after, JSON.stringify(draft));
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools', 'check-pulumi-compatibility.mjs'), '--before', before, '--after', after], { encoding: 'utf8' });
    const lines = stderr.split('\n').filter(line => line.startsWith('  ')).map(line => line.trim());
    expect(status).toBe(lines.length === 0 ? 0 : 1);
    return lines;
  }

  const canary = 'rolloutkit:index:CanaryRollout';
  const ramp = 'rolloutkit:index:Ramp';
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a schema to be spoilt
  const at = (draft: Draft, kind: keyof Schema, token: string): any => draft[kind][token];

  test.each<[string, (draft: Draft) => void, readonly string[]]>([
    ['a component that is gone', draft => { delete draft.resources['rolloutkit:index:VersionedConfig']; }, ['component VersionedConfig: is gone']],
    ['a type that is gone', draft => { delete draft.types[ramp]; }, ['type Ramp: is gone']],
    ['an argument that is gone', draft => { delete at(draft, 'resources', canary).inputProperties.replicas; }, ['CanaryRollout.replicas: is gone']],
    ['an argument that has become required', draft => at(draft, 'resources', canary).requiredInputs.push('replicas'), ['CanaryRollout.replicas: has become required']],
    ['an argument of another type', draft => { at(draft, 'resources', canary).inputProperties.replicas.type = 'string'; }, ['CanaryRollout.replicas: was number, and is string']],
    ['an argument that takes no Output any more', draft => { at(draft, 'resources', canary).inputProperties.replicas.plain = true; }, ['CanaryRollout.replicas: was number, and is plain number']],
    ['an output that is gone', draft => { delete at(draft, 'resources', canary).properties.rolloutName; }, ['output CanaryRollout.rolloutName: is gone']],
    ['an output that may be absent', draft => { at(draft, 'resources', canary).required = ['namespace', 'stableServiceName', 'canaryServiceName']; }, ['output CanaryRollout.rolloutName: is not always there any more']],
    ['a member that is gone', draft => { delete at(draft, 'types', ramp).properties.hold; }, ['Ramp.hold: is gone']],
    ['a list of something else', draft => { at(draft, 'types', ramp).properties.stages.items.type = 'string'; }, ['Ramp.stages: was plain list of number, and is plain list of string']],
    ['a value that is gone', draft => { at(draft, 'types', 'rolloutkit:index:Wait').enum.pop(); }, ['Wait.Finished = finished: is gone']],
  ])('breaks programs: %s', (_, change, said) => {
    expect(changed(change)).toEqual(said);
  });

  test.each<[string, (draft: Draft) => void]>([
    ['a component', draft => { delete draft.resources['rolloutkit:index:VersionedConfig']; }],
    ['an argument', draft => { delete at(draft, 'resources', canary).inputProperties.replicas; }],
    ['an output', draft => { delete at(draft, 'resources', canary).properties.rolloutName; }],
    ['a value', draft => { at(draft, 'types', 'rolloutkit:index:Wait').enum.pop(); }],
    ['a sentence', draft => { delete at(draft, 'types', ramp).description; }],
  ])('breaks nothing: %s more', (_, change) => {
    expect(changed(change, true)).toEqual([]);
  });
});
