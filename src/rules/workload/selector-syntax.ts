import { judgeSelector } from '../pods/label-requirements';
import { forEachRollout } from '../rule';
import type { Remark, Rule } from '../rule';

export const selectorSyntax: Rule = {
  id: 'selector-syntax',
  class: 'refused',
  summary: 'a selector asks for labels that there can be',
  why: 'the controller refuses the Rollout as InvalidSpec; an Experiment cannot make its ReplicaSet, and ends with an error',
  covers: ['RO-03', 'RO-05'],
  check: function* (graph): Iterable<Remark> {
    // beside a workloadRef the controller reads it and does not judge it first
    yield* forEachRollout(graph, ({ spec }) => spec.has('selector') ? judgeSelector(spec.at('selector')) : []);
    for (const experiment of graph.experiments) {
      for (const template of experiment.spec.at('templates').items()) {
        for (const each of judgeSelector(template.at('selector'))) {
          yield { ...each, class: 'broken' };
        }
      }
    }
  },
};
