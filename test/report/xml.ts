export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own, entities resolved. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };
const TOKEN = /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** What no document may hold: https://www.w3.org/TR/xml/#charsets. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Reads XML without document types, and throws at whatever is not well-formed. */
export function parseXml(text: string): Element {
  if (FORBIDDEN.test(text)) throw new Error('holds a character that XML does not know');
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`cannot be read at ${at}: ${text.slice(at, at + 60)}`);
    const [, isEnd, name, attributes, isEmpty, content] = match;
    const current = open[open.length - 1];
    if (content !== undefined) {
      if (content.includes(']]>')) throw new Error(`]]> may not stand in text, at ${at}`);
      current.text += resolved(content);
    } else if (name !== undefined && isEnd === '/') {
      if (current.name !== name || open.length === 1) throw new Error(`${current.name} is ended by ${name}`);
      open.pop();
    } else if (name !== undefined) {
      const element: Open = { name, attributes: attributesIn(attributes), children: [], text: '' };
      current.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  if (open.length > 1 || root.children.length !== 1 || root.text.trim() !== '') throw new Error('must be one element, with an end');
  return root.children[0];
}

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`has ${name} twice`);
    attributes[name] = resolved(double ?? single);
  }
  return attributes;
}

function resolved(text: string): string {
  return text.replace(/&(#x?[\da-fA-F]+|\w+)?(;)?/g, (whole, name: string | undefined, end: string | undefined) => {
    const character = name?.startsWith('#') === true
      ? String.fromCodePoint(Number(name.startsWith('#x') ? `0${name.slice(1)}` : name.slice(1))) : ENTITIES[name ?? ''];
    if (end === undefined || character === undefined) throw new Error(`${whole} is no reference`);
    return character;
  });
}
