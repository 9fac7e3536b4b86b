import type { Field } from './field';

const SOURCES = [['pod hash', 'podTemplateHashValue'], ['field', 'fieldRef'], ['secret', 'secretKeyRef']] as const;

/** An entry of an `args` list: declared by an AnalysisTemplate, or supplied by a Rollout. */
export class Argument {
  readonly name: string | undefined;

  constructor(readonly field: Field) {
    this.name = field.textAt('name');
  }

  get valueFrom(): Field {
    return this.field.at('valueFrom');
  }

  /** Whether it says a value, or where to take one from. */
  get isGiven(): boolean {
    return this.field.has('value') || this.field.has('valueFrom');
  }

  /** Where the controller takes the value from. A source wins over a value. */
  get source(): 'value' | 'pod hash' | 'field' | 'secret' | 'unknown' {
    if (!this.field.has('valueFrom')) {
      return 'value';
    }
    const { valueFrom } = this;
    return SOURCES.find(([, key]) => valueFrom.has(key))?.[0] ?? 'unknown';
  }

  /** The value, when it is written down as plain text. */
  get literal(): string | undefined {
    return this.source === 'value' ? this.field.textAt('value') : undefined;
  }
}

const HOLE = /\{\{(.*?)\}\}/gs;

/** `{{...}}` in a text; `argument` is the x of `{{args.x}}`, and missing from what is no such placeholder. */
export interface Hole {
  readonly argument?: string;
  readonly written: string;
}

/** The placeholders of a text, equal ones once. */
export function holesIn(text: string): Hole[] {
  const tags = new Map(Array.from(text.matchAll(HOLE), ([written, tag]) => [written, tag]));
  return [...tags].map(([written, tag]) => ({ argument: argumentOf(tag), written }));
}

/** The arguments of one analysis run: what the Rollout supplies wins over what the templates say. They are few, so they are lists. */
export class ArgumentSet {
  constructor(private readonly supplied: readonly Argument[], private readonly declared: readonly Argument[]) {}

  /** Whether a template asks for it. */
  declares(name: string | undefined): boolean {
    return name !== undefined && this.declared.some((argument) => argument.name === name);
  }

  /** The argument that will be used, if it has a value at all. One that no template declares is dropped by the controller. */
  find(name: string): Argument | undefined {
    return this.declares(name) ? lastGiven(this.supplied, name) ?? lastGiven(this.declared, name) : undefined;
  }

  /** The text with every argument filled in whose value is written down; other placeholders stay. */
  fill(text: string): string {
    return text.includes('{{')
      ? text.replace(HOLE, (written, tag: string) => this.find(argumentOf(tag) ?? '')?.literal ?? written)
      : text;
  }
}

function lastGiven(all: readonly Argument[], name: string): Argument | undefined {
  for (let index = all.length - 1; index >= 0; index--) {
    if (all[index].name === name && all[index].isGiven) {
      return all[index];
    }
  }
  return undefined;
}

function argumentOf(tag: string): string | undefined {
  return /^\s*args\.(.*?)\s*$/s.exec(tag)?.[1];
}
