// Manifests that are right and manifests that are broken in one place or several: our verdict is the real code's.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { argo, askArgo } from './argo';
import { reasonOf, theirOutcome } from '../../../test/differential/comparison';
import type { Verdict } from '../../../test/differential/comparison';
import { found, foundManifests } from '../../../test/differential/found';
import { acceptedAnalyses } from '../../../test/differential/found-analyses';
import { isKnown } from '../../../test/differential/known';
import { emptyTally, merge, tableOf } from '../../../test/differential/tally';
import type { Tally } from '../../../test/differential/tally';
import { tellable } from '../../../test/differential/upstream-ids';
import { ROOT } from '../../harness/manifests';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';
import { CONFORMANCE } from '../../lab/binaries';

const ALL = 100_000;
/** Fewer, for whoever is at work on it. */
const CASES = Number(process.env.DIFFERENTIAL ?? ALL);
const PROCESSES = 2;
/** An id that is met less often says nothing. */
const LEAST_HITS = 20;
const LEAST_REFUSED = 0.3;

export const check: Check = {
  ...argo,
  id: 'oracle/differential',
  why: `of ${ALL} bundles, nothing without a finding that says refused is refused by the real code, and nothing with one is taken`,
  check: async binaries => {
    const tally = emptyTally();
    const share = Math.ceil(CASES / PROCESSES);
    const children: ChildProcess[] = [];
    const parts = Array.from({ length: PROCESSES }, (_, index) => judge(binaries, index * share, Math.min(CASES, (index + 1) * share), children));
    try {
      for (const part of await Promise.all(parts)) merge(tally, part);
    } finally {
      children.forEach(child => child.kill());
    }
    process.stderr.write(`${tableOf(tally)}\n`);
    return [...await misremembered(binaries), ...disagreements(tally), ...CASES < ALL ? [] : tooFew(tally)];
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

function judge(binaries: Binaries, first: number, end: number, children: ChildProcess[]): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const program = join(CONFORMANCE, 'scenarios', 'oracle', 'differential-run.ts');
    const args = ['-r', join(ROOT, 'scripts', 'from-sources.cjs'), program, binaries['argo-oracle'], binaries['argo-crds'], String(first), String(end)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject).on('close', code => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(said).toString()) as Tally);
      else reject(new Error(`the comparison ended with ${code}`));
    });
  });
}

function disagreements({ groups }: Tally): string[] {
  return Object.entries(groups).filter(([group]) => !isKnown(group)).sort(([, one], [, other]) => other.count - one.count)
    .map(([group, { count, example }]) => `${group}, ${count} times, ${example.slice(0, 1000)}`);
}

/** What makes the comparison say less than it should. */
function tooFew({ cases, outcomes, ids }: Tally): string[] {
  const rare = tellable.filter(id => (ids[id]?.hits ?? 0) < LEAST_HITS).map(id => `${id} is met ${ids[id]?.hits ?? 0} times only`);
  return [...rare, ...outcomes.refused < LEAST_REFUSED * cases ? [`only ${outcomes.refused} are refused`] : []];
}
