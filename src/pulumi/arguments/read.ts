import * as pulumi from '@pulumi/pulumi';
import { Alike } from './alike';
import { placeBelow } from './argument-path';
import { everyShape } from './component-shapes';
import { durationOf, durationProblem } from './durations';
import { lookedAt, pending } from './pending';
import { because } from './plain';
import type { ChoiceShape, Members, Shape, StructShape } from './shape';
import { shown } from './shown';
import { refusedProblems, show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { nearest } from '../../rules/wording';

/** Stands where nothing could be made of what was written, and a problem says why. */
const NOTHING = Symbol('nothing');

/** One of these that stands at two places is one: a question that guards a release and gates its stages is asked by one name. */
const shared: readonly string[] = ['Analysis', 'Action'];

/** What was read, and what is wrong with it. */
export interface Read {
  readonly problems: readonly Problem[];
  /** The value; absent where it could not be made. */
  readonly value?: unknown;
  /** The Outputs on which it depends, each with the place where it was written first. */
  readonly outputs: ReadonlyMap<pulumi.Output<unknown>, string>;
  /** The components that were given as values. */
  readonly components: readonly object[];
}

/** What an Output has turned out to be; undefined while it is not known. */
export type Known = (output: pulumi.Output<unknown>) => { readonly value: unknown } | undefined;

/** Makes of plain data what the floors below know, all problems at once. Outputs travel on as values that are not known. */
export function read(args: unknown, shape: Shape, known: Known = () => undefined): Read {
  const reader = new Reader(known);
  const value = reader.read(args, shape, '');
  const { problems, outputs, components } = reader;
  return { problems, ...value === NOTHING ? {} : { value }, outputs, components: [...components] };
}

/** Values that a component stands for, which may be written where its data may. */
const madeBefore = new WeakMap<object, unknown>();

export function standsFor(component: object, value: unknown): void {
  madeBefore.set(component, value);
}

class Reader {
  public readonly problems: Problem[] = [];
  public readonly outputs = new Map<pulumi.Output<unknown>, string>();
  public readonly components = new Set<object>();
  private readonly alike = new Map(shared.map(name => [name, new Alike()]));

  constructor(private readonly known: Known) {}

  public read(written: unknown, shape: Shape, path: string): unknown {
    if (written === undefined || written === null) return undefined;
    const value = this.turnedOut(written, path);
    if (isLater(value)) return this.later(value, shape, path);
    switch (shape.kind) {
      case 'leaf': return typeof value === shape.type ? value : this.refuse(wrongType(path, shape.type, value));
      case 'duration': return (typeof value === 'string' ? durationOf(value) : undefined) ?? this.refuse(durationProblem(path, value));
      case 'date': return dateOf(value) ?? this.refuse({ property: path, message: `must be a time such as 2026-11-22T06:00:00Z, got ${shown(value)}`, fix: 'write it in RFC 3339' });
      case 'flag': return value === true ? true : this.refuse({ property: path, message: `must be true, got ${shown(value)}`, fix: 'leave it out where it is not meant' });
      case 'any': return this.anything(value, path);
      case 'list': return Array.isArray(value) ? this.whole(value.map((each, index) => this.element(each, shape.of, placeBelow(path, index))))
        : this.refuse({ property: path, message: `must be a list, got ${shown(value)}`, fix: `write [${shown(value)}]` });
      case 'map': return this.map(value, shape.of, path);
      case 'named': return this.named(value, shape.name, path);
    }
  }

  private named(value: unknown, name: string, path: string): unknown {
    const made = isObject(value) ? madeBefore.get(value) : undefined;
    if (made !== undefined) {
      this.components.add(value as object);
      return made;
    }
    const shape = everyShape[name];
    switch (shape.kind) {
      case 'enum': return shape.values.includes(value as string) ? value : this.refuse({
        property: path, message: `must be one of ${shape.values.join(', ')}, got ${shown(value)}`, fix: `write ${show((typeof value === 'string' ? nearest(value, shape.values) : undefined) ?? shape.values[0])}`,
      });
      case 'struct': return this.struct(value, shape, path);
      case 'choice': {
        const make = () => this.choice(value, shape, path);
        return this.alike.get(name)?.once(value, make, each => each !== NOTHING) ?? make();
      }
    }
  }

  private struct(value: unknown, shape: StructShape, path: string): unknown {
    if (!isObject(value)) return this.refuse(notAnObject(path, value, Object.keys(shape.members)));
    const members = this.members(value, shape.members, path);
    if (members === NOTHING || shape.make === undefined) return members;
    const { make } = shape;
    return this.made(() => make(members), property => joined(path, property));
  }

  private choice(value: unknown, shape: ChoiceShape, path: string): unknown {
    const names = Object.keys(shape.members);
    if (!isObject(value)) return this.refuse(notAnObject(path, value, names));
    const given = names.filter(name => value[name] !== undefined && value[name] !== null);
    const strangers = this.strangers(value, [...names, ...Object.keys(shape.beside)], path);
    if (given.length !== 1) {
      return strangers && given.length === 0 ? NOTHING : this.refuse({
        property: path,
        message: `must hold exactly one of ${names.join(', ')}, got ${given.length === 0 ? 'none of them' : given.join(' and ')}`,
        fix: given.length === 0 ? `write the one you mean, such as ${names[0]}` : 'keep the one you mean',
      });
    }
    const [name] = given;
    const member = shape.members[name];
    const own = this.read(value[name], member.shape, joined(path, name));
    const beside = this.members(value, shape.beside, path, names);
    if (own === NOTHING || beside === NOTHING || strangers) return NOTHING;
    return this.made(() => member.make(own, beside), property => {
      const [first] = /^\w*/.exec(property)!;
      if (first === member.own || first === name) return joined(path, `${name}${property.slice(first.length)}`);
      return first in shape.beside || first === '' ? joined(path, property) : joined(joined(path, name), property);
    });
  }

  private members(value: Readonly<Record<string, unknown>>, members: Members, path: string, others: readonly string[] = []): unknown {
    const missing = Object.entries(members).filter(([name, { needed }]) => needed === true && (value[name] === undefined || value[name] === null));
    for (const [name] of missing) {
      this.refuse({ property: joined(path, name), message: 'must be given, got none', fix: `write ${name}` });
    }
    const strangers = others.length > 0 ? false : this.strangers(value, Object.keys(members), path);
    const found = Object.entries(members).map(([name, shape]) => [name, this.read(value[name], shape, joined(path, name))] as const)
      .filter(([, each]) => each !== undefined);
    return missing.length > 0 || strangers || found.some(([, each]) => each === NOTHING) ? NOTHING : Object.fromEntries(found);
  }

  /** What has no place there. A program that is not type-checked may write it. */
  private strangers(value: Readonly<Record<string, unknown>>, names: readonly string[], path: string): boolean {
    const found = Object.keys(value).filter(name => value[name] !== undefined && value[name] !== null && !names.includes(name));
    for (const name of found) {
      const meant = nearest(name, names);
      this.refuse({
        property: joined(path, name),
        message: `is not known here${meant === undefined ? `, where there are ${names.join(', ')}` : ''}`,
        fix: meant === undefined ? 'drop it' : `write ${meant}`,
      });
    }
    return found.length > 0;
  }

  private map(value: unknown, of: Shape, path: string): unknown {
    if (!isObject(value)) return this.refuse({ property: path, message: `must be an object with texts as keys, got ${shown(value)}`, fix: 'write for example { key: "value" }' });
    const entries = Object.entries(value).map(([key, each]) => [key, this.read(each, of, placeBelow(path, key))] as const)
      .filter(([, each]) => each !== undefined);
    return entries.some(([, each]) => each === NOTHING) ? NOTHING : Object.fromEntries(entries);
  }

  private element(written: unknown, shape: Shape, path: string): unknown {
    return written === undefined || written === null ? this.refuse({ property: path, message: 'must be given, got none', fix: 'drop it from the list' }) : this.read(written, shape, path);
  }

  /** As Kubernetes knows it: nothing is said of it here but that it has to be data, since the rules know it better. */
  private anything(written: unknown, path: string, above: readonly unknown[] = []): unknown {
    const value = this.turnedOut(written, path);
    if (isLater(value)) return pending(outputOf(value), path);
    if (above.includes(value)) return this.refuse({ property: path, message: 'must not hold what holds it', fix: 'write a copy without it' });
    if (!isData(value)) return this.refuse({ property: path, message: `must be plain data, got ${shown(value)}`, fix: 'write a text, a number, a list or an object' });
    if (typeof value !== 'object' || value === null) return value;
    const below = [...above, value];
    if (Array.isArray(value)) return this.whole(value.map((each, index) => this.anything(each, placeBelow(path, index), below)));
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, this.anything(each, placeBelow(path, key), below)] as const);
    return entries.some(([, each]) => each === NOTHING) ? NOTHING : Object.fromEntries(entries);
  }

  private later(value: pulumi.Output<unknown> | Promise<unknown>, shape: Shape, path: string): unknown {
    if (shape.plain !== undefined) return this.refuse(mustBeKnown(path, because[shape.plain]));
    switch (shape.kind) {
      case 'leaf': case 'any': return pending(outputOf(value), path);
      case 'duration': return pending(outputOf(value).apply(text => (typeof text === 'string' ? durationOf(text) : undefined) ?? unreadable), path);
      default: return this.refuse(mustBeKnown(path));
    }
  }

  private whole(values: readonly unknown[]): unknown {
    return values.includes(NOTHING) ? NOTHING : values;
  }

  private turnedOut(written: unknown, path: string): unknown {
    if (!isLater(written)) return written;
    const output = outputOf(written);
    if (!this.outputs.has(output)) this.outputs.set(output, path);
    const known = this.known(output);
    return known === undefined ? written : known.value;
  }

  /** Calls who makes the value, and tells what it refuses at the place where it was written. */
  private made(make: () => unknown, placed: (property: string) => string): unknown {
    try {
      return make();
    } catch (error) {
      const looked = lookedAt(error);
      const problems = looked === undefined ? refusedProblems(error) : [mustBeKnown(looked)];
      if (problems === undefined) throw error;
      for (const problem of problems) this.refuse(looked === undefined ? { ...problem, property: placed(problem.property) } : problem);
      return NOTHING;
    }
  }

  private refuse(problem: Problem): typeof NOTHING {
    this.problems.push(problem);
    return NOTHING;
  }
}

/** What nothing can be counted with; that it cannot be read is told by who reads it when it is known. */
const unreadable = { toMilliseconds: () => NaN };

/** Said of an Output in whose place nothing but a plain value will do. */
export function mustBeKnown(property: string, why = 'what is written depends on it'): Problem {
  return {
    property,
    message: `must be a plain value, since ${why}, got an Output`,
    fix: 'take it from the configuration of the stack, or build the component where the value is known',
  };
}

const outputs = new WeakMap<object, pulumi.Output<unknown>>();

/** The same Output each time it is asked for. */
function outputOf(value: pulumi.Output<unknown> | Promise<unknown>): pulumi.Output<unknown> {
  if (pulumi.Output.isInstance(value)) return value;
  const output = outputs.get(value) ?? pulumi.output(value);
  outputs.set(value, output);
  return output;
}

function isLater(value: unknown): value is pulumi.Output<unknown> | Promise<unknown> {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function dateOf(value: unknown): Date | undefined {
  const date = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it can be written as JSON, as far as can be seen from outside. */
function isData(value: unknown): boolean {
  if (typeof value === 'object') return value === null || ['Array', 'Object'].includes(Object.prototype.toString.call(value).slice(8, -1));
  return ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}

function joined(path: string, name: string): string {
  if (name === '') return path;
  return path === '' ? name : `${path}.${name}`;
}

function wrongType(property: string, type: 'string' | 'number' | 'boolean', value: unknown): Problem {
  const words = { string: 'text', number: 'a number', boolean: 'true or false' }[type];
  const meant = type === 'number' && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? `write ${Number(value)}`
    : type === 'boolean' && (value === 'true' || value === 'false') ? `write ${value}`
      : type === 'string' && typeof value === 'number' ? `write ${show(String(value))}` : `write ${words}`;
  return { property, message: `must be ${words}, got ${shown(value)}`, fix: meant };
}

function notAnObject(property: string, value: unknown, names: readonly string[]): Problem {
  return { property, message: `must be an object with ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' or others' : ''}, got ${shown(value)}`, fix: `write { ${names[0]}: ... }` };
}
