import { didYouMean, readArguments } from './arguments';
import { commands } from './commands';
import type * as HelpModule from './help';
import { AbsentError, exitCodes, UsageError } from './io';
import type { Io } from './io';
import { plain } from '../report/findings/plain';

/** Runs a command line (without `node` and the script) and returns the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof AbsentError)) {
      throw error;
    }
    io.err(`rolloutkit: ${plain(error.message.split('\n')[0])}\n`);
    return error instanceof AbsentError ? exitCodes.absent : exitCodes.misuse;
  }
}

async function dispatch([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === undefined) {
    io.err(help());
    return exitCodes.misuse;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && args.length === 0)) {
    io.out(help());
    return exitCodes.fine;
  }
  if (name === '--version') {
    io.out(`${io.version}\n`);
    return exitCodes.fine;
  }
  const [asked, rest] = name === 'help' ? [args[0], ['--help']] : [name, args];
  const entry = commands.get(asked);
  if (entry === undefined) {
    const names = [...commands.keys()];
    throw new UsageError(`there is no command ${asked}${didYouMean(asked, names) || `, there is ${names.join(', ')}`}; see rolloutkit --help`);
  }
  const command = entry.load();
  const given = readArguments(command, rest);
  if (given.has('help')) {
    io.out((require('./help') as typeof HelpModule).helpOf(command));
    return exitCodes.fine;
  }
  return command.run(given, io);
}

function help(): string {
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(10)}  ${summary}`);
  return `Usage: rolloutkit COMMAND [OPTIONS]

Progressive delivery as typed code, and rules for hand-written manifests.

Commands:
${lines.join('\n')}

Options:
  -h, --help  show this text, or with a command what it takes
  --version   show the version

What a command makes goes to standard output, words about it to standard error. Exit codes: 0 fine, 1 findings,
2 a command line or an input that cannot be used, 3 something that is needed is not there.

Examples:
  rolloutkit lint rollout.yaml
  rolloutkit explain weights-reachable
  rolloutkit lint --help
`;
}
