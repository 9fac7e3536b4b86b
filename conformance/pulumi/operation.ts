// What is asked of a stack and what comes of it, as plain data: both go from process to process.
import type { Fields } from '../harness/objects';

export type Verb = 'preview' | 'up' | 'refresh' | 'destroy';

/** What happened to one resource. */
export interface Step {
  readonly op: string;
  /** Its type and its name, as in `kubernetes:core/v1:Service web`. */
  readonly resource: string;
  /** Properties that differ, where Pulumi says so. */
  readonly differs: readonly string[];
}

export interface Outcome {
  readonly verb: Verb;
  readonly ok: boolean;
  readonly steps: readonly Step[];
  /** Errors and warnings, each with the resource it is about. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly seconds: number;
}

/** What a stack is made from. */
export interface StackOptions {
  readonly name: string;
  /** Module that exports its program, absolutely. */
  readonly program: string;
  /** A folder with a Pulumi.yaml, which says what the program may be told. */
  readonly project?: string;
  /** What the program is told, and settings of providers. */
  readonly config?: Readonly<Record<string, string>>;
}

export interface Request {
  readonly stack: StackOptions;
  readonly verb: Verb;
  /** What the program is given. */
  readonly settings: Fields;
}

/** Steps that change something, each in a line. */
export function changesOf({ steps }: Outcome): string[] {
  return steps.filter(({ op }) => op !== 'same' && op !== 'read').map(({ op, resource, differs }) => `${op} ${resource}${differs.length > 0 ? ` (${differs.join(', ')})` : ''}`);
}
