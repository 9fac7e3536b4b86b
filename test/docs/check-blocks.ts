import { table } from './markdown';
import type { Blocks } from './markers';
import { everyCheck } from '../../src/rules/evidence/every-check';
import { anchorOf } from '../../src/rules/evidence/evidence-of';
import { HOME, linkTo } from '../../src/rules/evidence/reference';
import type { Link } from '../../src/rules/evidence/reference';

/** The families that stand in one table. */
const TOGETHER: Readonly<Record<string, string>> = {
  BG: 'RO',
  AA: 'RO',
  CA: 'RO',
  FT: 'FV',
  FK: 'FH',
  FX: 'FN',
  FC: 'FN',
  FGL: 'FN',
  FAP: 'FN',
  FI: 'FG',
  FAM: 'FG',
  FKN: 'FG',
  FA: 'FB',
  FD: 'FB',
};

/** Tables of docs/upstream-checks.md, by the family that each begins with. */
export function checkBlocks(): Blocks {
  const ids = Object.keys(everyCheck);
  const families = [...new Set(ids.map(familyOf))];
  return Object.fromEntries(families.map(family => [`checks-${family}`, tableOf(ids.filter(id => familyOf(id) === family), family)]));
}

function tableOf(ids: readonly string[], family: string): string {
  return table(['id', family === 'GATE' ? 'what was seen' : 'what is wrong', 'where'], ids.map(id => {
    const [wrong, ...references] = everyCheck[id];
    return [`<a id="${anchorOf(id)}"></a>${id}`, wrong, references.map(linkTo).map(linked).join(', ')];
  }));
}

function familyOf(id: string): string {
  const [family] = id.split('-');
  return TOGETHER[family] ?? family;
}

/** A link as a document below docs/ has it. */
export function linked({ text, url }: Link): string {
  const own = `${HOME}/blob/main/`;
  const path = url.startsWith(own) ? `../${url.slice(own.length)}`.replace('../docs/', '') : url;
  return `[${text}](${path})`;
}
