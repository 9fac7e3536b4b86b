import type { CommandEntry } from './command';
import type * as CompletionModule from './commands/completion';
import type * as ExplainModule from './commands/explain';
import type * as LintModule from './commands/lint';
import type * as RulesModule from './commands/rules';

/** Each command is loaded when it is called: `--help` needs neither a parser nor rules. A new one gets its line here. */
export const commands: ReadonlyMap<string, CommandEntry> = new Map<string, CommandEntry>([
  ['lint', { summary: 'judge manifests in YAML or JSON', load: () => (require('./commands/lint') as typeof LintModule).lint }],
  ['rules', { summary: 'list the rules', load: () => (require('./commands/rules') as typeof RulesModule).rules }],
  ['explain', { summary: 'say what a rule wants, and why', load: () => (require('./commands/explain') as typeof ExplainModule).explain }],
  ['completion', { summary: 'write the completion script of a shell', load: () => (require('./commands/completion') as typeof CompletionModule).completionOf(commands) }],
]);
