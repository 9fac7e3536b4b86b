// Cases of the generator before the real code and before ours.
import { readBases } from '../../../test/differential/bases';
import type { Case } from '../../../test/differential/case';
import { manifestsOf } from '../../../test/differential/case';
import type { Verdict } from '../../../test/differential/comparison';
import { Generator } from '../../../test/differential/generate';
import type { Fields } from '../../harness/objects';
import { ask } from '../../harness/oracle';

// An address that is not written may be in the environment of the controller.
process.env.ARGO_ROLLOUTS_PROMETHEUS_ADDRESS = 'http://prometheus:9090';

const SEED = 20261121;
export const bases = readBases();
const generator = new Generator(bases, SEED);

export interface Judged {
  readonly number: number;
  readonly made: Case;
  readonly objects: readonly Fields[];
  readonly verdicts: readonly Verdict[];
}

/** So many of them, from this number on. */
export async function judgedCases(oracle: string, crds: string, first: number, count: number): Promise<Judged[]> {
  const cases = Array.from({ length: count }, (_, index) => generator.make(first + index))
    .map((made, index) => ({ number: first + index, made, objects: manifestsOf(bases[made.base]!, made.edits) }));
  const answers = await ask({ binary: oracle, args: ['-crds', crds] }, cases.map(({ objects }) => ({ namespace: 'shop', objects })));
  return cases.flatMap((one, index) => {
    const { verdicts, error } = answers[index]!;
    // An object without a kind is no manifest.
    if (verdicts === undefined && !String(error).includes('apiVersion and kind')) throw new Error(`case ${one.number}: ${error}`);
    return verdicts === undefined ? [] : [{ ...one, verdicts: verdicts as Verdict[] }];
  });
}
