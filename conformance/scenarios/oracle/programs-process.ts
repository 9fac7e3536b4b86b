// Generated programs, run in a process of their own: what they leave behind goes with it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../harness/manifests';
import type { Fields } from '../../harness/objects';
import { linesOf } from '../../harness/oracle';
import { CONFORMANCE } from '../../lab/binaries';

/** What came of a program. */
export interface Ran {
  readonly text: string;
  /** Why it is neither written as it must be nor refused as it must be. */
  readonly problem?: string;
  /** What it wrote; absent where it was refused. */
  readonly objects?: readonly Fields[];
}

/** The same programs for the same seed. */
export function runPrograms(grammar: 'rollouts' | 'flagger', count: number, seed: number): Promise<Ran[]> {
  return new Promise((resolve, reject) => {
    const args = ['-r', join(ROOT, 'scripts', 'from-sources.cjs'), join(CONFORMANCE, 'scenarios', 'oracle', 'programs-run.ts'), grammar, String(count), String(seed)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject).on('close', code => {
      if (code === 0) resolve(linesOf(Buffer.concat(said).toString()).map(line => JSON.parse(line) as Ran));
      else reject(new Error(`the programs ended with ${code}`));
    });
  });
}
