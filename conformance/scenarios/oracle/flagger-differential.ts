// Canaries with all that they name, right and wrong in one place or several: our verdict is that of Flagger's own code.
import { disagreementsIn, tallyOf } from './differential-processes';
import { flaggerTellable } from '../../../test/differential/flagger-ids';
import { isKnownOfFlagger } from '../../../test/differential/flagger-known';
import { tableOf } from '../../../test/differential/tally';
import type { Tally } from '../../../test/differential/tally';
import type { Check } from '../../harness/suite';

const ALL = 20_000;
/** Fewer, for whoever is at work on it. */
const CASES = Number(process.env.DIFFERENTIAL ?? ALL);
const LEAST = { refused: 0.2, broken: 0.1, accepted: 0.2 };
/** An id that is met less often says nothing. */
const LEAST_HITS = 10;

export const check: Check = {
  id: 'oracle/flagger-differential',
  why: `of ${ALL} bundles, what the definitions refuse or Flagger cannot work with has a finding that says so, and nothing else has one`,
  engine: 'flagger',
  needs: ['flagger-oracle', 'flagger-crds'],
  check: async binaries => {
    const tally = await tallyOf({ engine: 'flagger', binary: binaries['flagger-oracle'], crds: binaries['flagger-crds'] }, CASES);
    process.stderr.write(`${tableOf(tally)}\n`);
    return [...disagreementsIn(tally, isKnownOfFlagger), ...tooFew(tally), ...CASES < ALL ? [] : tooRare(tally)];
  },
};

/** What makes the comparison say less than it should. */
function tooFew({ cases, outcomes }: Tally): string[] {
  return Object.entries(LEAST).filter(([outcome, share]) => outcomes[outcome as keyof typeof LEAST] < share * cases)
    .map(([outcome]) => `only ${outcomes[outcome as keyof typeof LEAST]} of ${cases} are ${outcome}`);
}

function tooRare({ ids }: Tally): string[] {
  return flaggerTellable.filter(id => (ids[id]?.hits ?? 0) < LEAST_HITS).map(id => `${id} is met ${ids[id]?.hits ?? 0} times only`);
}
