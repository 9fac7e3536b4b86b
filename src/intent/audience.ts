import type { HeaderMatchIntent } from './step';
import type { Leaf } from '../manifests/leaf';
import { mapLeaf } from '../manifests/leaf';

/** Whose requests go to the canary, whatever its weight: they fulfil every one of these. */
export type AudienceIntent = readonly HeaderMatchIntent[];

/** Any value, which may be an empty one. */
export const anyText = '.*';

/** An expression for values that begin with a text, whether or not the router anchors expressions by itself. */
export function beginning(text: Leaf<string>): Leaf<string> {
  return mapLeaf(text, known => `^${literally(known)}.*$`);
}

/** An expression for a `cookie` header with this cookie, wherever it stands in it; without a value, whatever its value is. */
export function cookieExpression(name: string, value?: Leaf<string>): Leaf<string> {
  const before = `^(.*; *)?${literally(name)}=`;
  return value === undefined ? `${before}.*$` : mapLeaf(value, known => `${before}${literally(known)}(;.*)?$`);
}

export function sameAudience(one: AudienceIntent | undefined, other: AudienceIntent | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && one.length === other.length && one.every(({ header, value }, index) =>
    header === other[index].header && value.kind === other[index].value.kind && value.text === other[index].value.text));
}

/** What an expression asks of a header: in plain words where it was made here. */
export function meaningOf(header: string, expression: string): string {
  const { cookie, value, start } = madeHere.exec(expression)?.groups ?? {};
  if (start !== undefined) return `${header} begins with ${plain(start)}`;
  if (cookie !== undefined) return `cookie ${plain(cookie)} is ${value === undefined ? 'there' : plain(value)}`;
  return `${header} ${expression === anyText ? 'is there' : `matches ${expression}`}`;
}

/** As `beginning` and `cookieExpression` write them. */
const literal = String.raw`(?:[^.*+?^$\{}()|[\]\\]|\\.)`;
const madeHere = new RegExp(String.raw`^\^(?:(?<start>${literal}+)\.\*|\(\.\*; \*\)\?(?<cookie>${literal}+?)=(?:(?<value>${literal}*)\(;\.\*\)\?|\.\*))\$$`);

/** The text with which a header has to begin, of an expression that was made for it. */
export function startOf(expression: string): string | undefined {
  const start = madeHere.exec(expression)?.groups?.start;
  return start === undefined ? undefined : plain(start);
}

function plain(escaped: string): string {
  return escaped.replace(/\\(.)/g, '$1');
}

/** A text in which no character means anything to an expression. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
