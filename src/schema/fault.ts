import type { Cure } from './cel/culprit';
import type { DeclaredRule, Shape } from './shape';

type Path = readonly (string | number)[];

interface Place {
  readonly path: Path;
  /** What is written there; absent where nothing is. */
  readonly value?: unknown;
  /** Of the value, or of the map that has no such field. */
  readonly shape: Shape;
  /** Whether the API server lets it through, and only the pods show what it was worth. */
  readonly isLate: boolean;
}

/** A field that there is not, a value of another type, a field that has to be there, or a value that none may have. */
type PlainKind = 'unknown' | 'type' | 'missing' | 'choice' | 'pattern' | 'format';
type PlainFault = { [Kind in PlainKind]: Place & { readonly fault: Kind } }[PlainKind];

interface LimitFault extends Place {
  readonly fault: 'limit';
  readonly size: number;
  readonly unit: '' | 'characters' | 'elements' | 'fields';
  readonly bound: { readonly least: number } | { readonly most: number };
}

/** An element of a list that is there already. */
interface TwinFault extends Place {
  readonly fault: 'twin';
  readonly twin: Path;
}

/** A rule of the definition that is not kept. */
interface RuleFault extends Place {
  readonly fault: 'rule';
  readonly rule: DeclaredRule;
  readonly cure: Cure;
}

/** What an API server would hold against a document, at one place in it. */
export type Fault = PlainFault | LimitFault | TwinFault | RuleFault;
export type { TwinFault, LimitFault, RuleFault };

/** Whether it is the format of a number that is exceeded, and no limit that the definition sets. */
export function isBeyondFormat({ shape, bound }: LimitFault): boolean {
  return (shape.format === 'int32' || shape.type === 'whole number or text') && ('most' in bound ? shape.maximum : shape.minimum) === undefined;
}
