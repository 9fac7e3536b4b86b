import { isJsonObject } from './checks';
import { show } from './problem';
import type { Problem } from './problem';

/** What a plugin of a controller is told: a flat list of texts, or anything as JSON. */
export interface PluginSettings {
  readonly settings?: Readonly<Record<string, string>>;
  readonly json?: string;
}

/** The settings as the plugin reads them. */
export function pluginConfig({ settings, json }: PluginSettings): Readonly<Record<string, unknown>> | undefined {
  return json === undefined ? settings : JSON.parse(json) as Record<string, unknown>;
}

export function pluginNameProblem(name: string): Problem | undefined {
  return name.trim() === '' ? { property: 'name', message: 'must not be empty', fix: 'write the name the controller knows the plugin by' } : undefined;
}

export function pluginSettingsProblem({ json, settings }: PluginSettings): Problem | undefined {
  if (json === undefined) return undefined;
  if (settings !== undefined) return { property: 'json', message: 'cannot be combined with settings', fix: 'keep the one you mean' };
  return isJsonObject(json) ? undefined : { property: 'json', message: `must be a JSON object, got ${show(json)}`, fix: 'write for example {"retries": 3}' };
}
