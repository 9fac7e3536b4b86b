import { everyDescription } from '../../rules/every-description';
import type { Command, CommandEntry } from '../command';
import { completionScripts } from '../completion-scripts';
import { exitCodes, UsageError } from '../io';

const SHELLS = Object.keys(completionScripts);

/** The command that knows all others. */
export function completionOf(commands: ReadonlyMap<string, CommandEntry>): Command {
  return {
    name: 'completion',
    takes: SHELLS.join('|'),
    text: `
Writes a script that completes commands, options, their values and the names of rules.

  bash  source <(rolloutkit completion bash)             in ~/.bashrc
  zsh   rolloutkit completion zsh > _rolloutkit          in a folder of $fpath
  fish  rolloutkit completion fish > rolloutkit.fish     in ~/.config/fish/completions
`,
    completes: SHELLS,
    options: {},
    examples: ['source <(rolloutkit completion bash)', 'rolloutkit completion fish > ~/.config/fish/completions/rolloutkit.fish'],
    run: async (args, io) => {
      const [shell] = args.positionals;
      if (shell === undefined || args.positionals.length > 1 || !Object.hasOwn(completionScripts, shell)) {
        throw new UsageError(`completion: name one shell of ${SHELLS.join(', ')}${shell === undefined ? '' : `, got ${args.positionals.join(' ')}`}`);
      }
      const entries = [...commands].map(([, { summary, load }]) => ({ command: load(), summary }));
      io.out(completionScripts[shell](entries, everyDescription.map(({ id }) => id)));
      return exitCodes.fine;
    },
  };
}
