import { judgePlugin } from '../plugins-known';
import { forEachRolloutWith } from '../rule';
import type { Remark, Rule } from '../rule';

export const pluginListed: Rule = {
  id: 'plugin-listed',
  class: 'broken',
  summary: 'a plugin that routes or does a step is one that the controller is told of',
  why: 'the controller looks it up by its name in the ConfigMap argo-rollouts-config, and without it the Rollout makes no progress; it reads that only when it starts',
  covers: ['TR-14'],
  check: (graph) => forEachRolloutWith(graph, ['plugins', 'plugin'], function* ({ trafficRouting, steps }): Iterable<Remark> {
    for (const [, plugin] of trafficRouting.at('plugins').entries()) {
      yield* judgePlugin(plugin, String(plugin.path.at(-1)), 'trafficRouterPlugins', graph);
    }
    for (const step of steps) {
      const name = step.at('plugin', 'name');
      yield* name.text === undefined ? [] : judgePlugin(name, name.text, 'stepPlugins', graph);
    }
  }),
};
