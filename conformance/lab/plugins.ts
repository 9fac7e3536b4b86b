// Traffic plugins of Argo Rollouts. None of them is published as a Go module, so they are there only where somebody has built them from
// their repositories and put them into the folder that ROLLOUTKIT_LAB_BIN names.
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from './binaries';
import type { KubeObject } from '../harness/objects';

/** File in the folder, with the name that rollouts use; limits that suit a shared cluster would only make the lab slow. */
const PLUGINS = {
  'gateway-api-plugin': { plugin: 'argoproj-labs/gatewayAPI', args: '-kubeClientQPS 500 -kubeClientBurst 1000' },
  'contour-plugin': { plugin: 'argoproj-labs/contour', args: '' },
  'openshift-plugin': { plugin: 'argoproj-labs/openshift', args: '' },
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
  const list = there.map(name => ({ name: PLUGINS[name].plugin, location: `file://${wrapped(name, directory, kubelab)}` }));
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
  writeFileSync(file, `#!/bin/sh\nKUBELAB_PARENT=$PPID exec '${kubelab}' exec '${join(ownFolder()!, name)}' ${PLUGINS[name].args}\n`);
  chmodSync(file, 0o755);
  return file;
}
