// A second play of what failed. Plays are in real time, and the machine may have been busy with twenty of them: pods got ready late, an answer
// came after its second. What is really wrong is wrong again when it is played alone; the report says of the rest that it took two.
import type { Result } from './scenario';

/** What failed for want of time is a few. More than that is something else, and no second play would help to see what. */
const AT_MOST = 3;

/** Of the results, those that are worth a second play. */
export function worthASecondPlay<T>(played: readonly (readonly [T, Result])[]): readonly (readonly [T, Result])[] {
  const failed = played.filter(([, { passed, skipped }]) => !passed && skipped === undefined);
  return failed.length > AT_MOST ? [] : failed;
}

/** The second result, which says what was found in the first. */
export function second(result: Result, first: Result): Result {
  return { ...result, firstTime: first.findings, seconds: first.seconds + result.seconds };
}
