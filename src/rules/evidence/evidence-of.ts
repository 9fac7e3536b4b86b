import { everyCheck } from './every-check';
import { HOME, linkTo } from './reference';
import type { Link, Reference } from './reference';
import type { RuleDescription } from '../every-description';
import { everyExample } from '../every-example';

/** Where all checks of upstream are listed. */
const CHECKS = 'docs/upstream-checks.md';

/** Rules without an example, which are about what was given and not about what is in it. */
const BESIDE: Readonly<Record<string, readonly Reference[]>> = {
  'argo-version': ['docs/argo-rollouts.md#older-releases'],
  'readable': ['docs/lint.md#what-is-read'],
  'unused-waiver': ['docs/lint.md#waivers'],
  'waiver-reason': ['docs/lint.md#waivers'],
};

/** How one thing that a rule says is known. */
export interface Evidence {
  /** Which check of upstream it is. */
  readonly id?: string;
  readonly text: string;
  readonly links: readonly Link[];
}

/** How it is known what a rule says: each check of upstream that it answers, and what else there is. */
export function evidenceOf({ id, covers }: Pick<RuleDescription, 'id' | 'covers'>): readonly Evidence[] {
  const known = [...everyExample.get(id)?.known ?? [], ...Object.hasOwn(BESIDE, id) ? BESIDE[id] : []];
  return [...covers.map(evidenceOfCheck), ...known.map(linkTo).map((link) => ({ text: link.text, links: [link] }))];
}

function evidenceOfCheck(id: string): Evidence {
  const [wrong, ...references] = everyCheck[id];
  return { id, text: wrong, links: [{ text: id, url: `${HOME}/blob/main/${CHECKS}#${anchorOf(id)}` }, ...references.map(linkTo)] };
}

/** The place of a check, or of a rule, in its document. */
export function anchorOf(id: string): string {
  return id.toLowerCase();
}
