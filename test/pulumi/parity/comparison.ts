import { exportedBy } from './declared';
import type { Class, Declared, Factory } from './declared';
import { makersIn } from './makers';
import type { Maker } from './makers';
import { argumentsFor, shapeText, typeText } from './types';
import { everyShape } from '../../../src/pulumi/arguments/component-shapes';
import type { Members } from '../../../src/pulumi/arguments/shape';

/** How the arguments of the components differ from what the constructs are told. */
export interface Comparison {
  /** What constructs can be told, and no argument says: `Action.job`. */
  readonly unsaid: readonly string[];
  /** Arguments that say nothing that constructs are told in that place, by their names. */
  readonly added: readonly string[];
  /** What both say, and each of them otherwise. */
  readonly contradictions: readonly string[];
}

/** Compares all that is public for users of cdk8s with the arguments. */
export function compared(): Comparison {
  const comparing = new Comparing();
  return {
    unsaid: [...new Set([...comparing.constructs(), ...comparing.values(), ...comparing.enums(), ...comparing.interfaces()])].sort(),
    added: [...comparing.added].sort(),
    contradictions: comparing.contradictions,
  };
}

const there = exportedBy('src/index.ts');
const here = exportedBy('src/pulumi/index.ts');
const makers = makersIn('src/pulumi/arguments/shapes.generated.ts');

const isConstruct = ({ factories: [first] }: Class) => first?.name === 'new' && first.parameters[0]?.name === 'scope';
/** The interfaces that a type names. */
const namedBy = ({ type }: Declared) => (type?.getText().match(/\w+/g) ?? []).filter(name => there.interfaces.has(name));
/** The name of an interface of options, whose members stand for it. */
const optionsOf = ({ type }: Declared) => [type?.getText() ?? ''].find(name => there.interfaces.has(name) && argumentsFor(name) === name);

class Comparing {
  public readonly added = new Set<string>();
  public readonly contradictions: string[] = [];
  /** Interfaces of which something else has been compared that holds their members. */
  private readonly seen = new Set<string>();

  /** Each construct has a component, and each of its properties an argument. */
  public constructs(): readonly string[] {
    return [...there.classes.values()].filter(isConstruct).flatMap(({ name, factories: [{ parameters }], methods }) => {
      if (!here.classes.has(name)) return this.unsaid(name, parameters);
      const props = parameters[2].type!.getText();
      this.seen.add(props);
      const told = membersOf(props);
      return [...this.members(name, told, slotsOf(name)), ...foreignBases(props), ...methods.map(method => `${name}.${method.name}`)];
    });
  }

  /** Each factory of a class of values is called for some argument, which has a place for each of its parameters. */
  public values(): readonly string[] {
    return [...there.classes.values()].flatMap(each => [
      ...each.factories.filter(({ name }) => name !== 'new' || !isConstruct(each)).flatMap(factory => choicesOf(each).flatMap(choice => this.factory(each, factory, choice))),
      ...isConstruct(each) ? [] : each.methods.flatMap(method => this.method(each, method)),
    ]);
  }

  public enums(): readonly string[] {
    Object.keys(everyShape).filter(name => everyShape[name].kind === 'enum' && !there.enums.has(name)).forEach(name => this.added.add(name));
    return [...there.enums].flatMap(([name, values]) => {
      const shape = everyShape[name];
      return values.filter(value => shape?.kind !== 'enum' || !shape.values.includes(value)).map(value => `${name} '${value}'`);
    });
  }

  /** Whatever is left: interfaces that are written as they are. */
  public interfaces(): readonly string[] {
    const bases = new Set([...there.interfaces.values()].flatMap(each => each.bases));
    return [...there.interfaces.keys()].flatMap(name => {
      const shape = everyShape[argumentsFor(name)];
      if (shape?.kind === 'struct') return this.members(name, membersOf(name), shape.members);
      return shape !== undefined || this.seen.has(name) || bases.has(name) ? [] : [name];
    });
  }

  private factory({ name: owner }: Class, { name, parameters }: Factory, choice: string): readonly string[] {
    const factory = `${owner}.${name}`;
    const maker = makers.find(each => each.factory === factory && isAmong(each, choice));
    // asked for something more, it is one with what it was made of
    if (maker === undefined && name === 'new' && owner in everyShape) return this.members(owner, parameters, slotsOf(owner), true);
    if (maker === undefined) return this.unsaid(factory, parameters);
    const whole = wholeOf(maker);
    const declared = parameters.flatMap(parameter => {
      const options = optionsOf(parameter);
      if (options === undefined) return [parameter];
      this.seen.add(options);
      return options === whole ? [] : membersOf(options);
    });
    return this.members(factory, declared, slotsOf(maker.owner, maker.member), maker.member !== undefined);
  }

  /** What is asked of a value by a call, `Audience.header('x').isExactly('y')`, is a member beside those by which it is made. */
  private method({ name: owner }: Class, { name, parameters }: Factory): readonly string[] {
    const slots = slotsOf(owner);
    if (!(name in slots)) return this.unsaid(`${owner}.${name}`, parameters);
    return this.members(owner, [{ name, optional: true, type: parameters[0]?.type }], { ...slots, ...parameters.length === 0 ? { [name]: { kind: 'any' } } : {} }, true);
  }

  /** With what cannot be said, the interfaces are left out that serve nothing else. */
  private unsaid(what: string, parameters: readonly Declared[]): readonly string[] {
    for (const name of parameters.flatMap(namedBy).filter(each => !this.seen.has(each) && !(argumentsFor(each) in everyShape))) {
      this.seen.add(name);
      this.unsaid(what, membersOf(name));
    }
    return [what];
  }

  /** Those that nothing says. */
  private members(owner: string, declared: readonly Declared[], members: Members, isChosen = false): readonly string[] {
    for (const { name, optional, type } of declared.filter(each => each.name in members)) {
      const [said, written] = [typeText(type), shapeText(members[name])];
      if (said !== written) this.contradictions.push(`${owner}.${name} is ${said} for constructs and ${written} for components`);
      if (!isChosen && optional === (members[name].needed === true)) this.contradictions.push(`${owner}.${name} is ${optional ? 'optional' : 'needed'} for constructs, and not for components`);
    }
    if (!isChosen) Object.keys(members).filter(name => !declared.some(member => member.name === name)).forEach(name => this.added.add(name));
    return declared.filter(({ name }) => !(name in members)).map(({ name }) => `${owner}.${name}`);
  }
}

/** Members of an interface, with those that it inherits from others that are public. */
function membersOf(name: string): readonly Declared[] {
  const found = there.interfaces.get(name);
  return found === undefined ? [] : [...found.members, ...found.bases.flatMap(membersOf)];
}

/** What it inherits from interfaces of others. */
function foreignBases(name: string): readonly string[] {
  return there.interfaces.get(name)?.bases.flatMap(base => there.interfaces.has(base) ? foreignBases(base) : [base]) ?? [];
}

/** The arguments under which a class of values has to be: those of each interface that it is. */
function choicesOf({ name, bases }: Class): readonly string[] {
  const choices = [...new Set(bases.flatMap(withBases).map(argumentsFor))].filter(choice => choice in everyShape);
  return choices.length === 0 ? [name] : choices;
}

function withBases(name: string): readonly string[] {
  return [name, ...(there.interfaces.get(name) ?? there.classes.get(name))?.bases.flatMap(withBases) ?? []];
}

/** Whether a value that is made there can be written where the choice stands. */
function isAmong({ owner, member }: Maker, choice: string): boolean {
  if (owner === choice) return true;
  const shape = everyShape[choice];
  return member === undefined && shape?.kind === 'choice' && Object.values(shape.members).some(({ shape: each }) => each.kind === 'named' && each.name === owner);
}

/** Everything that can be written there, by the name that its factory has for it. */
function slotsOf(owner: string, member?: string): Members {
  const shape = everyShape[owner];
  if (shape?.kind === 'struct') return shape.members;
  if (shape?.kind !== 'choice' || member === undefined) return {};
  const { own, shape: whole } = shape.members[member];
  return { ...shape.beside, ...own === undefined && whole.kind === 'named' ? slotsOf(whole.name) : {}, [own ?? member]: whole };
}

/** The name of the options that are written as they are. */
function wholeOf({ owner, member }: Maker): string | undefined {
  const shape = everyShape[owner];
  return shape?.kind === 'choice' && member !== undefined ? shapeText(shape.members[member].shape) : undefined;
}
