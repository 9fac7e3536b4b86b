import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, JudgedObject } from './comparison';

/** Objects with what the API server's own code said of them, one a line. */
export const RECORD = join(__dirname, 'verdicts.jsonl');

export function readRecord(): readonly (JudgedObject & Answer)[] {
  return readFileSync(RECORD, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as JudgedObject & Answer);
}
