import { didYouMean } from './arguments';
import { readInput } from './input';
import { UsageError } from './io';
import type { Io } from './io';
import { checkRule } from './rule-choice';
import { readYamlValue } from '../manifests/yaml-value';
import type { Waiver } from '../rules/waiver';
import { shown } from '../rules/wording';

const KEYS = ['rule', 'resource', 'reason'] as const;
const FORM = 'must be a list of { rule, resource, reason }';

/** Reads what is waived from a file of its own: a list of rule, resource and reason. Anything else in it is refused, at its place. */
export async function readWaiverFile(path: string, io: Io): Promise<readonly Waiver[]> {
  const { value, locate, problem } = readYamlValue(await readInput(path, io));
  const refuse = (message: string, { line, column } = locate([])): never => {
    throw new UsageError(`${path}:${line}:${column}: ${message}`);
  };
  if (problem !== undefined) {
    return refuse(`cannot be read: ${problem.message}`, problem);
  }
  if (!Array.isArray(value)) {
    return refuse(`${FORM}, got ${value === null || value === undefined ? 'nothing' : shown(value)}`);
  }
  return value.map((entry: unknown, index): Waiver => {
    const place = locate([index]);
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      return refuse(`${FORM}, got ${shown(entry)} in it`, place);
    }
    const unknown = Object.keys(entry).find((key) => !(KEYS as readonly string[]).includes(key));
    if (unknown !== undefined) {
      refuse(`a waiver has rule, resource and reason, got ${unknown}${didYouMean(unknown, KEYS)}`, locate([index, unknown]));
    }
    const [rule, resource, reason] = KEYS.map((key) => {
      const written = Object.hasOwn(entry, key) ? (entry as Record<string, unknown>)[key] : undefined;
      return typeof written === 'string' && written.trim() !== '' ? written.trim()
        : refuse(`a waiver needs a ${key}${written === undefined ? '' : `, got ${shown(written)}`}${key === 'reason' ? ': say why the finding is accepted' : ''}`, place);
    });
    return { rule: checkRule(`${path}:${place.line}:${place.column}`, rule), resource, reason, place: { file: path, ...place } };
  });
}
