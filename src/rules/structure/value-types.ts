import type { Path } from '../../graph/document';
import type { Graph } from '../../graph/graph';
import type { Shape, ShapeType } from '../../schema/shape';
import { forEachFault } from '../faults';
import { keyed } from '../fix';
import { mayBe } from '../meant-field';
import type { Rule } from '../rule';
import { listed, shown } from '../wording';

const NAMES: Readonly<Record<ShapeType, string>> = {
  'text': 'a text',
  'whole number': 'a whole number',
  'number': 'a number',
  'boolean': 'true or false',
  'map': 'a map',
  'list': 'a list',
  'whole number or text': 'a whole number or a text',
  'quantity': 'a quantity such as 500m or 1Gi',
};

/** What people write for a boolean. */
const TRUE = /^(true|yes|on|y|1)$/i;
const FALSE = /^(false|no|off|n|0)$/i;
const MOST_NAMES = 8;

export const valueTypes: Rule = {
  id: 'value-types',
  class: 'refused',
  summary: 'texts are texts, numbers are numbers, maps are maps and lists are lists',
  why: 'the API server refuses the object, or, where its definition leaves it open, the controller cannot read it and leaves it out',
  covers: [],
  givesWay: true,
  check: (graph: Graph) => forEachFault(graph, ['type'], ({ path, value, shape }) => ({
    message: `must be ${NAMES[shape.type ?? 'text']}, got ${gotten(value)}`,
    fix: fixOf(path, value, shape),
  })),
};

function gotten(value: unknown): string {
  return Array.isArray(value) ? `a list of ${value.length}` : typeof value === 'object' && value !== null ? 'a map' : shown(value);
}

function fixOf(path: Path, value: unknown, shape: Shape): string {
  const key = keyed({ path });
  // only elements of a list are told for being null
  if (value === null) {
    return 'take it out';
  }
  const text = plainText(value);
  switch (shape.type) {
    case 'text':
    case 'whole number or text':
      return text === undefined ? 'write a text' : `write ${key}${JSON.stringify(text)}`;
    case 'whole number':
    case 'number':
      return text !== undefined && isNumber(text) ? `write ${key}${shape.type === 'number' ? Number(text) : Math.round(Number(text))}` : 'write a number';
    case 'boolean':
      return text !== undefined && TRUE.test(text) ? `write ${key}true` : text !== undefined && FALSE.test(text) ? `write ${key}false` : `write ${key}true, or false`;
    case 'list':
      return text === undefined ? 'put - before it, so that it is the only element of a list' : `write ${key}[${JSON.stringify(text)}]`;
    case 'map':
      return mapFix(key, value, shape);
    default:
      return `write for example ${key}500m`;
  }
}

function mapFix(key: string, value: unknown, { fields, required }: Shape): string {
  if (Array.isArray(value)) {
    return 'take the - away, so that it is a map';
  }
  // what was meant is clear where there is one field, or one that has to be there
  const [only, ...others] = [...fields ?? []].filter(([name]) => fields?.size === 1 || required.includes(name));
  if (only !== undefined && others.length === 0 && mayBe(value, only[1])) {
    return `write ${key}{ ${only[0]}: ${shown(value)} }`;
  }
  const names = [...fields?.keys() ?? []];
  return names.length === 0 || names.length > MOST_NAMES ? 'write the fields of a map below it' : `write ${listed(names)} below it, as far as needed`;
}

function plainText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
