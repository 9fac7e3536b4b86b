import type { Argument } from '../../graph/argument';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const argumentConflicts: Rule = {
  id: 'argument-conflicts',
  class: 'refused',
  summary: 'templates that run together agree on the values of their arguments',
  why: 'the controller makes one list of their arguments before it looks at what the Rollout gives: two values of one name make the Rollout InvalidSpec even where it gives a third',
  covers: ['AN-02'],
  check: (graph) => forEachAnalysis(graph, function* (use): Iterable<Remark> {
    const first = new Map<string, Argument>();
    for (const argument of use.templates.flatMap((template) => template.arguments)) {
      const value = argument.field.textAt('value');
      const known = argument.name === undefined ? undefined : first.get(argument.name);
      if (argument.name === undefined || value === undefined) {
        continue;
      }
      const other = known?.field.textAt('value');
      if (known !== undefined && other !== value) {
        yield remark(
          argument.field.at('value'), `must be the value that ${argument.name} has in ${known.field.node.resource}, which runs with this in ${use.rollout.resource}, got another`,
          'write the same in both, or call one of them otherwise', { about: use.rollout, ...(use.place === 'experiment' ? { class: 'broken' } : {}) },
        );
      } else {
        first.set(argument.name, argument);
      }
    }
  }),
};
