import type { RuleDescription } from '../rules/every-description';
import { evidenceOf } from '../rules/evidence/evidence-of';
import type { Evidence } from '../rules/evidence/evidence-of';
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
    const evidence = evidenceOf(rule).map(({ id: check, text, links }) => ({ id: check, text, urls: links.map(({ url }) => url) }));
    return { id, class: ruleClass, severity: severities[ruleClass], summary, why, covers, evidence, bad: trimmed(bad), good: trimmed(good) };
  }), null, 2)}\n`;
}

/** The table of docs/rules.md, for another place. */
export function formatRulesAsMarkdown(rules: readonly RuleDescription[]): string {
  const rows = [
    ['rule', 'severity', 'what must hold', 'what happens otherwise', 'evidence'], ['---', '---', '---', '---', '---'],
    ...rules.map((rule) => [
      `\`${rule.id}\``, severities[rule.class], rule.summary, rule.why, evidenceOf(rule).map(({ links: [{ text, url }] }) => `[${text}](${url})`).join(', '),
    ]),
  ];
  return rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`).join('');
}

const CLASSES: Readonly<Record<RuleDescription['class'], string>> = {
  refused: 'the controller or the API server refuses it: an error',
  broken: 'it is accepted and cannot work: an error',
  risky: 'it works until it matters: a warning',
  advice: 'it works, and there is better: an info',
};

/** What a rule wants, why, how it looks, and how it is known. */
export function explainRule(rule: RuleDescription, examples: Examples): string {
  const { id, class: ruleClass, summary, why } = rule;
  const example = examples.get(id);
  return [
    `${id}  (${ruleClass}: ${CLASSES[ruleClass]})`,
    '', `  ${summary}`,
    '', 'Otherwise:', `  ${why}`,
    ...(example === undefined ? [] : ['', 'Bad:', indented(example.bad), '', 'Good:', indented(example.good)]),
    '', 'Evidence:', ...evidenceOf(rule).flatMap(linesOf),
    '',
  ].join('\n');
}

function linesOf({ id, text, links }: Evidence): string[] {
  return [`  ${id === undefined ? '' : `${id}  `}${text}`, ...links.map(({ url }) => `    ${url}`)];
}

/** The same as a part of a document. */
export function explainRuleAsMarkdown(rule: RuleDescription, examples: Examples): string {
  const { id, class: ruleClass, summary, why } = rule;
  const example = examples.get(id);
  const block = (heading: string, yaml: string) => [`${heading}:`, '', '```yaml', trimmed(yaml), '```', ''];
  return [
    `## ${id}`, '', `${ruleClass} (${severities[ruleClass]}): ${summary}.`, '', `Otherwise: ${why}.`, '',
    ...(example === undefined ? [] : [...block('Bad', example.bad), ...block('Good', example.good)]),
    'Evidence:', '', ...evidenceOf(rule).map(itemOf), '',
  ].join('\n');
}

function itemOf({ id, text, links }: Evidence): string {
  const [first, ...others] = links.map((link) => `[${link.text}](${link.url})`);
  return `- ${first}${id === undefined ? '' : `: ${text}`}${others.length === 0 ? '' : ` (${others.join(', ')})`}`;
}

function indented(yaml: string): string {
  return trimmed(yaml)!.split('\n').map((line) => line === '' ? '' : `  ${line}`).join('\n');
}

function trimmed(yaml: string | undefined): string | undefined {
  return yaml?.replace(/^\n+/, '').trimEnd();
}
