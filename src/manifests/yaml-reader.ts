import { readBlockText } from './yaml-block-text';
import { COLON, TAB, YamlCursor } from './yaml-cursor';
import { readFlow } from './yaml-flow';
import { NO_PROPERTIES, YamlNodes } from './yaml-nodes';
import type { Properties, YamlKey, YamlMap } from './yaml-nodes';
import type { YamlRecorder } from './yaml-notes';
import { readPlain } from './yaml-plain';
import { readQuoted } from './yaml-quoted';

const DASH = 0x2d;
const QUESTION = 0x3f;
const NO_START = ',]}%@`\t';
const NO_KEY = 'needs a key with a colon here, in line with the others of its map';

/** Where a value stands. */
interface Place {
  /** The column of the collection that it is a part of; -1 for a document. */
  readonly parent: number;
  readonly container?: YamlMap | unknown[];
  readonly key?: string | number;
}

/**
 * Reads one document as the clients of Kubernetes do, which is neither all of YAML nor only YAML. It is content with what they are
 * content with, such as a key that stands twice; `nodes.isRemarkable` tells that there is something of that sort.
 */
export class YamlReader {
  /** Where the document ends while there is more behind it, which nobody reads. */
  ignoredFrom?: number;
  readonly nodes: YamlNodes;
  private readonly cursor: YamlCursor;

  constructor(text: string, isJson: boolean, private readonly recorder?: YamlRecorder) {
    this.cursor = new YamlCursor(text, isJson);
    this.nodes = new YamlNodes(this.cursor, recorder);
  }

  /** Throws `YamlFault`. */
  read(): unknown {
    const { cursor } = this;
    cursor.skip(false);
    if (cursor.code === 0x25 && cursor.column === 0) {
      cursor.fail('begins with a directive, of which clients of Kubernetes know none');
    }
    if (cursor.isEndMark(cursor.pos)) {
      cursor.fail('has "..." and no document before it');
    }
    if (this.recorder !== undefined) {
      this.recorder.start = cursor.pos;
    }
    const value = this.node({ parent: -1 }, true, false);
    cursor.skip(true);
    if (cursor.isEndMark(cursor.pos)) {
      cursor.pos += 3;
      cursor.skip(true);
    }
    if (cursor.pos < cursor.text.length) {
      this.ignoredFrom = cursor.pos;
    }
    return value;
  }

  /** A value. `mayBeMap`: a map or list of several lines may begin on this one; `dashAtParent`: a list may stand in line with its key. */
  private node(place: Place, mayBeMap: boolean, dashAtParent: boolean): unknown {
    const { cursor, nodes } = this;
    let isFree = cursor.skip(!mayBeMap) || mayBeMap;
    if (this.isEmpty(place.parent, dashAtParent)) {
      return this.scalar('', true, NO_PROPERTIES, place);
    }
    let { pos: start, code } = cursor;
    if (code !== 0x26 && code !== 0x21) {
      return this.content(place, start, isFree, NO_PROPERTIES, NO_PROPERTIES);
    }
    let outer: Properties = NO_PROPERTIES;
    let inner: Properties = NO_PROPERTIES;
    while (code === 0x26 || code === 0x21) {
      inner = nodes.properties(inner);
      if (cursor.skip(true)) {
        [outer, inner] = [nodes.joined(outer, inner), NO_PROPERTIES];
        isFree = true;
        start = cursor.pos;
        if (this.isEmpty(place.parent, dashAtParent)) {
          return this.scalar('', true, outer, place);
        }
      }
      ({ code } = cursor);
    }
    return this.content(place, start, isFree, outer, inner);
  }

  /** What the cursor stands at. Anchors and tags in the line of a key (`inner`) are those of the key, those above it of its map. */
  private content(place: Place, start: number, isFree: boolean, outer: Properties, inner: Properties): unknown {
    const { cursor, nodes } = this;
    const { code, lineStart } = cursor;
    const own = (): Properties => inner === NO_PROPERTIES ? outer : outer === NO_PROPERTIES ? inner : nodes.joined(outer, inner);
    const isBare = start === cursor.pos;
    if ((code === DASH || code === QUESTION || code === COLON) && cursor.isBlank(cursor.pos + 1)) {
      if (!isFree || !isBare) {
        cursor.fail(code === DASH ? 'cannot have a list begin here: it needs a line of its own' : 'has a colon where no key can be');
      }
      return nodes.anchored(outer, () => code === DASH ? this.list(cursor.column, place.parent) : this.map(cursor.column));
    }
    if (cursor.isAtEnd) {
      return this.scalar('', true, own(), place);
    }
    if (code === 0x5b || code === 0x7b) {
      const value = nodes.anchored(own(), () => readFlow(nodes));
      this.noKey(start, lineStart, 'needs a key that is a text, got a list or a map');
      return value;
    }
    if (code === 0x7c || code === 0x3e) {
      return this.scalar(readBlockText(cursor, place.parent), false, own(), place);
    }
    if (code === 0x2a) {
      if (!isBare) {
        cursor.fail('cannot have an anchor or a tag before an alias');
      }
      const value = nodes.alias();
      return this.isKey(start, lineStart, isFree) ? nodes.anchored(outer, () => this.map(start - lineStart, this.keyOfValue(value, start))) : value;
    }
    const isQuoted = code === 0x22 || code === 0x27;
    const text = isQuoted ? readQuoted(cursor) : this.plain(place.parent);
    if (this.isKey(start, lineStart, isFree)) {
      const key = this.keyOf(text, !isQuoted, inner, start);
      return nodes.anchored(outer, () => this.map(start - lineStart, key));
    }
    return this.scalar(text, !isQuoted, own(), place);
  }

  /** Whether there is no value: what comes next is a part of something further out. */
  private isEmpty(parent: number, dashAtParent: boolean): boolean {
    const { cursor } = this;
    if (cursor.isAtEnd) {
      return true;
    }
    const { column } = cursor;
    return column <= parent && !(dashAtParent && column === parent && cursor.code === DASH && cursor.isBlank(cursor.pos + 1));
  }

  private list(column: number, parent: number): unknown[] {
    const { cursor, nodes } = this;
    const list: unknown[] = [];
    nodes.enter();
    for (;;) {
      cursor.pos++;
      const element = this.elementStart();
      nodes.add(list, this.node({ parent: column, container: list, key: list.length }, true, false), element);
      if (!this.isNext(column)) {
        break;
      }
      if (cursor.code !== DASH || !cursor.isBlank(cursor.pos + 1)) {
        if (parent !== column) {
          cursor.fail('needs another element of the list here, which begins with "- "');
        }
        break;
      }
    }
    nodes.leave();
    return list;
  }

  /** Where the element behind a dash begins; the dash itself when there is nothing on its line. */
  private elementStart(): number {
    const { cursor } = this;
    const { text, pos } = cursor;
    if (this.recorder === undefined) {
      return pos;
    }
    let at = pos;
    while (text.charAt(at) === ' ') {
      at++;
    }
    return at >= text.length || text.charAt(at) === '\n' || text.charAt(at) === '#' ? pos - 1 : at;
  }

  /** Reads a map whose keys stand in this column; with its first key, the cursor stands at the colon. */
  private map(column: number, first?: YamlKey): YamlMap {
    const { cursor, nodes } = this;
    const map: YamlMap = {};
    nodes.enter();
    let key: YamlKey | undefined = first;
    do {
      let isExplicit = false;
      if (key === undefined && cursor.code === QUESTION && cursor.isBlank(cursor.pos + 1)) {
        key = this.explicitKey(column);
        isExplicit = true;
      }
      key ??= this.key();
      if (isExplicit && !this.isColonNext(column)) {
        nodes.put(map, key, null);
      } else {
        cursor.pos++;
        nodes.put(map, key, this.node({ parent: column, container: map, key: key.name }, isExplicit, true));
      }
      key = undefined;
    } while (this.isNext(column));
    nodes.leave();
    return map;
  }

  /** Whether the collection in this column goes on. */
  private isNext(column: number): boolean {
    const { cursor } = this;
    cursor.skip(!cursor.isFirstOfLine);
    if (cursor.code === TAB) {
      cursor.fail('has a tab where only spaces may stand');
    }
    if (cursor.isAtEnd || (cursor.column < column && cursor.isFirstOfLine)) {
      return false;
    }
    if (cursor.column !== column || !cursor.isFirstOfLine) {
      cursor.fail(NO_KEY);
    }
    return true;
  }

  /** Reads a key up to its colon. */
  private key(): YamlKey {
    const { cursor, nodes } = this;
    const { pos: start, lineStart } = cursor;
    let properties: Properties = NO_PROPERTIES;
    while (cursor.code === 0x26 || cursor.code === 0x21) {
      properties = nodes.properties(properties);
      cursor.skip(true);
    }
    const { code }: { code: number } = cursor;
    let key: YamlKey;
    if (code === 0x2a && properties === NO_PROPERTIES) {
      key = this.keyOfValue(nodes.alias(), start);
    } else if (code === 0x22 || code === 0x27) {
      key = this.keyOf(readQuoted(cursor), false, properties, start);
    } else if (code === 0x5b || code === 0x7b || code === 0x7c || code === 0x3e || (code === DASH && cursor.isBlank(cursor.pos + 1))) {
      return cursor.fail(NO_KEY);
    } else {
      key = this.keyOf(code === COLON && cursor.isBlank(cursor.pos + 1) ? '' : this.plain(cursor.text.length), true, properties, start);
    }
    if (!nodes.isKey(start, lineStart, false)) {
      cursor.fail(NO_KEY, start);
    }
    return key;
  }

  private explicitKey(column: number): YamlKey {
    const { cursor } = this;
    const start = cursor.pos++;
    return this.keyOfValue(this.node({ parent: column }, true, true), start);
  }

  private isColonNext(column: number): boolean {
    const { cursor } = this;
    cursor.skip(true);
    return cursor.column === column && cursor.isFirstOfLine && cursor.code === COLON && cursor.isBlank(cursor.pos + 1);
  }

  private keyOf(text: string, isPlain: boolean, properties: Properties, start: number): YamlKey {
    if (properties.anchor !== undefined) {
      this.scalar(text, isPlain, properties, { parent: -1 });
    }
    return this.nodes.key(text, isPlain, properties, start);
  }

  private keyOfValue(value: unknown, start: number): YamlKey {
    const { cursor, nodes } = this;
    return typeof value === 'object' ? cursor.fail('needs a key that is a text, got a list, a map or nothing', start) : nodes.key(String(value), false, NO_PROPERTIES, start);
  }

  private isKey(start: number, line: number, isFree: boolean): boolean {
    if (!this.nodes.isKey(start, line, false)) {
      return false;
    }
    if (!isFree) {
      this.cursor.fail('has a second colon in a value: put the value in quotes');
    }
    return true;
  }

  private noKey(start: number, line: number, message: string): void {
    if (this.nodes.isKey(start, line, false)) {
      this.cursor.fail(message, start);
    }
  }

  private plain(parent: number): string {
    const { cursor } = this;
    const first = cursor.text.charAt(cursor.pos);
    if (first === '\t') {
      cursor.fail('has a tab where only spaces may stand');
    }
    if (NO_START.includes(first)) {
      cursor.fail(`cannot have a value that begins with "${first}": put it in quotes`);
    }
    return readPlain(cursor, parent, false);
  }

  private scalar(text: string, isPlain: boolean, properties: Properties, { container, key }: Place): unknown {
    return properties === NO_PROPERTIES
      ? this.nodes.scalar(text, isPlain, properties, container, key)
      : this.nodes.anchored(properties, () => this.nodes.scalar(text, isPlain, properties, container, key));
  }
}
