// Programs over all properties at once: what is written, the controller takes, and what is not, is refused by name.
import { argo, askArgo, few, told } from './argo';
import { runPrograms } from './programs-process';
import type { Ran } from './programs-process';
import type { Fields } from '../../harness/objects';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

const ALL = 20_000;
/** Fewer, for whoever is at work on it. */
const PROGRAMS = Number(process.env.PROGRAMS ?? ALL);
/** So many at a time are held in memory. */
const BATCH = 1_000;
const SEED = 20261121;

export const check: Check = {
  ...argo,
  id: 'oracle/programs',
  why: `of ${ALL} programs over all properties, none crashes; what one writes is taken, and what it does not is refused in words that name a property`,
  check: async binaries => {
    const findings: string[] = [];
    let written = 0;
    for (let done = 0; done < PROGRAMS; done += BATCH) {
      const ran = await runPrograms('rollouts', Math.min(BATCH, PROGRAMS - done), SEED + done);
      written += ran.filter(({ objects }) => objects !== undefined).length;
      findings.push(...ran.flatMap(({ text, problem }) => problem === undefined ? [] : [`${problem}\n${text}`]), ...await refused(binaries, ran));
    }
    if (written < PROGRAMS / 5) findings.push(`only ${written} programs were written`);
    return few(findings, PROGRAMS);
  },
};

/** What the controller, or the API server, has against what was written. */
async function refused(binaries: Binaries, ran: readonly Ran[]): Promise<string[]> {
  const written = ran.filter(({ objects }) => objects !== undefined);
  const answers = await askArgo(binaries, written.map(({ text, objects }) => ({ objects, namespace: 'shop', elsewhere: othersIn(text) })));
  return written.flatMap(({ text }, index) => (answers[index]!.verdicts as Fields[]).map(verdict => `${told(verdict)}\n${text}`));
}

/** What a program names and somebody else has written. */
function othersIn(text: string): string[] {
  return [
    ...text.includes('services:') ? ['Service/*'] : [],
    ...text.includes('.existing(') ? ['Ingress/*', 'VirtualService/*', 'DestinationRule/*'] : [],
    ...text.includes('Adopted.named(') ? ['Deployment/*', 'ReplicaSet/*', 'PodTemplate/*'] : [],
  ];
}
