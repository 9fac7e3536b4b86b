import type { SourceDocument } from '../../src/graph/document';
import { formatPath } from '../../src/graph/document';
import { readYamlValue } from '../../src/manifests/yaml-value';
import type { Finding } from '../../src/rules/finding';

type Key = string | number;
type Fields = Record<Key, unknown>;

/** What ends a value, behind which a fix says why, or what else would do. */
const END = /^(?:, | or | for | and | in | at | to | without quotes| instead| beside |; |$)/;
/** What comes behind a value that has to stand in another place, which may be another object. */
const ELSEWHERE = /^ (?:in (?!the place)|at |beside (?!it\b))/;
const PAIR = /^(?:"[^"]+"|[\w./-]+): (?!\.\.\.)/;

/**
 * The documents as a fix of the form `write key: value` would have them: at the place that has this key, or below or beside the place.
 * Undefined where a fix says something else, or leaves a value open.
 */
export function applied(documents: readonly SourceDocument[], finding: Finding): readonly SourceDocument[] | undefined {
  const { written, isHere } = writtenBy(finding.fix ?? '');
  const path = pathOf(finding.path);
  if (!isHere || written.length === 0 || written.some((each) => each.includes('...'))) {
    return undefined;
  }
  const manifest = structuredClone(documents[finding.document].manifest);
  for (const text of written) {
    const { value, problem } = readYamlValue(text);
    expect({ text, problem }).toEqual({ text });
    set(manifest as unknown as Fields, path, value as Fields, / beside it\b/.test(finding.fix ?? ''));
  }
  if (/ instead\b/.test(finding.fix ?? '') || finding.rule === 'known-fields') {
    delete (valueAt(manifest as unknown as Fields, path.slice(0, -1)) as Fields)[path[path.length - 1]];
  }
  return documents.map((document, index) => index === finding.document ? { manifest } : document);
}

/** `count: 720` and `inconclusiveLimit: 719` of `write count: 720 and inconclusiveLimit: 719, with a ...`. */
function writtenBy(fix: string): { readonly written: readonly string[]; readonly isHere: boolean } {
  let rest = fix.replace(/^write (?:for example )?/, '');
  const written: string[] = [];
  while (rest !== fix && PAIR.test(rest)) {
    const length = lengthOf(rest);
    written.push(rest.slice(0, length));
    rest = rest.slice(length).replace(/^,? and /, '');
  }
  return { written, isHere: !ELSEWHERE.test(rest) };
}

/** Up to the end of the value, past brackets and quotes. */
function lengthOf(text: string): number {
  let depth = 0;
  let isQuoted = false;
  let index = 0;
  while (index < text.length && (depth > 0 || isQuoted || !END.test(text.slice(index)))) {
    isQuoted = text[index] === '"' ? !isQuoted : isQuoted;
    depth += isQuoted ? 0 : Number('[{('.includes(text[index])) - Number(']})'.includes(text[index]));
    index++;
  }
  return index;
}

/** At the last place on the way that has this key; otherwise below the place, or beside it where it holds a bare value. */
function set(manifest: Fields, path: readonly Key[], pair: Fields, isBeside: boolean): void {
  const [[key, value]] = Object.entries(pair);
  const above = path.lastIndexOf(key);
  const place = valueAt(manifest, path);
  const way = above >= 0 ? path.slice(0, above) : isFields(place) && !isBeside ? path : path.slice(0, -1);
  const holder = madeAt(manifest, way);
  holder[key] = value;
}

function madeAt(manifest: Fields, path: readonly Key[]): Fields {
  return path.reduce((holder, key) => {
    if (!isFields(holder[key])) {
      holder[key] = {};
    }
    return holder[key] as Fields;
  }, manifest);
}

function valueAt(manifest: Fields, path: readonly Key[]): unknown {
  return path.reduce<unknown>((value, key) => isFields(value) ? value[key] : undefined, manifest);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** The way back from `spec.steps[0]["a.b"]`. */
function pathOf(text: string): readonly Key[] {
  const path = Array.from(text.matchAll(/([^.[\]"]+)(?=[.[]|$)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g), ([, name, index, quoted]) =>
    name ?? (index === undefined ? JSON.parse(quoted) as string : Number(index)));
  expect(formatPath(path)).toBe(text);
  return path;
}
