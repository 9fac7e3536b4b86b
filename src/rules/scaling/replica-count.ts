import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachRollout, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';

export const replicaCount: Rule = {
  id: 'replica-count',
  class: 'refused',
  summary: 'a number of pods is not negative',
  why: 'the controller refuses such a Rollout as InvalidSpec; of an Experiment the API server refuses the ReplicaSet, and it ends with an error',
  covers: ['RO-01'],
  givesWay: true,
  check: function* (graph): Iterable<Remark> {
    yield* forEachRollout(graph, function* ({ spec, steps }): Iterable<Remark> {
      yield* judge(spec.at('replicas'));
      for (const step of steps) {
        yield* step.has('experiment') ? judgeVersions(step.at('experiment', 'templates')) : [];
      }
    });
    for (const experiment of graph.experiments) {
      yield* judgeVersions(experiment.spec.at('templates'));
    }
  },
};

function* judgeVersions(templates: Field): Iterable<Remark> {
  for (const template of templates.items()) {
    yield* judge(template.at('replicas'), { class: 'broken' });
  }
}

function* judge(replicas: Field, details?: RemarkDetails): Iterable<Remark> {
  if (replicas.number !== undefined && replicas.number < 0) {
    yield remark(replicas, `must not be negative, got ${replicas.number}`, `${write(replicas, Math.abs(Math.round(replicas.number)))}, or 0 for no pods`, details);
  }
}
