import { CONTROLLER_CONFIG, pluginsIn } from '../../graph/controller-config';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

export const pluginSettings: Rule = {
  id: 'plugin-settings',
  class: 'broken',
  summary: 'a plugin that measures is one that the controller is told of',
  why: 'the controller looks it up by its name in the ConfigMap argo-rollouts-config, and without it every measurement is an error; the fifth in a row aborts the rollout',
  covers: ['PR-25', 'ME-21'],
  check: function* (graph): Iterable<Remark> {
    const known = pluginsIn(graph.index, 'metricProviderPlugins');
    for (const { metric } of known === undefined ? [] : graph.metricsInUse) {
      for (const name of metric.provider === 'plugin' ? metric.field.at('provider', 'plugin').keys() : []) {
        if (known !== undefined && !known.includes(name)) {
          const meant = nearest(name, known);
          yield remark(
            metric.field.at('provider', 'plugin', name), `must be among metricProviderPlugins of ConfigMap ${CONTROLLER_CONFIG}, which has ${known.length === 0 ? 'none' : listed(known)}, got ${shown(name)}`,
            meant === undefined ? `add { name: ${name}, location: ... } there, and restart the controller` : `did you mean ${meant}?`,
          );
        }
      }
    }
  },
};
