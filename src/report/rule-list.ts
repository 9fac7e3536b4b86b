import type { RuleDescription } from '../rules/every-description';
import { severities } from '../rules/finding';
import type { RuleExample } from '../rules/rule-example';

export type Examples = ReadonlyMap<string, Pick<RuleExample, 'bad' | 'good'>>;

/** One line a rule. */
export function formatRules(rules: readonly RuleDescription[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map((rule) => `${rule.class.padEnd(7)}  ${rule.id.padEnd(width)}  ${rule.summary}\n`).join('');
}

/** All that there is to know of them, examples included. */
export function formatRulesAsJson(rules: readonly RuleDescription[], examples: Examples): string {
  return `${JSON.stringify(rules.map((rule) => {
    const { id, class: ruleClass, summary, why, covers } = rule;
    const { bad, good } = examples.get(id) ?? {};
    return { id, class: ruleClass, severity: severities[ruleClass], summary, why, covers, bad: trimmed(bad), good: trimmed(good) };
  }), null, 2)}\n`;
}

/** The table of docs/rules.md. */
export function formatRulesAsMarkdown(rules: readonly RuleDescription[]): string {
  const rows = [
    ['rule', 'severity', 'what must hold', 'what happens otherwise'], ['---', '---', '---', '---'],
    ...rules.map(({ id, class: ruleClass, summary, why }) => [`\`${id}\``, severities[ruleClass], summary, why]),
  ];
  return rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`).join('');
}

const CLASSES: Readonly<Record<RuleDescription['class'], string>> = {
  refused: 'the controller or the API server refuses it: an error',
  broken: 'it is accepted and cannot work: an error',
  risky: 'it works until it matters: a warning',
  advice: 'it works, and there is better: an info',
};

/** What a rule wants, why, and how it looks. */
export function explainRule({ id, class: ruleClass, summary, why }: RuleDescription, examples: Examples): string {
  const example = examples.get(id);
  return [
    `${id}  (${ruleClass}: ${CLASSES[ruleClass]})`,
    '', `  ${summary}`,
    '', 'Otherwise:', `  ${why}`,
    ...(example === undefined ? [] : ['', 'Bad:', indented(example.bad), '', 'Good:', indented(example.good)]),
    '',
  ].join('\n');
}

/** The same as a part of a document. */
export function explainRuleAsMarkdown({ id, class: ruleClass, summary, why }: RuleDescription, examples: Examples): string {
  const example = examples.get(id);
  const block = (heading: string, yaml: string) => [`${heading}:`, '', '```yaml', trimmed(yaml), '```', ''];
  return [
    `## ${id}`, '', `${ruleClass} (${severities[ruleClass]}): ${summary}.`, '', `Otherwise: ${why}.`, '',
    ...(example === undefined ? [] : [...block('Bad', example.bad), ...block('Good', example.good)]),
  ].join('\n');
}

function indented(yaml: string): string {
  return trimmed(yaml)!.split('\n').map((line) => line === '' ? '' : `  ${line}`).join('\n');
}

function trimmed(yaml: string | undefined): string | undefined {
  return yaml?.replace(/^\n+/, '').trimEnd();
}
