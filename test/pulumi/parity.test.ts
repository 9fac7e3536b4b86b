import { compared } from './parity/comparison';
import { exportedBy } from './parity/declared';
import type { Declared } from './parity/declared';
import { differences } from './parity/differences';
import { shapeText, typeText } from './parity/types';
import { everyShape } from '../../src/pulumi/arguments/component-shapes';
import type { Members } from '../../src/pulumi/arguments/shape';

describe('what the constructs are told and what the components are told', () => {
  const found = compared();

  test('is the same wherever both say it: names, types, and whether it has to be said', () => {
    expect(found.contradictions).toEqual([]);
  });

  test('differs in what the table has a reason for, and in nothing else', () => {
    expect(found.unsaid).toEqual(differences.flatMap(({ constructs }) => constructs).sort());
    expect(found.added).toEqual(differences.flatMap(({ components }) => components).sort());
  });

  test('differs in ten things at most, each with its reason', () => {
    expect(differences.length).toBeLessThanOrEqual(10);
    expect(differences.filter(({ there, here, why }) => [there, here, why].includes(''))).toEqual([]);
  });
});

describe('the interfaces of the arguments and the table by which they are read', () => {
  const { interfaces, enums } = exportedBy('src/pulumi/index.ts');
  const shaped = Object.keys(everyShape).filter(name => everyShape[name].kind !== 'enum');
  /** The arguments of a component are called after it. */
  const nameOf = (shape: string) => interfaces.has(`${shape}Args`) ? `${shape}Args` : shape;
  /** Parts of others, options of Pulumi, and what components tell. */
  const parts = ['CommonRolloutArgs', 'CommonAnalysisArgs', 'RolloutComponentOptions', 'ManifestRelease'];

  test('have the same names', () => {
    expect([...interfaces.keys()].sort()).toEqual([...shaped.map(nameOf), ...parts].sort());
  });

  test.each(shaped)('agree on %s: its members, their types, and which of them are needed', name => {
    const told = (members: readonly Declared[]) => members.map(({ name: member, optional, type }) => `${member}${optional ? '?' : ''}: ${typeText(type)}`);
    expect(told(membersOf(nameOf(name))).sort()).toEqual(shapedMembers(name).sort());
  });

  test('agree on the values of every enum', () => {
    const values = Object.entries(everyShape).flatMap(([name, shape]) => shape.kind === 'enum' ? [[name, shape.values] as const] : []);
    expect(values.sort()).toEqual([...enums].sort());
  });

  function membersOf(name: string): readonly Declared[] {
    const { members, bases } = interfaces.get(name) ?? { members: [], bases: [] };
    const all = [...bases.flatMap(membersOf), ...members];
    return [...new Map(all.map(member => [member.name, member])).values()];
  }

  function shapedMembers(name: string): string[] {
    const shape = everyShape[name];
    if (shape.kind === 'enum') return [];
    const chosen = shape.kind === 'choice' ? Object.entries(shape.members).map(([member, { shape: own }]) => [member, own] as const) : [];
    const beside: Members = shape.kind === 'choice' ? shape.beside : shape.members;
    return [...chosen, ...Object.entries(beside)].map(([member, own]) => {
      const isNeeded = 'needed' in own && own.needed === true;
      return `${member}${isNeeded ? '' : '?'}: ${shapeText(own).replace(/Duration|Date/, 'string')}`;
    });
  }
});
