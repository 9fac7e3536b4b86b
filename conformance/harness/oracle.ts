// The controllers' own checks, asked without a cluster: questions go in a line each, and answers come out in the same order.
import { spawn } from 'node:child_process';
import type { Fields } from './objects';

export interface Oracle {
  readonly binary: string;
  readonly args?: readonly string[];
}

/** Asks them all. A text is a line as it is. */
export async function ask(oracle: Oracle, questions: readonly (Fields | string)[]): Promise<Fields[]> {
  const lines = questions.map(question => `${typeof question === 'string' ? question : JSON.stringify(question)}\n`);
  return linesOf(await answersTo(oracle, lines.join(''))).map(line => JSON.parse(line) as Fields);
}

function answersTo({ binary, args = [] }: Oracle, questions: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const [said, complained]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
    child.on('error', reject).on('close', code => {
      if (code === 0) resolve(Buffer.concat(said).toString());
      else reject(new Error(`the oracle ended with ${code}: ${Buffer.concat(complained).toString().slice(0, 1000)}`));
    });
    // It may end before it has read everything; then its exit code tells.
    child.stdin.on('error', () => undefined).end(questions);
  });
}

export function linesOf(text: string): string[] {
  return text.split('\n').filter(line => line !== '');
}

/** Words that stand for themselves wherever they occur; everything else has to be the same. */
const FRAGMENTS = ['message', 'error', 'query'];

/** Where an answer is not as it must be. Of texts in words, a fragment is enough. */
export function differences(wanted: unknown, got: unknown, path = ''): string[] {
  const name = path.split('.').at(-1)!;
  if (FRAGMENTS.includes(name) && typeof wanted === 'string' && typeof got === 'string' && got.includes(wanted)) return [];
  if (isTree(wanted) && isTree(got)) {
    const names = [...new Set([...Object.keys(wanted), ...Object.keys(got)])];
    return names.flatMap(one => differences(wanted[one], got[one], path ? `${path}.${one}` : one));
  }
  return wanted === got ? [] : [`${path}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`];
}

function isTree(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
