import { judgePlugin } from '../plugins-known';
import type { Remark, Rule } from '../rule';

export const pluginSettings: Rule = {
  id: 'plugin-settings',
  class: 'broken',
  summary: 'a plugin that measures is one that the controller is told of',
  why: 'the controller looks it up by its name in the ConfigMap argo-rollouts-config, and without it every measurement is an error; the fifth in a row aborts the rollout',
  covers: ['PR-25', 'ME-21'],
  check: function* (graph): Iterable<Remark> {
    for (const { metric } of graph.metricsOf('plugin')) {
      for (const name of metric.field.at('provider', 'plugin').keys()) {
        yield* judgePlugin(metric.field.at('provider', 'plugin', name), name, 'metricProviderPlugins', graph);
      }
    }
  },
};
