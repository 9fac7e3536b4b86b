// Programs over all properties at once: what is written, the controller takes, and what is not, is refused by name.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { argo, askArgo, few, told } from './argo';
import { ROOT } from '../../harness/manifests';
import type { Fields } from '../../harness/objects';
import { linesOf } from '../../harness/oracle';
import type { Check } from '../../harness/suite';
import { CONFORMANCE } from '../../lab/binaries';
import type { Binaries } from '../../lab/binaries';

const PROGRAMS = 20_000;
/** So many at a time are held in memory. */
const BATCH = 1_000;
const SEED = 20261121;

interface Ran {
  readonly text: string;
  /** Why it is neither written as it must be nor refused as it must be. */
  readonly problem?: string;
  /** What it wrote; absent where it was refused. */
  readonly objects?: readonly Fields[];
}

export const check: Check = {
  ...argo,
  id: 'oracle/programs',
  why: `of ${PROGRAMS} programs over all properties, none crashes; what one writes is taken, and what it does not is refused in words that name a property`,
  check: async binaries => {
    const findings: string[] = [];
    let written = 0;
    for (let done = 0; done < PROGRAMS; done += BATCH) {
      const ran = await run(BATCH, SEED + done);
      written += ran.filter(({ objects }) => objects !== undefined).length;
      findings.push(...ran.flatMap(({ text, problem }) => problem === undefined ? [] : [`${problem}\n${text}`]), ...await refused(binaries, ran));
    }
    if (written < PROGRAMS / 5) findings.push(`only ${written} programs were written`);
    return few(findings, PROGRAMS);
  },
};

function run(count: number, seed: number): Promise<Ran[]> {
  return new Promise((resolve, reject) => {
    const args = ['-r', join(ROOT, 'scripts', 'from-sources.cjs'), join(CONFORMANCE, 'scenarios', 'oracle', 'programs-run.ts'), String(count), String(seed)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject).on('close', code => {
      if (code === 0) resolve(linesOf(Buffer.concat(said).toString()).map(line => JSON.parse(line) as Ran));
      else reject(new Error(`the programs ended with ${code}`));
    });
  });
}

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
