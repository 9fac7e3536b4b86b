import { brokenRules } from './declared';
import type { Fault } from './fault';
import { isQuantity, isTime } from './formats';
import { isPlainMap } from './plain-map';
import type { KindSchema, Limits, Shape } from './shape';

type Fields = Readonly<Record<string, unknown>>;

const NOTHING: readonly Fault[] = [];
const INT32 = 2 ** 31;
/** Nobody reads more of them, and a document may have millions. */
const MOST_FAULTS = 500;

/**
 * What an API server that decodes strictly would hold against a document of this kind. A value that is not known yet (an
 * instance of a class) has no type, and nothing is said of it or of what may be below it.
 */
export function faultsIn(manifest: unknown, { shapes, isNative }: KindSchema): readonly Fault[] {
  let [fewest, broken]: [readonly Fault[] | undefined, readonly Fault[]] = [undefined, NOTHING];
  for (const shape of shapes) {
    const faults = new Walk(isNative).at(manifest, shape);
    // What fits neither channel is told by the larger one, which is the last.
    if (fewest === undefined || faults.length <= fewest.length) {
      const rules = shape.isRuled ? brokenRules(manifest, shape, faults) : NOTHING;
      if (faults.length + rules.length === 0) {
        return NOTHING;
      }
      [fewest, broken] = [faults, rules];
    }
  }
  return broken.length === 0 ? fewest ?? NOTHING : [...fewest ?? NOTHING, ...broken].slice(0, MOST_FAULTS);
}

/** One walk through a document, along its shape: what a shape does not name is not looked at, so that it always ends. */
class Walk {
  private readonly faults: Fault[] = [];
  private readonly way: (string | number)[] = [];
  private isLate = false;

  constructor(private readonly isNative: boolean) {}

  at(value: unknown, shape: Shape): readonly Fault[] {
    this.visit(value, shape);
    return this.faults;
  }

  private visit(value: unknown, shape: Shape): void {
    if (shape.type === undefined) {
      return;
    }
    if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value)) {
        if (shape.type === 'list') {
          this.visitElements(value, shape);
        } else {
          this.tell('type', value, shape);
        }
      } else if (isPlainMap(value)) {
        if (shape.type === 'map') {
          this.visitFields(value, shape);
        } else {
          this.tell('type', value, shape);
        }
      }
    } else if (value === null) {
      // an element that is null is an empty one to Kubernetes' own types
      if (this.isLate && shape.type === 'map') {
        this.visitFields({}, shape);
      } else if (!shape.isNullable && !this.isNative) {
        this.tell('type', value, shape);
      }
    } else if (typeof value !== 'function') {
      this.visitScalar(value, shape);
    }
  }

  private visitFields(value: Fields, shape: Shape): void {
    const { fields, required, values, isOpen } = shape;
    let count = 0;
    for (const key in value) {
      const below = value[key];
      if (below === undefined) {
        continue;
      }
      count++;
      const known = fields?.get(key) ?? values;
      if (known === undefined) {
        if (!isOpen) {
          this.tellBelow('unknown', key, below, shape);
        }
      } else if (below !== null || known.isNullable) {
        // null is taken out before anything is judged
        this.visitBelow(key, below, known);
      }
    }
    for (const key of required) {
      const below = value[key];
      if ((below === undefined || (below === null && fields?.get(key)?.isNullable !== true)) || !Object.hasOwn(value, key)) {
        this.tellBelow('missing', key, undefined, shape);
      }
    }
    this.measure(count, 'fields', value, shape, 'minProperties', 'maxProperties');
  }

  private visitElements(list: readonly unknown[], shape: Shape): void {
    const { elements, keys, isSet, isLate } = shape;
    const before = this.isLate;
    this.isLate ||= isLate;
    this.measure(list.length, 'elements', list, shape, 'minItems', 'maxItems');
    if (list.length > 1 && (keys !== undefined || isSet)) {
      this.compare(list, shape);
    }
    if (elements !== undefined) {
      for (let index = 0; index < list.length; index++) {
        this.visitBelow(index, list[index], elements);
      }
    }
    this.isLate = before;
  }

  private visitBelow(key: string | number, value: unknown, shape: Shape): void {
    this.way.push(key);
    this.visit(value, shape);
    this.way.pop();
  }

  /** Looks for elements that are told apart by nothing. */
  private compare(list: readonly unknown[], shape: Shape): void {
    const seen = new Map<string, number>();
    list.forEach((element, index) => {
      const identity = shape.keys === undefined ? identityOf(element) : identityBy(element, shape, shape.keys);
      const twin = identity === undefined ? undefined : seen.get(identity);
      if (twin !== undefined) {
        this.add({ fault: 'twin', path: [...this.way, index], value: element, shape, isLate: this.isLate, twin: [...this.way, twin] });
      } else if (identity !== undefined) {
        seen.set(identity, index);
      }
    });
  }

  private visitScalar(value: unknown, shape: Shape): void {
    if (!hasType(value, shape)) {
      this.tell('type', value, shape);
      return;
    }
    if (shape.choices !== undefined && !shape.choices.includes(value)) {
      this.tell('choice', value, shape);
    } else if (typeof value === 'string') {
      this.visitText(value, shape);
    } else if (typeof value === 'number') {
      const isInt32 = shape.format === 'int32' || (shape.type === 'whole number or text' && shape.format === undefined);
      this.bound(value, '', value, shape, shape.minimum ?? (isInt32 ? -INT32 : undefined), shape.maximum ?? (isInt32 ? INT32 - 1 : undefined));
    }
  }

  private visitText(value: string, shape: Shape): void {
    const { format, pattern, type } = shape;
    if ((format === 'date-time' && !isTime(value)) || ((format === 'quantity' || type === 'quantity') && !isQuantity(value))) {
      this.tell('format', value, shape);
    } else if (pattern !== undefined && !matches(value, pattern)) {
      this.tell('pattern', value, shape);
    } else if (shape.minLength !== undefined || shape.maxLength !== undefined) {
      this.measure([...value].length, 'characters', value, shape, 'minLength', 'maxLength');
    }
  }

  private measure(size: number, unit: 'characters' | 'elements' | 'fields', value: unknown, shape: Shape, least: keyof Limits, most: keyof Limits): void {
    this.bound(size, unit, value, shape, shape[least], shape[most]);
  }

  private bound(size: number, unit: '' | 'characters' | 'elements' | 'fields', value: unknown, shape: Shape, least?: number, most?: number): void {
    const bound = least !== undefined && size < least ? { least } : most !== undefined && size > most ? { most } : undefined;
    if (bound !== undefined) {
      this.add({ fault: 'limit', path: [...this.way], value, shape, isLate: this.isLate, size, unit, bound });
    }
  }

  private add(fault: Fault): void {
    if (this.faults.length < MOST_FAULTS) {
      this.faults.push(fault);
    }
  }

  private tell(fault: 'type' | 'choice' | 'pattern' | 'format', value: unknown, shape: Shape): void {
    this.add({ fault, path: [...this.way], value, shape, isLate: this.isLate });
  }

  private tellBelow(fault: 'unknown' | 'missing', key: string, value: unknown, shape: Shape): void {
    this.add({ fault, path: [...this.way, key], value, shape, isLate: this.isLate });
  }
}

function hasType(value: unknown, { type, format }: Shape): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'whole number':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    case 'whole number or text':
      return typeof value === 'string' || Number.isInteger(value);
    default:
      return format === undefined && type === undefined;
  }
}

/** What tells an element apart; nothing does where a part of that is not there, or not known yet. */
function identityBy(element: unknown, { keyDefaults, elements }: Shape, keys: readonly string[]): string | undefined {
  if (!isPlainMap(element)) {
    return undefined;
  }
  const parts = keys.map((key, index) => (Object.hasOwn(element, key) ? element[key] : undefined) ?? keyDefaults[index] ?? null);
  const isWhole = parts.every((part, index) => part !== null || elements?.required.includes(keys[index]) !== true);
  return isWhole && parts.every(isPlain) ? JSON.stringify(parts) : undefined;
}

function identityOf(element: unknown): string | undefined {
  return isPlain(element) ? JSON.stringify(element) : undefined;
}

function isPlain(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

const patterns = new Map<string, RegExp>();

function matches(text: string, pattern: string): boolean {
  let compiled = patterns.get(pattern);
  if (compiled === undefined) {
    compiled = new RegExp(pattern);
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}
