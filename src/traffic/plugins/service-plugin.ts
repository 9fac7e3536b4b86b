import type { ArgoRouting } from '../../intent/router';
import type { ControllerWrites } from '../../manifests/controller-writes';

/** What a plugin that writes the weights of two Services and nothing else is told, and what it changes. */
export interface ServicePlugin {
  /** The name under which the controller knows the plugin. */
  readonly plugin: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly writes: readonly ControllerWrites[];
}

/** Header steps, mirror steps and shares of experiments are accepted, and nothing happens. */
export function servicePluginSplit({ plugin, settings, writes }: ServicePlugin): ArgoRouting {
  return {
    trafficRouting: { plugins: { [plugin]: settings } },
    manifests: [],
    ignoredSteps: ['headers', 'mirror'],
    ignoresShares: true,
    elsewhere: [],
    controllerWrites: writes,
  };
}
