// Cases of a generator before the real code.
import type { Finding } from '../../../src/rules/finding';
import type { Case } from '../../../test/differential/case';
import { manifestsOf } from '../../../test/differential/case';
import type { Reason, Verdict } from '../../../test/differential/comparison';
import type { Generator } from '../../../test/differential/generate';
import type { Fields } from '../../harness/objects';
import { ask } from '../../harness/oracle';
import type { Oracle } from '../../harness/oracle';

export interface Judged {
  readonly number: number;
  readonly made: Case;
  readonly objects: readonly Fields[];
  readonly verdicts: readonly Verdict[];
}

/** Whose code is asked, about which cases, and how its answers are read. */
export interface Subject {
  readonly bases: Readonly<Record<string, readonly Fields[]>>;
  readonly generator: Generator;
  oracle(binary: string, crds: string): Oracle;
  question(objects: readonly Fields[]): Fields;
  /** Undefined where the question was none, as an object without a kind is no manifest. */
  verdictsOf(answer: Fields): readonly Verdict[] | undefined;
  reasonsOf(verdicts: readonly Verdict[]): readonly Reason[];
  disagreementsOf(findings: readonly Finding[], reasons: readonly Reason[]): readonly string[];
}

/** So many of them, from this number on. */
export async function judgedCases(subject: Subject, oracle: Oracle, first: number, count: number): Promise<Judged[]> {
  const cases = Array.from({ length: count }, (_, index) => subject.generator.make(first + index))
    .map((made, index) => ({ number: first + index, made, objects: manifestsOf(subject.bases[made.base]!, made.edits) }));
  const answers = await ask(oracle, cases.map(({ objects }) => subject.question(objects)));
  return cases.flatMap((one, index) => {
    const verdicts = subject.verdictsOf(answers[index]!);
    return verdicts === undefined ? [] : [{ ...one, verdicts }];
  });
}
