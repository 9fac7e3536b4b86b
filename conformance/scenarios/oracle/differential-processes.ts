// Judges many cases in several processes.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { emptyTally, merge } from '../../../test/differential/tally';
import type { Tally } from '../../../test/differential/tally';
import { ROOT } from '../../harness/manifests';
import { CONFORMANCE } from '../../lab/binaries';

const PROCESSES = 2;

/** Whose code is asked, and where it is. */
export interface Asked {
  readonly engine: 'argo' | 'flagger';
  readonly binary: string;
  readonly crds: string;
}

export async function tallyOf(asked: Asked, cases: number): Promise<Tally> {
  const tally = emptyTally();
  const share = Math.ceil(cases / PROCESSES);
  const children: ChildProcess[] = [];
  const parts = Array.from({ length: PROCESSES }, (_, index) => judge(asked, index * share, Math.min(cases, (index + 1) * share), children));
  try {
    for (const part of await Promise.all(parts)) merge(tally, part);
  } finally {
    children.forEach(child => child.kill());
  }
  return tally;
}

function judge({ engine, binary, crds }: Asked, first: number, end: number, children: ChildProcess[]): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const program = join(CONFORMANCE, 'scenarios', 'oracle', 'differential-run.ts');
    const args = ['-r', join(ROOT, 'scripts', 'from-sources.cjs'), program, engine, binary, crds, String(first), String(end)];
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

/** What is not agreed on, the most frequent first. */
export function disagreementsIn({ groups }: Tally, isKnown: (group: string) => boolean): string[] {
  return Object.entries(groups).filter(([group]) => !isKnown(group)).sort(([, one], [, other]) => other.count - one.count)
    .map(([group, { count, example }]) => `${group}, ${count} times, ${example.slice(0, 1000)}`);
}
