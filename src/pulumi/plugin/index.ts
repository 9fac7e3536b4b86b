import '../installed';
import { main } from '@pulumi/pulumi/provider';
import { ComponentPlugin } from './component-plugin';
import type { PluginOptions } from './component-plugin';

/** Serves the components to an engine, for programs in other languages: what the plug-in folder starts. */
export async function serve({ args, ...options }: PluginOptions & { readonly args: string[] }): Promise<void> {
  await main(new ComponentPlugin(options), args);
}
