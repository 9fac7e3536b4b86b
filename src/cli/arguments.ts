import { parseArgs } from 'node:util';
import { UsageError } from './io';
import { helpOption } from './option';
import type { Option } from './option';
import { listed, nearest } from '../rules/wording';

/** What a command was given, checked against what it takes. */
export class Arguments {
  constructor(readonly positionals: readonly string[], private readonly given: ReadonlyMap<string, readonly string[]>) {}

  has(option: string): boolean {
    return this.given.has(option);
  }

  /** The last one counts. */
  value(option: string): string | undefined {
    return this.given.get(option)?.at(-1);
  }

  /** Each value of an option that takes several, once. */
  values(option: string): readonly string[] {
    return [...new Set(this.given.get(option))];
  }
}

/** What is known of a command before it runs. */
interface Taking {
  readonly name: string;
  readonly options: Readonly<Record<string, Option>>;
}

/** Reads the arguments of a command, and refuses what it does not take. */
export function readArguments({ name, options }: Taking, args: readonly string[]): Arguments {
  const all: Readonly<Record<string, Option>> = { ...options, help: helpOption };
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(all).map(([option, { value, short }]) => [
      option, { type: value === undefined ? 'boolean' as const : 'string' as const, multiple: true, ...(short === undefined ? {} : { short }) },
    ])),
    allowPositionals: true,
    // ours knows what was probably meant
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      positionals.push(token.value);
    } else if (token.kind === 'option') {
      const option = Object.hasOwn(all, token.name) ? all[token.name] : undefined;
      if (option === undefined) {
        throw new UsageError(unknownOption(name, token.name, token.rawName, Object.keys(all)));
      }
      given.set(token.name, [...given.get(token.name) ?? [], ...checked(name, token, option)]);
    }
  }
  return new Arguments(positionals, given);
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string;
  readonly inlineValue?: boolean;
}

function checked(command: string, { name, rawName, value, inlineValue }: OptionToken, option: Option): readonly string[] {
  if (option.value === undefined) {
    if (value !== undefined) {
      throw new UsageError(`${command}: ${rawName} takes no value, got ${value}`);
    }
    return [''];
  }
  // what looks like the next option is one, unless it stands behind an equals sign
  if (value === undefined || (inlineValue !== true && value.length > 1 && value.startsWith('-'))) {
    throw new UsageError(`${command}: ${rawName} needs a value: --${name} ${option.value}`);
  }
  // a file may well have a comma in its name
  const values = option.list === undefined || option.completes === 'files' ? [value] : value.split(',').map((each) => each.trim()).filter((each) => each !== '');
  for (const each of values) {
    if (option.choices !== undefined && !option.choices.includes(each)) {
      throw new UsageError(`${command}: --${name} must be ${option.list === undefined ? 'one' : 'some'} of ${option.choices.join(', ')}, got ${each}${didYouMean(each, option.choices)}`);
    }
  }
  return values;
}

function unknownOption(command: string, name: string, written: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  const hint = meant === undefined ? `there is ${listed(names.map((each) => `--${each}`))}` : `did you mean --${meant}?`;
  return `${command}: there is no option ${written}; ${hint}`;
}

/** `; did you mean x?`, or nothing. */
export function didYouMean(name: string, names: readonly string[]): string {
  // one number is as near as the other
  const meant = /^[\d.]+$/.test(name) ? undefined : nearest(name, names);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}
