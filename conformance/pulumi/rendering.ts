// A program whose manifests are written to a folder and not to a cluster.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Acts } from './acts';
import type { StackOptions } from './operation';
import type { Settings } from './settings';
import type { Stack } from './stack';
import type { Workshop } from './workshop';

export interface Rendering {
  readonly name: string;
  /** Module of the program: from `conformance/pulumi/programs`, or absolutely. */
  readonly program: string;
  readonly settings?: Settings;
  readonly config?: StackOptions['config'];
  readonly project?: StackOptions['project'];
  /** Whether the library warns of something in it. */
  readonly mayWarn?: boolean;
  /** Whose process it shares: a process takes seconds to load what it needs. */
  readonly beside?: Stack;
}

export interface OpenRendering {
  readonly stack: Stack;
  readonly folder: string;
}

/** A stack that writes there; none has been written yet. */
export function openRendering(workshop: Workshop, { name, program, config, project, beside }: Omit<Rendering, 'settings' | 'mayWarn'>): OpenRendering {
  const folder = join(workshop.children.directory, `rendered-${name}`);
  mkdirSync(folder);
  const settings = { ...config, 'kubernetes:renderYamlToDirectory': folder };
  return { folder, stack: workshop.open({ name, program: resolve(__dirname, 'programs', program), config: settings, project }, beside) };
}

export interface Rendered extends OpenRendering {
  readonly findings: readonly string[];
}

/** Writes them, and finds what is wrong with that; they are not looked at. */
export async function render(workshop: Workshop, { settings, mayWarn, ...rendering }: Rendering): Promise<Rendered> {
  const opened = openRendering(workshop, rendering);
  const acts = new Acts(opened.stack, undefined, mayWarn);
  const findings = await acts.all(async () => {
    await acts.preview('preview', { ...settings });
    await acts.up('up', { ...settings });
  });
  return { ...opened, findings };
}
