import type { Dice } from './dice';
import { readFlaggerBases } from './flagger-bases';
import { flaggerRare } from './flagger-rare';
import { flaggerPlaces } from './flagger-values';
import { Generator } from './generate';
import type { Mistakes } from './generate';
import { mutation } from './mutation';
import { namesIn, randomTree } from './random-tree';

const OWN = /^(Canary|MetricTemplate|AlertProvider)$/;
const names = namesIn(flaggerPlaces);

const mistakes: Mistakes = {
  places: flaggerPlaces,
  rare: flaggerRare,
  mutation: (objects, dice: Dice) => mutation(objects, dice, OWN),
  randomTree: (objects, dice: Dice) => randomTree(objects, dice, names),
};

export const flaggerBases = readFlaggerBases();

/** Makes bundles of Flagger by number, as they are or with mistakes. */
export function flaggerGenerator(seed: number): Generator {
  return new Generator(flaggerBases, seed, mistakes);
}
