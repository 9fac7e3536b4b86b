import { table } from './markdown';
import type { Blocks } from './markers';
import { classesIn } from './public-docs';

const facts = ['Secret', 'Answer', 'No data'] as const;
const unasked = 'cannot be asked';

/** What every metric source needs and says, as its doc comment has it, for the one engine and for the other. */
export function sourceBlocks(): Blocks {
  const sources = classesIn('metrics');
  const headings = facts.map(fact => fact.toLowerCase());
  return {
    sources: table(['metric source', 'query', ...headings], sources.map(({ name, docs }) => [`\`${name}\``, written(docs, 'Query', name), ...cells(docs, name)])),
    flagger: table(['metric source', ...headings], sources.map(({ name, docs }) => [`\`${name}\``, ...cells(docs, name, "Flagger's ")])),
  };
}

/** Nothing of an engine that cannot ask it. */
function cells(docs: string, name: string, whose = ''): readonly string[] {
  const own = (fact: string) => whose === '' ? fact : `${whose}${fact.toLowerCase()}`;
  const isAsked = facts.some(fact => factOf(docs, own(fact)) !== undefined);
  return facts.map((fact, index) => isAsked ? written(docs, own(fact), name) : index === 0 ? unasked : '-');
}

function written(docs: string, fact: string, name: string): string {
  return factOf(docs, fact) ?? `write \`- ${fact}: ...\` into the doc comment of ${name}`;
}

/** One fact of a doc comment: `- Secret: none.` */
export function factOf(docs: string, fact: string): string | undefined {
  const found = new RegExp(`^- ${fact}: ([^]*?)(?=^- |(?![^]))`, 'm').exec(docs)?.[1];
  return found?.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
