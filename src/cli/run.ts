import type { Command } from './command';
import type * as LintModule from './commands/lint';
import { exitCodes, UsageError } from './io';
import type { Io } from './io';

/** Each command is loaded when it is called: `--help` needs neither a parser nor rules. A new one gets its line here. */
const commands: ReadonlyMap<string, { readonly summary: string; load(): Command }> = new Map([
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  ['lint', { summary: 'judge manifests in YAML or JSON', load: () => (require('./commands/lint') as typeof LintModule).lint }],
]);

/** Runs a command line (without `node` and the script) and returns the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!isMisuse(error)) {
      throw error;
    }
    io.err(`rolloutkit: ${error.message.split('\n')[0]}\n`);
    return exitCodes.misuse;
  }
}

async function dispatch([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? io.err : io.out)(help());
    return name === undefined ? exitCodes.misuse : exitCodes.fine;
  }
  if (name === '--version') {
    io.out(`${io.version}\n`);
    return exitCodes.fine;
  }
  const command = commands.get(name);
  if (command === undefined) {
    throw new UsageError(`there is no command ${name}, there is ${[...commands.keys()].join(', ')}; see rolloutkit --help`);
  }
  return command.load().run(args, io);
}

function help(): string {
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(8)}  ${summary}`);
  return `Usage: rolloutkit COMMAND [OPTIONS]

Progressive delivery as typed code, and rules for hand-written manifests.

Commands:
${lines.join('\n')}

Options:
  -h, --help  show this text
  --version   show the version

Examples:
  rolloutkit lint rollout.yaml
  rolloutkit lint --help
`;
}

/** Our own, and what `parseArgs` throws at an option that it does not know. */
function isMisuse(error: unknown): error is Error {
  return error instanceof UsageError
    || (typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
}
