import { write } from '../fix';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const podLifetime: Rule = {
  id: 'pod-lifetime',
  class: 'refused',
  summary: 'pods are started again whenever they end, and have no end of their own',
  why: 'a Rollout keeps a number of pods running; the controller refuses pods that end by themselves as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-09', 'RO-10'],
  check: (graph) => forEachPodTemplateWith(graph, ['restartPolicy', 'activeDeadlineSeconds'], function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    const policy = spec.at('restartPolicy');
    if (policy.text !== undefined && policy.text !== 'Always' && policy.text !== '') {
      yield remark(policy, `must be Always, got ${shown(policy.text)}`, `${write(policy, 'Always')}, or drop it`);
    }
    const deadline = spec.at('activeDeadlineSeconds');
    if (deadline.exists) {
      yield remark(deadline, `cannot be set for pods that are to stay, got ${shown(deadline.value)}`, 'drop it; a Job may have it');
    }
  }),
};
