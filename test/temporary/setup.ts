import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** cdk8s makes a folder for every app of a test and leaves it behind, so a run of tests gets a temporary folder of its own. */
export default function setup(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'rolloutkit-tests-'));
}
