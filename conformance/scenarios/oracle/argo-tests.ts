// The oracle's own tests.
import { argo } from './argo';
import type { Check } from '../../harness/suite';
import { CONFORMANCE } from '../../lab/binaries';
import { findGo, go } from '../../lab/go';

const COMMANDS = [['vet', './...'], ['test', './oracle/argo']] as const;

export const check: Check = {
  ...argo,
  id: 'oracle/argo-tests',
  why: 'whoever believes the oracle of Argo believes what its own tests say, where there is Go to run them',
  check: async () => findGo(CONFORMANCE) ? COMMANDS.flatMap(failureOf) : [],
};

function failureOf(command: readonly string[]): string[] {
  try {
    go(CONFORMANCE, command);
    return [];
  } catch {
    return [`go ${command.join(' ')} fails, in conformance/`];
  }
}
