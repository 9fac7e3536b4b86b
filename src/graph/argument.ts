import type { Field } from './field';

/** An entry of an `args` list: declared by an AnalysisTemplate, or supplied by a Rollout. */
export class Argument {
  readonly name: string | undefined;
  readonly value: Field;
  readonly valueFrom: Field;

  constructor(readonly field: Field) {
    this.name = field.at('name').text;
    this.value = field.at('value');
    this.valueFrom = field.at('valueFrom');
  }

  /** Whether it says a value, or where to take one from. */
  get isGiven(): boolean {
    return this.value.exists || this.valueFrom.exists;
  }

  /** Where the controller takes the value from. A source wins over a value. */
  get source(): 'value' | 'pod hash' | 'field' | 'secret' | 'unknown' {
    if (!this.valueFrom.exists) {
      return 'value';
    }
    const sources: readonly ['pod hash' | 'field' | 'secret', string][] = [
      ['pod hash', 'podTemplateHashValue'],
      ['field', 'fieldRef'],
      ['secret', 'secretKeyRef'],
    ];
    return sources.find(([, key]) => this.valueFrom.has(key))?.[0] ?? 'unknown';
  }

  /** The value, when it is written down as plain text. */
  get literal(): string | undefined {
    return this.source === 'value' ? this.value.text : undefined;
  }
}

const HOLE = /\{\{(.*?)\}\}/gs;

/** The placeholders of a text; `argument` is the x of `{{args.x}}`, and missing from what is no such placeholder. */
export function holesIn(text: string): { readonly argument?: string; readonly written: string }[] {
  return text.includes('{{')
    ? [...text.matchAll(HOLE)].map(([written, tag]) => ({ argument: argumentOf(tag), written }))
    : [];
}

/** The arguments of one analysis run: what the Rollout supplies wins over what the templates say. */
export class ArgumentSet {
  private readonly byName = new Map<string, Argument>();
  private readonly declaredNames = new Set<string>();

  constructor(supplied: readonly Argument[], declared: readonly Argument[]) {
    for (const argument of declared) {
      this.take(argument);
      if (argument.name !== undefined) {
        this.declaredNames.add(argument.name);
      }
    }
    for (const argument of supplied) {
      // An argument that no template declares is dropped by the controller.
      if (this.declares(argument.name)) {
        this.take(argument);
      }
    }
  }

  /** Whether a template asks for it. */
  declares(name: string | undefined): boolean {
    return name !== undefined && this.declaredNames.has(name);
  }

  /** The argument that will be used, if it has a value at all. */
  find(name: string): Argument | undefined {
    return this.byName.get(name);
  }

  /** The text with every argument filled in whose value is written down; other placeholders stay. */
  fill(text: string): string {
    return text.includes('{{')
      ? text.replace(HOLE, (written, tag: string) => this.byName.get(argumentOf(tag) ?? '')?.literal ?? written)
      : text;
  }

  private take(argument: Argument): void {
    if (argument.name !== undefined && argument.isGiven) {
      this.byName.set(argument.name, argument);
    }
  }
}

function argumentOf(tag: string): string | undefined {
  return /^\s*args\.(.*?)\s*$/s.exec(tag)?.[1];
}
