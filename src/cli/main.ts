#!/usr/bin/env node
import { exitCodes } from './io';
import { nodeIo } from './node-io';
import { run } from './run';

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
});

// The exit code is set, not forced: what was written must reach a pipe.
void run(process.argv.slice(2), nodeIo).catch(blameOurselves).then((code) => { process.exitCode = code; });

/** Nobody who lints a manifest can do anything with the names of our functions. */
function blameOurselves(error: unknown): number {
  nodeIo.err(`rolloutkit: this is a fault of rolloutkit ${nodeIo.version}: ${error instanceof Error ? error.message : String(error)}; `
    + 'please tell it at https://github.com/rolloutkit/rolloutkit/issues\n');
  return exitCodes.misuse;
}
