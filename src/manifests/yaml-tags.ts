import type { YamlCursor } from './yaml-cursor';
import { meaningOf } from './yaml-values';
import type { PlainValue } from './yaml-values';

const STANDARD = 'tag:yaml.org,2002:';
const TAG = /[\w\-;/?:@&=+$,.!~*'()[\]%]*/y;
const NAME = /[\w-]*/y;

/** Reads the name behind `&` or `*`, at which the cursor stands. */
export function readName(cursor: YamlCursor): string {
  NAME.lastIndex = cursor.pos + 1;
  const [name] = NAME.exec(cursor.text)!;
  const end = cursor.pos + 1 + name.length;
  if (name === '' || !(cursor.isBlank(end) || '?:,]}%@`'.includes(cursor.text.charAt(end)))) {
    cursor.fail(`needs a name of letters and digits behind "${cursor.text.charAt(cursor.pos)}"`);
  }
  cursor.pos = end;
  return name;
}

/** Reads a tag, such as `!!str`; its short form is given back for those of the standard, and `!` for the one without a name. */
export function readTag(cursor: YamlCursor): string {
  const { text, pos } = cursor;
  const isWhole = text.charAt(pos + 1) === '<';
  TAG.lastIndex = pos + (isWhole ? 2 : 1);
  const [name] = TAG.exec(text)!;
  let end = TAG.lastIndex;
  if (isWhole && text.charAt(end++) !== '>') {
    cursor.fail('opens a tag with "!<" that nothing closes');
  }
  if (!cursor.isBlank(end)) {
    cursor.fail('needs a space behind a tag');
  }
  if (name === '!' || /%(?![0-9a-fA-F]{2})/.test(name)) {
    cursor.fail(`has a tag that cannot be read: !${name}`);
  }
  if (!isWhole && /^[\w-]+!/.test(name)) {
    cursor.fail(`uses the tag "!${name}", whose first part nothing defines`);
  }
  cursor.pos = end;
  if (isWhole) {
    return name.startsWith(STANDARD) ? `!!${name.slice(STANDARD.length)}` : name;
  }
  return `!${name}`;
}

/** What a text means under a tag; undefined where it cannot be that. */
export function taggedValue(tag: string, text: string): PlainValue | undefined {
  switch (tag) {
    case '!!str':
      return text;
    case '!!binary':
      return binaryText(text);
    case '!!timestamp':
      return /^\d{4}-\d{1,2}-\d{1,2}/.test(text) ? text : undefined;
    case '!!int': case '!!float': case '!!bool': case '!!null': {
      const meaning = meaningOf(text);
      return KINDS[tag](meaning, text) ? meaning : undefined;
    }
    default:
      return text;
  }
}

const KINDS: Readonly<Record<string, (meaning: PlainValue, text: string) => boolean>> = {
  '!!int': (meaning, text) => typeof meaning === 'number' && !/[.]|^[-+]?\d[\d_]*e/i.test(text),
  '!!float': (meaning) => typeof meaning === 'number',
  '!!bool': (meaning) => typeof meaning === 'boolean',
  '!!null': (meaning) => meaning === null,
};

/** Bytes become text, as they would in JSON. */
function binaryText(text: string): string | undefined {
  const written = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(written)) {
    return undefined;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(atob(written), (character) => character.charCodeAt(0)));
}
