import type { Field } from './field';

const SOURCES = [['pod hash', 'podTemplateHashValue'], ['field', 'fieldRef'], ['secret', 'secretKeyRef']] as const;

/** An entry of an `args` list: declared by an AnalysisTemplate, or supplied by a Rollout. */
export class Argument {
  readonly name: string | undefined;
  readonly valueFrom: Field;

  constructor(readonly field: Field) {
    this.name = field.textAt('name');
    this.valueFrom = field.at('valueFrom');
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

const HASH = '6c9d8f7b5c';
const METADATA = /^metadata\.(?:(name|namespace|labels|annotations)|(labels|annotations)\['([^']+)'\])$/;
const OF_EXPERIMENTS = /\{\{\s*(templates|experiment)\./;
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
  /** Several rules ask for the same texts. */
  private readonly filled = new Map<string, string>();
  private readonly filledAtRelease = new Map<string, string>();

  /** `metadata` is that of the Rollout, whose fields its arguments may be. */
  constructor(private readonly supplied: readonly Argument[], private readonly declared: readonly Argument[], private readonly metadata?: Field) {}

  /** Whether a template asks for it. */
  declares(name: string | undefined): boolean {
    return name !== undefined && this.declared.some((argument) => argument.name === name);
  }

  /** The argument that will be used, if it has a value at all. One that no template declares is dropped by the controller. */
  find(name: string): Argument | undefined {
    return this.declares(name) ? lastGiven(this.supplied, name) ?? merged(this.declared, name) : undefined;
  }

  /** The text with every argument filled in whose value is written down; other placeholders stay. */
  fill(text: string): string {
    if (!text.includes('{{')) {
      return text;
    }
    let filled = this.filled.get(text);
    if (filled === undefined) {
      filled = this.replace(text, (argument) => argument.literal);
      this.filled.set(text, filled);
    }
    return filled;
  }

  /**
   * The text as the controller has it at a release: with a stand-in for the hash of a version, letters and digits that are no number.
   * What looks like a placeholder in a value is none any more, but for those of experiments.
   */
  fillAtRelease(text: string): string {
    if (!text.includes('{{')) {
      return text;
    }
    let filled = this.filledAtRelease.get(text);
    if (filled === undefined) {
      filled = this.atRelease(text);
      this.filledAtRelease.set(text, filled);
    }
    return filled;
  }

  private atRelease(text: string): string {
    return this.replace(text, (argument) => {
      const { literal } = argument;
      const isPlain = literal === undefined || !literal.includes('{{') || OF_EXPERIMENTS.test(literal);
      return isPlain ? literal ?? this.standIn(argument) : literal.replaceAll('{{', '{ {');
    });
  }

  private standIn({ source, valueFrom }: Argument): string | undefined {
    if (source !== 'field' || this.metadata === undefined) {
      return source === 'pod hash' ? HASH : undefined;
    }
    const [, name, list = '', key = ''] = METADATA.exec(valueFrom.at('fieldRef').textAt('fieldPath') ?? '') ?? [];
    if (name === 'labels' || name === 'annotations') {
      return writtenOut(this.metadata.at(name));
    }
    const field = list === '' ? this.metadata.at(name ?? '') : this.metadata.at(list, key);
    // a label that is not there is an empty text
    return field.text ?? (list === '' || field.isUnknown || field.exists ? undefined : '');
  }

  private replace(text: string, valueOf: (argument: Argument) => string | undefined): string {
    return text.replace(HOLE, (written, tag: string) => {
      const argument = this.find(argumentOf(tag) ?? '');
      return (argument === undefined ? undefined : valueOf(argument)) ?? written;
    });
  }
}

/** All labels or annotations, as Kubernetes makes one text of them. */
function writtenOut(map: Field): string | undefined {
  const texts = map.entries().map(([key, { text }]) => text === undefined ? undefined : `${key}=${JSON.stringify(text)}`);
  return map.isUnknown || texts.includes(undefined) ? undefined : texts.sort().join('\n');
}

function lastGiven(all: readonly Argument[], name: string): Argument | undefined {
  for (let index = all.length - 1; index >= 0; index--) {
    if (all[index].name === name && all[index].isGiven) {
      return all[index];
    }
  }
  return undefined;
}

/** What the controller makes of all templates that ask for it: the first with a value, or else what comes last, if it says anything. */
function merged(all: readonly Argument[], name: string): Argument | undefined {
  let last: Argument | undefined;
  for (const argument of all) {
    if (argument.name === name) {
      last = argument;
      if (argument.field.has('value')) {
        break;
      }
    }
  }
  return last?.isGiven === true ? last : undefined;
}

function argumentOf(tag: string): string | undefined {
  return /^\s*args\.(.*?)\s*$/s.exec(tag)?.[1];
}
