import { checkTypes } from './check';
import { evaluate } from './evaluate';
import type { Verdict } from './evaluate';
import { newerForms } from './newer';
import { parseExpression, TooMuch } from './parse';
import { walk } from './syntax';
import type { Expression } from './syntax';
import { ConditionError } from './tokens';
import type { ConditionProblem } from './tokens';
import type { Type } from './types';
import { isNumber } from './values';

const HOLE = /\{\{.*?\}\}/gs;
const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

/** A place where a number of the measurement is compared with a fixed one: `result[0] >= 0.95`. */
export interface Threshold {
  /** As if the measurement stood on the left. */
  readonly operator: string;
  readonly value: number;
}

/** The condition of a metric, parsed. */
export class Condition {
  /** The syntax error, if there is one. */
  readonly problem?: ConditionProblem;
  private thresholdsRead?: readonly Threshold[];
  private withoutDataRead?: Verdict;
  private withNaNRead?: Verdict;
  private readonly problemsRead = new Map<Type, readonly ConditionProblem[]>();
  private readonly expression: Expression = { kind: 'opaque', offset: 0 };
  private readonly text: string;

  constructor(written: string) {
    // A placeholder becomes a name that nobody uses, of the same length so that positions stay.
    this.text = written.replace(HOLE, (hole) => '_'.repeat(hole.length));
    try {
      this.expression = parseExpression(this.text);
    } catch (error) {
      if (error instanceof ConditionError) {
        this.problem = { message: error.message, offset: error.offset };
      } else if (!(error instanceof TooMuch)) {
        throw error;
      }
    }
  }

  /** What is wrong with it when `result` is of this type. */
  typeProblems(result: Type): readonly ConditionProblem[] {
    let problems = this.problemsRead.get(result);
    if (problems === undefined) {
      problems = this.problem === undefined ? checkTypes(this.expression, result) : [];
      this.problemsRead.set(result, problems);
    }
    return problems;
  }

  /** What in it the language of Argo Rollouts 1.9 does not know. */
  get newerForms(): readonly ConditionProblem[] {
    return this.problem === undefined && this.expression.kind !== 'opaque' ? newerForms(this.text, this.expression) : [];
  }

  /** What it comes to for this measurement. */
  evaluate(result: unknown): Verdict {
    return this.problem === undefined ? evaluate(this.expression, result) : 'error';
  }

  /** What it comes to for an empty list. Many metrics share a condition, and this is asked of each. */
  get withoutData(): Verdict {
    return this.withoutDataRead ??= this.evaluate([]);
  }

  /** What it comes to for a list of NaN. */
  get withNaN(): Verdict {
    return this.withNaNRead ??= this.evaluate([NaN]);
  }

  get thresholds(): readonly Threshold[] {
    return this.thresholdsRead ??= this.readThresholds();
  }

  private readThresholds(): readonly Threshold[] {
    return [...walk(this.expression)].flatMap((each) => {
      if (each.kind !== 'binary' || !Object.hasOwn(MIRRORED, each.operator)) {
        return [];
      }
      const { operator, left, right } = each;
      if (isMeasured(left) && right.kind === 'literal' && isNumber(right.value)) {
        return [{ operator, value: Number(right.value) }];
      }
      return isMeasured(right) && left.kind === 'literal' && isNumber(left.value)
        ? [{ operator: MIRRORED[operator], value: Number(left.value) }]
        : [];
    });
  }
}

/** Reads a condition in which `{{args.x}}` may still stand. */
export function readCondition(text: string): Condition {
  return new Condition(text);
}

function isMeasured(expression: Expression): boolean {
  switch (expression.kind) {
    case 'name':
      return expression.name === 'result';
    case 'index':
      return isMeasured(expression.object);
    case 'call':
      return ['asFloat', 'float', 'default', 'first', 'last'].includes(expression.name)
        && expression.arguments.length > 0 && isMeasured(expression.arguments[0]);
    default:
      return false;
  }
}
