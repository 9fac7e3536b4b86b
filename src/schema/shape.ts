/** What the API server knows of a value, as `tools/generate-schemas.mjs` writes it: other shapes are told by their places in the list. */
interface WrittenShape extends Limits {
  /** string, integer, number, boolean, object, array, x: integer or string, q: quantity; absent: anything. */
  readonly t?: 's' | 'i' | 'n' | 'b' | 'o' | 'a' | 'x' | 'q';
  /** Fields, and the shapes of their values. */
  readonly p?: Readonly<Record<string, number>>;
  /** Fields that have to be there. */
  readonly r?: readonly string[];
  /** 1: fields that are not listed are let through. */
  readonly o?: 1;
  /** The shape of the values of a map. */
  readonly v?: number;
  /** The shape of the elements of a list. */
  readonly e?: number;
  /** The fields that tell elements of a list apart, and what is taken for them when they are absent. */
  readonly k?: readonly string[];
  readonly d?: readonly unknown[];
  /** 1: no element is there twice. */
  readonly u?: 1;
  /** The only values there are. */
  readonly c?: readonly unknown[];
  readonly f?: 'int32' | 'date-time' | 'quantity';
  /** A pattern. */
  readonly l?: string;
  /** 1: null is a value, elsewhere it is as good as absent. */
  readonly z?: 1;
  /** 1: the API server lets through whatever is at or below this, and only the pods show what it was worth. */
  readonly y?: 1;
  /** What is taken where it is absent; only where a rule may ask for it. */
  readonly h?: unknown;
  /** The rules that it has to keep. */
  readonly x?: readonly number[];
}

export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export type ShapeType = 'text' | 'whole number' | 'number' | 'boolean' | 'map' | 'list' | 'whole number or text' | 'quantity';

/** What the API server knows of a value. */
export interface Shape extends Limits {
  /** Absent where it may be anything. */
  readonly type?: ShapeType;
  readonly fields?: ReadonlyMap<string, Shape>;
  readonly required: readonly string[];
  /** Whether fields that are not listed are let through. */
  readonly isOpen: boolean;
  readonly values?: Shape;
  readonly elements?: Shape;
  /** The fields that tell elements of a list apart. */
  readonly keys?: readonly string[];
  readonly keyDefaults: readonly unknown[];
  readonly isSet: boolean;
  readonly choices?: readonly unknown[];
  readonly format?: 'int32' | 'date-time' | 'quantity';
  readonly pattern?: string;
  readonly isNullable: boolean;
  readonly isLate: boolean;
  /** What the API server takes where it is absent, as far as rules ask for it. */
  readonly fallback?: unknown;
  /** The rules that its definition has for it. */
  readonly rules: readonly DeclaredRule[];
  /** Whether there are rules for it, or for something below it. */
  readonly isRuled: boolean;
}

/** A rule that a definition has for a value (`x-kubernetes-validations`). */
export interface DeclaredRule {
  /** In CEL, of `self`. */
  readonly text: string;
  /** What the API server says to who does not keep it. */
  readonly message: string;
}

/** What is known of a kind. */
export interface KindSchema {
  readonly apiVersions: readonly string[];
  /** Whether it is one of Kubernetes' own, which are not stored as they are written. */
  readonly isNative: boolean;
  /** Several where the kind comes in several channels. */
  readonly shapes: readonly Shape[];
}

interface WrittenSchemas {
  readonly kinds: Readonly<Record<string, { readonly v: readonly string[]; readonly n?: 1; readonly s: readonly number[] }>>;
  readonly shapes: readonly WrittenShape[];
  readonly rules?: readonly (readonly [text: string, message: string])[];
}

const TYPES: Readonly<Record<NonNullable<WrittenShape['t']>, ShapeType>> = {
  s: 'text', i: 'whole number', n: 'number', b: 'boolean', o: 'map', a: 'list', x: 'whole number or text', q: 'quantity',
};

const NONE: readonly never[] = [];

/** The kinds of one generated file, by kind and group. */
export function readSchemas(text: string): ReadonlyMap<string, KindSchema> {
  const { kinds, shapes: written, rules = [] } = JSON.parse(text) as WrittenSchemas;
  const declared = rules.map(([rule, message]): DeclaredRule => ({ text: rule, message }));
  const shapes: Shape[] = [];
  // a shape stands after those that it is made of
  for (const shape of written) {
    shapes.push(shapeOf(shape, shapes, declared));
  }
  return new Map(Object.entries(kinds).map(([name, { v, n, s }]) => [name, {
    apiVersions: v, isNative: n === 1, shapes: s.map((place) => shapes[place]),
  }]));
}

function shapeOf(written: WrittenShape, shapes: readonly Shape[], declared: readonly DeclaredRule[]): Shape {
  const { t, p, r, o, v, e, k, d, u, c, f, l, z, y, h, x, ...limits } = written;
  return {
    type: t === undefined ? undefined : TYPES[t],
    fields: p === undefined ? undefined : new Map(Object.entries(p).map(([name, place]) => [name, shapes[place]])),
    required: r ?? NONE,
    isOpen: o === 1,
    values: v === undefined ? undefined : shapes[v],
    elements: e === undefined ? undefined : shapes[e],
    keys: k,
    keyDefaults: d ?? NONE,
    isSet: u === 1,
    choices: c,
    format: f,
    pattern: l,
    isNullable: z === 1,
    isLate: y === 1,
    fallback: h,
    rules: x === undefined ? NONE : x.map((place) => declared[place]),
    isRuled: x !== undefined || [...Object.values(p ?? {}), v, e].some((place) => place !== undefined && shapes[place].isRuled),
    ...limits,
  };
}
