import { table } from './markdown';
import type { Blocks } from './markers';
import { classesIn } from './public-docs';

const facts = ['Query', 'Secret', 'Answer', 'No data'] as const;

/** What every metric source needs and says, as its doc comment has it. */
export function sourceBlocks(): Blocks {
  const rows = classesIn('metrics').map(({ name, docs }) =>
    [`\`${name}\``, ...facts.map(fact => factOf(docs, fact) ?? `write \`- ${fact}: ...\` into the doc comment of ${name}`)]);
  return { sources: table(['metric source', ...facts.map(fact => fact.toLowerCase())], rows) };
}

/** One fact of a doc comment: `- Secret: none.` */
export function factOf(docs: string, fact: string): string | undefined {
  const found = new RegExp(`^- ${fact}: ([^]*?)(?=^- |(?![^]))`, 'm').exec(docs)?.[1];
  return found?.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
