import { lastingSeconds } from '../intent/checks';
import type { OwnQuestion } from '../intent/metric-source';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { SecretReference } from '../intent/secret-reference';
import { isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Where a store answers: a value that is not known yet passes. */
export function addressProblem(address: Leaf<string>, example: string, property = 'address'): Problem | undefined {
  if (isOpaque(address) || /^https?:\/\/[^/\s]+/.test(address)) return undefined;
  const mended = /^[\w.-]+(:\d+)?(\/.*)?$/.test(address) ? `write "http://${address}"` : `write for example "${example}"`;
  return { property, message: `must begin with http:// or https:// and name a host, got ${show(address)}`, fix: mended };
}

/** A text that has to be there, such as the name of an account. */
export function textProblem(property: string, text: Leaf<string>, fix: string): Problem | undefined {
  return isOpaque(text) || text.trim() !== '' ? undefined : { property, message: `must not be empty, got ${show(text)}`, fix };
}

/** A time that a request may take, or that lies between two values. */
export function timeProblem(property: string, seconds: Leaf<number> | undefined, example: number): Problem | undefined {
  const problem = lastingSeconds(property, seconds);
  return problem && { ...problem, fix: `write Duration.seconds(${example})` };
}

/** A Secret of which the store reads keys that it knows by itself. */
export function wholeSecret(property: string, secret: SecretReference | undefined, keys: string): Problem | undefined {
  return secret?._key === undefined ? undefined : {
    property, message: `must name no key, got ${show(secret._key)}: ${keys} ${keys.includes(' ') ? 'are' : 'is'} read`, fix: `write SecretReference.named(${show(secret.secretName)})`,
  };
}

/** What to tell somebody who says what no data means to a store that cannot tell it from a number or an error. */
export function deafToSilence({ noData, criterion }: OwnQuestion, why: string, fix: string): Problem | undefined {
  return noData === 'hold' || criterion === undefined ? undefined : {
    property: 'noData', message: `cannot ${noData} with this store: ${why}`, fix,
  };
}

/** Whether a known query is without something it needs; one that is not known yet may have it. */
export function lacks(query: Leaf<string>, wanted: RegExp): query is string {
  return !isOpaque(query) && !wanted.test(query);
}

/** The texts in a value, however deep, that are known. */
export function knownTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(knownTexts);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? Object.values(value).flatMap(knownTexts) : [];
}
