import { brokenAt } from './cel/rule';
import { isUnknown, valueOf } from './cel/values';
import type { Path } from './cel/values';
import type { Fault } from './fault';
import type { Shape } from './shape';

/** Nobody reads more of them. */
const MOST_FAULTS = 500;

/**
 * The rules of its definition that a document does not keep. A value is not judged by them where there is another fault in it: the
 * API server does not either, and most of what they would say follows from that one.
 */
export function brokenRules(manifest: unknown, shape: Shape, faults: readonly Fault[]): readonly Fault[] {
  const walk = new Walk(new Set(faults.flatMap(({ path }) => [...path, ''].map((_, length) => keyOf(path.slice(0, length))))));
  walk.visit(manifest, shape);
  return walk.found;
}

/** One walk to all values that have rules. */
class Walk {
  readonly found: Fault[] = [];
  private readonly way: (string | number)[] = [];

  constructor(private readonly faulty: ReadonlySet<string>) {}

  visit(value: unknown, shape: Shape): void {
    if (this.found.length >= MOST_FAULTS) {
      return;
    }
    if (shape.rules.length > 0 && !(this.faulty.size > 0 && this.faulty.has(keyOf(this.way)))) {
      this.judge(value, shape);
    }
    if (typeof value !== 'object' || value === null || isUnknown(value)) {
      return;
    }
    if (Array.isArray(value)) {
      if (shape.elements?.isRuled === true) {
        for (let index = 0; index < value.length; index++) {
          this.visitBelow(index, value[index], shape.elements);
        }
      }
      return;
    }
    for (const key in value) {
      const below = shape.fields?.get(key) ?? shape.values;
      if (below?.isRuled === true) {
        this.visitBelow(key, (value as Readonly<Record<string, unknown>>)[key], below);
      }
    }
  }

  private visitBelow(key: string | number, value: unknown, shape: Shape): void {
    this.way.push(key);
    this.visit(value, shape);
    this.way.pop();
  }

  private judge(value: unknown, shape: Shape): void {
    const self = valueOf(value, shape);
    for (const rule of shape.rules) {
      const culprit = brokenAt(rule.text, self);
      if (culprit !== undefined) {
        const { path, cure } = culprit;
        this.found.push({ fault: 'rule', path: [...this.way, ...path], ...partOf(value, shape, path), isLate: false, rule, cure });
      }
    }
  }
}

/** The value at the end of a way, with its shape. */
function partOf(around: unknown, of: Shape, path: Path): { readonly value: unknown; readonly shape: Shape } {
  let [value, shape] = [around, of];
  for (const key of path) {
    value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[key];
    shape = (typeof key === 'number' ? shape.elements : shape.fields?.get(key) ?? shape.values) ?? shape;
  }
  return { value, shape };
}

function keyOf(path: Path): string {
  return path.join('\0');
}
