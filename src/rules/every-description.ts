import { everyRule } from './every-rule';
import type { Rule } from './rule';
import { versionRule } from './version-rule';
import { newestArgo } from '../manifests/argo-versions';

/** What a rule says of itself. */
export type RuleDescription = Pick<Rule, 'id' | 'class' | 'summary' | 'why' | 'covers'>;

/** Findings that no rule of the catalogue makes, because they are about what was given and not about what is in it. */
const beside: readonly RuleDescription[] = [
  versionRule(newestArgo),
  {
    id: 'readable',
    class: 'refused',
    summary: 'a file is YAML or JSON, and each document in it an object',
    why: 'kubectl stops at the first document that it cannot read, and applies what stands before it',
    covers: [],
  },
  {
    id: 'unused-waiver',
    class: 'risky',
    summary: 'a waiver waives something',
    why: 'one that was forgotten hides the next thing that the rule has to say there, and one with a misspelt name hides nothing',
    covers: [],
  },
  {
    id: 'waiver-reason',
    class: 'broken',
    summary: 'a waiver says why',
    why: 'nobody can tell later whether what was accepted then is still acceptable, so without a reason nothing is waived',
    covers: [],
  },
];

/** Every rule that a finding can name, by id. */
export const everyDescription: readonly RuleDescription[] = [...everyRule, ...beside].sort((a, b) => a.id < b.id ? -1 : 1);
