import { COLON } from './yaml-cursor';
import { NO_PROPERTIES } from './yaml-nodes';
import type { Properties, YamlKey, YamlMap, YamlNodes } from './yaml-nodes';
import { readPlain } from './yaml-plain';
import { readQuoted } from './yaml-quoted';

const COMMA = 0x2c;
const DASH = 0x2d;
const QUESTION = 0x3f;
const LIST_START = 0x5b;
const LIST_END = 0x5d;
const MAP_START = 0x7b;
const MAP_END = 0x7d;
const NO_START = ',]}>|%@`';

/** What stands between brackets: a collection, or a word that may turn out to be a key. */
interface FlowNode {
  readonly properties: Properties;
  readonly start: number;
  readonly word?: string;
  readonly isPlain?: boolean;
  readonly value?: unknown;
}

/** Reads a list or a map between brackets; the cursor stands at the first one. */
export function readFlow(nodes: YamlNodes): unknown[] | YamlMap {
  nodes.enter();
  const { cursor } = nodes;
  const opened = cursor.pos;
  const isList = cursor.code === LIST_START;
  const end = isList ? LIST_END : MAP_END;
  const list: unknown[] = [];
  const map: YamlMap = {};
  cursor.pos++;
  for (;;) {
    cursor.skipInFlow();
    if (cursor.code === end) {
      break;
    }
    if (cursor.isAtEnd) {
      cursor.fail(`opens a bracket "${isList ? '[' : '{'}" that nothing closes`, opened);
    }
    if (isList) {
      readElement(nodes, list);
    } else {
      readEntry(nodes, map);
    }
    cursor.skipInFlow();
    if (cursor.code === COMMA) {
      cursor.pos++;
    } else if (cursor.code !== end && !cursor.isAtEnd) {
      cursor.fail(`needs a comma or "${isList ? ']' : '}'}" here`);
    }
  }
  cursor.pos++;
  nodes.leave();
  return isList ? list : map;
}

function readElement(nodes: YamlNodes, list: unknown[]): void {
  const { cursor } = nodes;
  const { pos, lineStart } = cursor;
  if (cursor.code === QUESTION) {
    const pair: YamlMap = {};
    readEntry(nodes, pair);
    nodes.add(list, pair, pos);
    return;
  }
  const node = readNode(nodes);
  if (nodes.isKey(pos, lineStart, true)) {
    const pair: YamlMap = {};
    readValue(nodes, pair, keyOf(nodes, node));
    nodes.add(list, pair, pos);
  } else {
    nodes.add(list, valueOf(nodes, node, list, list.length), pos);
  }
}

function readEntry(nodes: YamlNodes, map: YamlMap): void {
  const { cursor } = nodes;
  const isExplicit = cursor.code === QUESTION;
  if (isExplicit) {
    cursor.pos++;
    cursor.skipInFlow();
  }
  const { pos, lineStart } = cursor;
  const key = keyOf(nodes, readNode(nodes));
  if (isExplicit) {
    cursor.skipInFlow();
  }
  if (isExplicit ? cursor.text.charCodeAt(cursor.pos) === COLON : nodes.isKey(pos, lineStart, true)) {
    readValue(nodes, map, key);
  } else {
    nodes.put(map, key, null);
  }
}

/** Reads what stands behind the colon at the cursor. */
function readValue(nodes: YamlNodes, map: YamlMap, key: YamlKey): void {
  const { cursor } = nodes;
  cursor.pos++;
  cursor.skipInFlow();
  const { code } = cursor;
  nodes.put(map, key, code === COMMA || code === MAP_END || code === LIST_END ? null : valueOf(nodes, readNode(nodes), map, key.name));
}

function keyOf(nodes: YamlNodes, { properties, start, word, isPlain, value }: FlowNode): YamlKey {
  if (word !== undefined) {
    if (properties.anchor !== undefined) {
      nodes.anchored(properties, () => nodes.scalar(word, isPlain!, properties));
    }
    return nodes.key(word, isPlain!, properties, start);
  }
  return typeof value === 'object' ? nodes.cursor.fail('needs a key that is a text, got a list or a map', start) : nodes.key(String(value), false, NO_PROPERTIES, start);
}

function valueOf(nodes: YamlNodes, { properties, word, isPlain, value }: FlowNode, container: object, place: string | number): unknown {
  if (word === undefined) {
    return value;
  }
  return properties === NO_PROPERTIES
    ? nodes.scalar(word, isPlain!, properties, container, place)
    : nodes.anchored(properties, () => nodes.scalar(word, isPlain!, properties, container, place));
}

function readNode(nodes: YamlNodes): FlowNode {
  const { cursor } = nodes;
  const start = cursor.pos;
  let properties: Properties = NO_PROPERTIES;
  while (cursor.code === 0x26 || cursor.code === 0x21) {
    properties = nodes.properties(properties);
    cursor.skipInFlow();
  }
  const code = cursor.code;
  const { text } = cursor;
  if (code === LIST_START || code === MAP_START) {
    return { properties, start, value: nodes.anchored(properties, () => readFlow(nodes)) };
  }
  if (code === 0x2a && properties === NO_PROPERTIES) {
    return { properties, start, value: nodes.alias() };
  }
  if (code === 0x22 || code === 0x27) {
    return { properties, start, word: readQuoted(cursor), isPlain: false };
  }
  if (code === COMMA || code === MAP_END || code === LIST_END || code === COLON || cursor.isAtEnd) {
    if (properties === NO_PROPERTIES) {
      cursor.fail('needs a value here');
    }
    return { properties, start, word: '', isPlain: true };
  }
  if (NO_START.includes(text.charAt(cursor.pos)) || code === QUESTION || code === 0x2a || (code === DASH && cursor.isBlank(cursor.pos + 1))) {
    cursor.fail(`cannot have a value that begins with "${text.charAt(cursor.pos)}"`);
  }
  return { properties, start, word: readPlain(cursor, -1, true), isPlain: true };
}
