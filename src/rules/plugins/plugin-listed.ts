import { CONTROLLER_CONFIG, pluginsIn } from '../../graph/controller-config';
import type { PluginKind } from '../../graph/controller-config';
import type { Field } from '../../graph/field';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

export const pluginListed: Rule = {
  id: 'plugin-listed',
  class: 'broken',
  summary: 'a plugin that routes or does a step is one that the controller is told of',
  why: 'the controller looks it up by its name in the ConfigMap argo-rollouts-config, and without it the Rollout makes no progress; it reads that only when it starts',
  covers: ['TR-14'],
  check: (graph) => forEachRollout(graph, function* ({ trafficRouting, steps }): Iterable<Remark> {
    for (const [, plugin] of trafficRouting.at('plugins').entries()) {
      yield* judge(plugin, String(plugin.path.at(-1)), 'trafficRouterPlugins');
    }
    for (const step of steps) {
      const name = step.at('plugin', 'name');
      yield* name.text === undefined ? [] : judge(name, name.text, 'stepPlugins');
    }

    function* judge(field: Field, name: string, kind: PluginKind): Iterable<Remark> {
      const known = pluginsIn(graph.index, kind);
      if (known !== undefined && !known.includes(name)) {
        const meant = nearest(name, known);
        yield remark(
          field, `must be among ${kind} of ConfigMap ${CONTROLLER_CONFIG}, which has ${known.length === 0 ? 'none' : listed(known)}, got ${shown(name)}`,
          meant === undefined ? `add { name: ${name}, location: ... } there, and restart the controller` : `did you mean ${meant}?`,
        );
      }
    }
  }),
};
