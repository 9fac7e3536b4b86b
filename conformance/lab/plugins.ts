// Traffic plugins of Argo Rollouts. None of them is published as a Go module, so they are there only where somebody has built them from
// their repositories and put them into the folder that ROLLOUTKIT_LAB_BIN names.
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from './binaries';
import type { KubeObject } from '../harness/objects';

/** File in the folder, and the name that rollouts use. */
const PLUGINS = {
  'gateway-api-plugin': 'argoproj-labs/gatewayAPI',
  'contour-plugin': 'argoproj-labs/contour',
  'openshift-plugin': 'argoproj-labs/openshift',
} as const;

export type PluginName = keyof typeof PLUGINS;

export function hasPlugin(name: PluginName): boolean {
  const folder = ownFolder();
  return folder !== undefined && existsSync(join(folder, name));
}

/** What the controller has to be told to load those that are there. */
export function pluginConfig(directory: string, kubelab: string): KubeObject[] {
  const there = (Object.keys(PLUGINS) as PluginName[]).filter(hasPlugin);
  if (there.length === 0) return [];
  const list = there.map(name => ({ name: PLUGINS[name], location: `file://${wrapped(name, directory, kubelab)}` }));
  return [{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'argo-rollouts-config', namespace: 'argo-rollouts' },
    // JSON is YAML
    data: { trafficRouterPlugins: JSON.stringify(list) },
  }];
}

/** A plugin outlives a controller that is killed, unless it is told to die with it. */
function wrapped(name: PluginName, directory: string, kubelab: string): string {
  const file = join(directory, name);
  writeFileSync(file, `#!/bin/sh\nKUBELAB_PARENT=$PPID exec '${kubelab}' exec '${join(ownFolder()!, name)}'\n`);
  chmodSync(file, 0o755);
  return file;
}
