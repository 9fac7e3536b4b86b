// Runs programs against each other, each run in a fresh process.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const runs = 5;
const program = fileURLToPath(new URL('case.mjs', import.meta.url));

/** What one run of bench/case.mjs reports. */
export function run(options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, JSON.stringify(options)], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`bench/case.mjs ${JSON.stringify(options)} failed:\n${stderr}`);
  return JSON.parse(stdout || '{}');
}

/** Runs two programs in turn, so that a machine that is busy for a while is busy for both. */
export function alternate(first, second) {
  return Array.from({ length: runs }, () => [run(first), run(second)]);
}

/** The median over all pairs of how many times longer the first program took. */
export function ratio(pairs, part = 'total') {
  return median(pairs.map(([first, second]) => first[part] / second[part]));
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
