import { RULED } from './routes';
import { formatPath } from '../../../src/graph/document';
import { faultsIn } from '../../../src/schema/check';
import { isBeyondFormat } from '../../../src/schema/fault';
import type { Fault, RuleFault } from '../../../src/schema/fault';
import { schemaOf } from '../../../src/schema/kinds';
import type { Fields } from '../documents';

/** What the API server says of an object. */
export interface Answer {
  readonly faults?: readonly string[];
  readonly rules?: readonly string[];
}

/** An object, and the definition it is judged by, a file in `test/crds`. */
export interface JudgedObject {
  readonly file: string;
  readonly object: Fields;
}

const TOLD = /^(.+?): Invalid value: (?:"(?:[^"\\]|\\.)*"): (?:.* evaluating rule: )?(.*)$/s;

/** Where we say something else than the API server. Where there are other faults it may ask no rules, so only the verdicts are compared. */
export function differenceFrom({ faults = [], rules = [] }: Answer, { file, object }: JudgedObject): string | undefined {
  const ours = faultsOf({ file, object });
  const others = ours.filter(({ fault }) => fault !== 'rule');
  if (faults.length > 0 || others.length > 0) {
    if (faults.length > 0 && ours.length > 0) return undefined;
    const [theirs, own] = [faults.filter(told => !isUnseen(told)), others.filter(fault => !isNarrower(fault))];
    return theirs.length > 0 ? `only theirs: ${theirs[0]}` : own.length > 0 ? `only ours: ${own[0]!.fault} ${formatPath(own[0]!.path)}` : undefined;
  }
  const left = ours.map(fault => fault as RuleFault);
  for (const told of rules) {
    const [, place, message] = TOLD.exec(told) ?? [];
    const found = left.findIndex(({ rule, path }) => rule.message === message && isWithin(plain(path), plain(place ?? '')));
    if (found < 0) return `only theirs: ${told}`;
    left.splice(found, 1);
  }
  return left.length === 0 ? undefined : `only ours: ${formatPath(left[0]!.path)} ${left[0]!.rule.message}`;
}

/** By this channel of its kind alone. */
function faultsOf({ file, object }: JudgedObject) {
  const { kind, channel } = RULED.find(one => one.file === file)!;
  const schema = schemaOf(kind)!;
  return faultsIn(object, { ...schema, shapes: [schema.shapes[channel]!] });
}

/** Bytes are texts to us. */
function isUnseen(told: string): boolean {
  return told.includes('must be of type byte');
}

/** The definition says int32, and the API server does not look; the controller could not read it. */
function isNarrower(fault: Fault): boolean {
  return fault.fault === 'limit' && isBeyondFormat(fault);
}

/** The two write keys that are no words differently. */
function plain(path: string | readonly (string | number)[]): string {
  return typeof path === 'string' ? path.replace(/\[(\w*[^\]\d]\w*|)\]/g, '.$1') : path.map(key => typeof key === 'number' ? `[${key}]` : `.${key}`).join('').slice(1);
}

function isWithin(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);
}
