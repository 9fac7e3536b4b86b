import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Program, Written } from '../render';
import { manifestsOf } from '../render';

/** What a file of this folder holds, beside the two that look at them: programs of one area, which together use every property of it. */
interface Area {
  readonly programs: readonly Program[];
}

const others = ['collected', 'paths'];

/** The areas that have a file here; a new one is collected by being there. */
export const areas: readonly string[] = readdirSync(__dirname).map(file => file.replace(/\.ts$/, '')).filter(name => !others.includes(name)).sort();

/** Everything that typed properties of an area write. */
export function writtenBy(area: string): readonly Written[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { programs } = require(join(__dirname, area)) as Area;
  return programs.flatMap(program => manifestsOf(program));
}
