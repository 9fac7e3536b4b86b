import { COLON, LINE_END, SPACE, TAB } from './yaml-cursor';
import type { YamlCursor } from './yaml-cursor';
import type { YamlRecorder } from './yaml-notes';
import { readName, readTag, taggedValue } from './yaml-tags';
import { isUnusual, keyOf, MAY_MEAN, meaningOf } from './yaml-values';

/** Deeper than any manifest. */
const DEEPEST = 500;
/** For how many values aliases may stand in one document, before it is taken for an attack. */
const MOST_ALIASED = 100_000;
/** Clients of Kubernetes look no further for the colon behind a key. */
const LONGEST_KEY = 1024;

export type YamlMap = Record<string, unknown>;

/** What stands before a value. */
export interface Properties {
  readonly anchor?: string;
  readonly tag?: string;
}

export const NO_PROPERTIES: Properties = {};

/** A key, and where it begins. */
export interface YamlKey {
  readonly name: string;
  /** `<<` without quotes. */
  readonly isMerge: boolean;
  readonly offset: number;
  /** As it is written, where that means something else elsewhere. */
  readonly unusual?: string;
}

interface Anchored {
  readonly value: unknown;
  /** How many values it is made of. */
  readonly weight: number;
}

/** What is alike in blocks and between brackets: words, anchors, tags and the making of maps. */
export class YamlNodes {
  /** Whether something is worth a second look: a key that stands twice, a word that means something else elsewhere. */
  isRemarkable = false;
  private readonly anchors = new Map<string, Anchored | undefined>();
  /** Of each map the keys that were merged into it: those may be overwritten. */
  private readonly merged = new Map<object, Set<string>>();
  private values = 0;
  private aliased = 0;
  private depth = 0;

  constructor(readonly cursor: YamlCursor, private readonly recorder?: YamlRecorder) {}

  enter(): void {
    if (++this.depth > DEEPEST) {
      this.cursor.fail(`nests too deeply: deeper than ${DEEPEST} levels`);
    }
    this.values++;
  }

  leave(): void {
    this.depth--;
  }

  /** Reads an anchor or a tag. */
  properties(before: Properties): Properties {
    const { cursor } = this;
    return this.joined(before, cursor.code === 0x26 ? { anchor: readName(cursor) } : { tag: readTag(cursor) });
  }

  /** A value has one of each. */
  joined(one: Properties, other: Properties): Properties {
    if ((one.anchor !== undefined && other.anchor !== undefined) || (one.tag !== undefined && other.tag !== undefined)) {
      this.cursor.fail('has two anchors, or two tags, for one value');
    }
    return { ...one, ...other };
  }

  /** The value of a word. `isPlain`: it stands without quotes. */
  scalar(text: string, isPlain: boolean, { tag }: Properties, container?: object, key?: string | number): unknown {
    this.values++;
    if (tag !== undefined) {
      const value = taggedValue(tag, text);
      if (value === undefined) {
        this.cursor.fail(`has the tag ${tag} at a value that is not of this kind: ${text.slice(0, 40)}`);
      }
      return this.finite(value);
    }
    const first = text.charCodeAt(0);
    if (!isPlain || (text !== '' && (first >= 128 || !MAY_MEAN[first]))) {
      return text;
    }
    const value = meaningOf(text);
    if (typeof value !== 'string' && isUnusual(text, value)) {
      this.isRemarkable = true;
      if (this.recorder !== undefined && container !== undefined) {
        this.recorder.note(container, key!, 'word', text);
      }
    }
    return this.finite(value);
  }

  /** What a word means as a key. */
  key(text: string, isPlain: boolean, { tag }: Properties, offset: number): YamlKey {
    const isBare = isPlain && tag === undefined;
    if (text === '<<' && (isBare || tag === '!' || tag === '!!merge')) {
      return { name: text, isMerge: true, offset };
    }
    const first = text.charCodeAt(0);
    if (!isBare || (text !== '' && (first >= 128 || !MAY_MEAN[first]))) {
      const value = tag === undefined ? text : taggedValue(tag, text);
      return { name: typeof value === 'string' ? value : this.keyText(text, value, offset), isMerge: false, offset };
    }
    const meaning = meaningOf(text);
    const name = typeof meaning === 'string' ? meaning : this.keyText(text, meaning, offset);
    return name === text ? { name, isMerge: false, offset } : { name, isMerge: false, offset, unusual: text };
  }

  private keyText(text: string, meaning: boolean | number | null | undefined, offset: number): string {
    return keyOf(text, meaning) ?? this.cursor.fail('needs a key that is a text, got nothing or what cannot be one', offset);
  }

  /** Writes an entry into a map as the clients of Kubernetes do: what comes later counts. */
  put(map: YamlMap, { name, isMerge, offset, unusual }: YamlKey, value: unknown): void {
    if (isMerge) {
      this.merge(map, value, offset);
      return;
    }
    if (map[name] !== undefined && Object.hasOwn(map, name) && this.merged.get(map)?.delete(name) !== true) {
      this.isRemarkable = true;
      this.recorder?.note(map, name, 'twice');
    }
    if (unusual !== undefined) {
      this.isRemarkable = true;
      this.recorder?.note(map, name, 'key', unusual);
    }
    this.write(map, name, value, offset);
  }

  add(list: unknown[], value: unknown, offset: number): void {
    this.recorder?.put(list, list.length, value, offset);
    list.push(value);
  }

  private write(map: YamlMap, name: string, value: unknown, offset: number): void {
    if (name === '__proto__') {
      Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
    } else {
      map[name] = value;
    }
    this.recorder?.put(map, name, value, offset);
  }

  /** What is merged overwrites what stands before it, other than the standard has it; of several maps the first counts. */
  private merge(map: YamlMap, value: unknown, offset: number): void {
    const sources = Array.isArray(value) ? [...value as unknown[]].reverse() : [value];
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        this.cursor.fail('needs a map, or a list of maps, behind "<<"', offset);
      }
      for (const [name, merged] of Object.entries(source)) {
        if (!Array.isArray(value) && Object.hasOwn(map, name)) {
          this.isRemarkable = true;
          this.recorder?.note(map, name, 'merged');
        }
        this.count(1, offset);
        this.merged.set(map, (this.merged.get(map) ?? new Set()).add(name));
        this.write(map, name, merged, this.recorder?.offsetIn(source, name) ?? offset);
      }
    }
  }

  /** Reads an alias: what its anchor stands for. */
  alias(): unknown {
    const { cursor } = this;
    const start = cursor.pos;
    const name = readName(cursor);
    const anchored = this.anchors.get(name);
    if (anchored === undefined) {
      return cursor.fail(this.anchors.has(name) ? `has an anchor "&${name}" that contains itself` : `names the anchor "${name}", and there is none before it`, start);
    }
    this.count(anchored.weight, start);
    return anchored.value;
  }

  private count(weight: number, offset: number): void {
    this.aliased += weight;
    this.values += weight;
    if (this.aliased > MOST_ALIASED) {
      this.cursor.fail(`expands aliases into more than ${MOST_ALIASED} values, which is refused`, offset);
    }
  }

  /** Reads a value that an anchor may name. */
  anchored<T>({ anchor }: Properties, read: () => T): T {
    if (anchor === undefined) {
      return read();
    }
    this.anchors.set(anchor, undefined);
    const before = this.values;
    const value = read();
    this.anchors.set(anchor, { value, weight: Math.max(1, this.values - before) });
    return value;
  }

  /** Whether the colon of a key stands here; the key began at `start`, in the line that began at `line`. */
  isKey(start: number, line: number, inFlow: boolean): boolean {
    const { cursor } = this;
    const { text, pos } = cursor;
    let at = pos;
    let code = text.charCodeAt(at);
    while (code === SPACE || code === TAB) {
      code = text.charCodeAt(++at);
    }
    if (cursor.isJson && code === LINE_END) {
      cursor.skipInFlow();
      return cursor.code === COLON;
    }
    if (code !== COLON || !(inFlow || cursor.isBlank(at + 1))) {
      return false;
    }
    if (line !== cursor.lineStart) {
      cursor.fail('cannot have a key of several lines', start);
    }
    if (pos - start > LONGEST_KEY && !cursor.isJson) {
      cursor.fail(`has a key of more than ${LONGEST_KEY} characters`, start);
    }
    cursor.pos = at;
    return true;
  }

  private finite(value: unknown): unknown {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.cursor.fail('has a number that is not finite, for which Kubernetes has no place');
    }
    return value;
  }
}
