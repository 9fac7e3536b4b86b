// What some scenarios need of the machine and nobody builds.
import { spawnSync } from 'node:child_process';

/** Why what asks kubectl cannot be played here; nothing where it can. */
export function lacksKubectl(): string | undefined {
  return spawnSync('kubectl', ['version', '--client']).status === 0 ? undefined : 'needs kubectl on the PATH';
}
