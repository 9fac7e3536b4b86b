import type { ObjectIndex } from './object-index';
import { ResourceNode } from './resource-node';

/** Where Argo Rollouts reads what it is configured with. */
export const CONTROLLER_CONFIG = 'argo-rollouts-config';

/** The kinds of plugins, as that ConfigMap calls them. */
export type PluginKind = 'trafficRouterPlugins' | 'stepPlugins' | 'metricProviderPlugins';

/** The plugins that the controller is told of; undefined where its configuration is not in the input. */
export function pluginsIn(index: ObjectIndex, kind: PluginKind): readonly string[] | undefined {
  const [config] = index.named('ConfigMap', CONTROLLER_CONFIG);
  const data = config instanceof ResourceNode ? config.root.at('data') : undefined;
  if (data === undefined || data.isUnknown || data.at(kind).isUnknown) {
    return undefined;
  }
  // a list as text, in YAML or JSON
  return Array.from((data.textAt(kind) ?? '').matchAll(/\bname["']?\s*:\s*["']?([^"'\s,}]+)/g), ([, name]) => name);
}
