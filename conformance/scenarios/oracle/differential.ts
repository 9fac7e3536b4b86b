// Manifests that are right and manifests that are broken in one place or several: our verdict is the real code's.
import { argo, askArgo } from './argo';
import { disagreementsIn, tallyOf } from './differential-processes';
import { reasonOf, theirOutcome } from '../../../test/differential/comparison';
import type { Verdict } from '../../../test/differential/comparison';
import { found, foundManifests } from '../../../test/differential/found';
import { acceptedAnalyses } from '../../../test/differential/found-analyses';
import { isKnown } from '../../../test/differential/known';
import { tableOf } from '../../../test/differential/tally';
import type { Tally } from '../../../test/differential/tally';
import { tellable } from '../../../test/differential/upstream-ids';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

const ALL = 100_000;
/** Fewer, for whoever is at work on it. */
const CASES = Number(process.env.DIFFERENTIAL ?? ALL);
/** An id that is met less often says nothing. */
const LEAST_HITS = 20;
const LEAST_REFUSED = 0.3;

export const check: Check = {
  ...argo,
  id: 'oracle/differential',
  why: `of ${ALL} bundles, nothing without a finding that says refused is refused by the real code, and nothing with one is taken`,
  check: async binaries => {
    const tally = await tallyOf({ engine: 'argo', binary: binaries['argo-oracle'], crds: binaries['argo-crds'] }, CASES);
    process.stderr.write(`${tableOf(tally)}\n`);
    return [...await misremembered(binaries), ...disagreementsIn(tally, isKnown), ...CASES < ALL ? [] : tooFew(tally)];
  },
};

/** What was found once is still so. */
async function misremembered(binaries: Binaries): Promise<string[]> {
  const remembered = [...found, ...acceptedAnalyses.map(one => ({ ...one, theirs: 'accepted' }))];
  const answers = await askArgo(binaries, remembered.map(one => ({ objects: foundManifests(one), namespace: 'shop' })));
  return remembered.flatMap(({ name, theirs }, index) => {
    const outcome = theirOutcome((answers[index]!.verdicts as Verdict[]).map(reasonOf));
    return outcome === theirs ? [] : [`${name}: is ${outcome}, not ${theirs}`];
  });
}

/** What makes the comparison say less than it should. */
function tooFew({ cases, outcomes, ids }: Tally): string[] {
  const rare = tellable.filter(id => (ids[id]?.hits ?? 0) < LEAST_HITS).map(id => `${id} is met ${ids[id]?.hits ?? 0} times only`);
  return [...rare, ...outcomes.refused < LEAST_REFUSED * cases ? [`only ${outcomes.refused} are refused`] : []];
}
