import { ANALYSIS_RUN } from '../../graph/analysis-template';
import type { AnalysisUse } from '../../graph/analysis-use';
import type { Argument } from '../../graph/argument';
import type { FindingClass } from '../finding';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const argumentConflicts: Rule = {
  id: 'argument-conflicts',
  class: 'refused',
  summary: 'templates that run together agree on the values of their arguments',
  why: 'the controller makes one list of their arguments before it looks at what the Rollout gives: two values of one name make the Rollout InvalidSpec even where it gives a third',
  covers: ['AN-02'],
  check: function* (graph): Iterable<Remark> {
    yield* forEachAnalysis(graph, (use) => judge(use, use.place === 'experiment' ? 'broken' : 'refused'));
    for (const use of graph.loneUses) {
      // of two values in a run the last one counts
      yield* use.rollout.groupKind === ANALYSIS_RUN ? [] : judge(use, 'broken');
    }
  },
};

function* judge({ templates, rollout }: AnalysisUse, what: FindingClass): Iterable<Remark> {
  const first = new Map<string, Argument>();
  for (const argument of templates.flatMap((template) => template.arguments)) {
    const value = argument.field.textAt('value');
    const known = argument.name === undefined ? undefined : first.get(argument.name);
    if (argument.name === undefined || value === undefined) {
      continue;
    }
    const other = known?.field.textAt('value');
    if (known !== undefined && other !== value) {
      yield remark(
        argument.field.at('value'), `must be the value that ${argument.name} has in ${known.field.node.resource}, which runs with this in ${rollout.resource}, got another`,
        'write the same in both, or call one of them otherwise', { about: rollout, class: what },
      );
    } else {
      first.set(argument.name, argument);
    }
  }
}
