import { formatRules, formatRulesAsJson, formatRulesAsMarkdown } from '../../report/rule-list';
import { everyDescription } from '../../rules/every-description';
import { everyExample } from '../../rules/every-example';
import type { Command } from '../command';
import { exitCodes, UsageError } from '../io';
import { findingClasses } from '../rule-choice';

export const rules: Command = {
  name: 'rules',
  takes: '',
  text: 'Lists the rules that manifests are judged by: what each means when it speaks, its name, and what must hold.',
  completes: [],
  options: {
    format: { value: 'FORMAT', choices: ['text', 'json', 'markdown'], help: 'text, json (with reasons and examples) or markdown (default text)' },
    class: { value: 'CLASS', list: true, choices: findingClasses, help: `rules of this class only: ${findingClasses.join(', ')}` },
  },
  examples: ['rolloutkit rules', 'rolloutkit rules --class refused,broken', 'rolloutkit rules --format json'],
  run: async (args, io) => {
    if (args.positionals.length > 0) {
      throw new UsageError(`rules: takes no arguments, got ${args.positionals[0]}; see rolloutkit explain ${args.positionals[0]}`);
    }
    const classes = args.values('class');
    const listed = everyDescription.filter((rule) => classes.length === 0 || classes.includes(rule.class));
    const format = args.value('format');
    io.out(format === 'json' ? formatRulesAsJson(listed, everyExample) : format === 'markdown' ? formatRulesAsMarkdown(listed) : formatRules(listed));
    return exitCodes.fine;
  },
};
