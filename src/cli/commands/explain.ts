import { explainRule, explainRuleAsMarkdown, formatRulesAsJson } from '../../report/rule-list';
import { everyDescription } from '../../rules/every-description';
import { everyExample } from '../../rules/every-example';
import type { Command } from '../command';
import { exitCodes, UsageError } from '../io';
import { checkRule } from '../rule-choice';

export const explain: Command = {
  name: 'explain',
  takes: 'RULE [RULE...]',
  text: 'Says what a rule wants, what happens otherwise, how it looks, as a bad example and a good one, and how it is known.',
  completes: 'rules',
  options: { format: { value: 'FORMAT', choices: ['text', 'json', 'markdown'], help: 'text, json or markdown (default text)' } },
  examples: ['rolloutkit explain weights-increase', 'rolloutkit explain query-scoped no-data-guard --format markdown'],
  run: async (args, io) => {
    if (args.positionals.length === 0) {
      throw new UsageError('explain: name a rule; see rolloutkit rules');
    }
    const asked = args.positionals.map((id) => checkRule('explain', id)).flatMap((id) => everyDescription.find((rule) => rule.id === id) ?? []);
    const format = args.value('format');
    const explainOne = format === 'markdown' ? explainRuleAsMarkdown : explainRule;
    io.out(format === 'json' ? formatRulesAsJson(asked, everyExample) : asked.map((rule) => explainOne(rule, everyExample)).join('\n'));
    return exitCodes.fine;
  },
};
