// The same intent as constructs and as components: what reaches the provider is what cdk8s writes.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES } from './examples';
import type { Example } from './examples';
import { readManifests, ROOT } from '../../harness/manifests';
import { alike, withoutWaiting } from '../alike';
import type { Play } from '../play';
import { differencesBetween, objectsIn } from '../rendered';
import { render } from '../rendering';
import type { Rendered } from '../rendering';
import type { Stack } from '../stack';
import type { Workshop } from '../workshop';

const FOLDER = join(ROOT, 'examples');

export const plays: readonly Play[] = [
  {
    id: 'rendered/pairs',
    why: 'a component writes object by object what the construct of the same intent writes',
    play: async ({ workshop }) => {
      const { findings, folder } = await render(workshop, { name: 'pairs', program: 'pairs' });
      // They take seconds to load, and no other play needs them.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { pairs, written } = require('../pairs') as typeof import('../pairs/index.js');
      // Both have the pods that cdk8s-plus writes.
      return { findings: [...findings, ...differencesBetween(pairs.flatMap(written), withoutWaiting(objectsIn(folder)))] };
    },
  },
  {
    id: 'rendered/examples',
    why: 'the program of each example writes object by object what the example writes with constructs',
    play: async ({ workshop }) => {
      const found: string[] = [];
      let first: Stack | undefined;
      for (const [index, example] of EXAMPLES.entries()) {
        const { findings, stack } = await differ(workshop, { name: `example-${index}`, example, beside: first });
        found.push(...findings.map(one => `${example.name}: ${one}`));
        first ??= stack;
      }
      return { findings: [...found, ...forgotten().map(name => `${name} has a program that nobody compares`)] };
    },
  },
];

interface Differing {
  readonly name: string;
  readonly example: Example;
  readonly beside?: Stack;
}

async function differ(workshop: Workshop, { name, example, beside }: Differing): Promise<Pick<Rendered, 'findings' | 'stack'>> {
  const { config, expected, mayWarn } = example;
  const project = join(FOLDER, example.name, 'pulumi');
  const { findings, folder, stack } = await render(workshop, { name, project, program: join(project, 'index.ts'), config, mayWarn, beside });
  const wanted = readManifests(expected.map(file => join(FOLDER, example.name, 'expected', `${file}.k8s.yaml`)));
  return { stack, findings: [...findings, ...differencesBetween(alike('ofConstructs', wanted), alike('ofProgram', objectsIn(folder)))] };
}

/** Examples with a program that are not compared. */
function forgotten(): string[] {
  return readdirSync(FOLDER).filter(name => existsSync(join(FOLDER, name, 'pulumi')) && !EXAMPLES.some(example => example.name === name));
}
