import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryCookies: Rule = {
  id: 'canary-cookies',
  class: 'broken',
  summary: 'the cookies of the canary and of the primary have different names',
  why: 'Flagger never begins with such a Canary, and writes so in its log alone: no event, no status',
  covers: ['FV-01'],
  check: (graph) => forEachCanary(graph, function* ({ analysis }): Iterable<Remark> {
    const [canary, primary] = ['cookieName', 'primaryCookieName'].map((key) => analysis.at('sessionAffinity', key));
    const other = primary.exists || primary.isUnknown ? primary.text : '';
    if (canary.text !== undefined && canary.text === other) {
      const [field, name] = other === '' ? [canary, 'flagger-cookie'] : [primary, `${other}-primary`];
      yield remark(field, `must not be the name of both cookies, got ${shown(other)}`, write(field, name));
    }
  }),
};
