/** Something a user wrote that cannot be, in the words of the property it was written to. */
export interface Problem {
  /** Where: `ramp.stages[1].weight`. */
  readonly property: string;
  /** What is wrong, what was got, what is allowed; lower case, no full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  /** It can be lived with: something else is done than what was asked for. Absent: nothing can be done before it is mended. */
  readonly class?: 'risky' | 'advice';
}

/** One line: `atLeast: must be ..., got 0.99; write 99`. */
function formatProblem(problem: Problem): string {
  return `${problem.property}: ${problem.message}; ${problem.fix}`;
}

/**
 * Throws when there is a problem, with all of them in one message.
 * The trace is left out: its frames are ours, and the message already says what to change.
 */
export function refuse(owner: string, ...problems: readonly (Problem | undefined)[]): void {
  const found = problems.filter(problem => problem !== undefined);
  if (found.length === 0) return;
  const error = plainError(found.map(problem => `${owner}: ${formatProblem(problem)}`).join('\n'));
  refusals.set(error, found);
  throw error; // on a line of its own, which is what Node shows above the message
}

/** Beside the errors, since what they hold would be printed with them. */
const refusals = new WeakMap<Error, readonly Problem[]>();

/** What was refused, by the properties of whoever refused it; undefined for any other error. */
export function refusedProblems(error: unknown): readonly Problem[] | undefined {
  return error instanceof Error ? refusals.get(error) : undefined;
}

/** An error that prints as its message. */
export function plainError(message: string): Error {
  const error = new Error(message);
  error.name = 'InvalidRollout';
  error.stack = `${error.name}: ${message}`;
  return error;
}

/** Each problem once: a question may stand at several places. */
export function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [formatProblem(problem), problem])).values()];
}

/** How a value is shown in a message: `NaN`, `"abc"`, `250`. */
export function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
