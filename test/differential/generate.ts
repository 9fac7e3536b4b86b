import type { Case, Edit, Fields, Key } from './case';
import { valueAt } from './case';
import { Dice } from './dice';
import { mutation } from './mutation';
import { randomTree } from './random-tree';
import { rare } from './rare';
import { places } from './values';
import type { Place } from './values';

/** What may go wrong with bundles of a kind. */
export interface Mistakes {
  readonly places: readonly Place[];
  readonly rare: readonly Case[];
  readonly mutation: (objects: readonly Fields[], dice: Dice) => readonly Edit[];
  readonly randomTree: (objects: readonly Fields[], dice: Dice) => readonly Edit[];
}

const argoMistakes: Mistakes = { places, rare, mutation, randomTree };

interface Spot {
  readonly object: number;
  readonly path: readonly Key[];
  readonly values: readonly unknown[];
}

/** Makes cases by number: the same number is the same case, as long as the bases are the same. */
export class Generator {
  private readonly names: readonly string[];
  private readonly spots = new Map<string, readonly Spot[][]>();

  constructor(
    private readonly bases: Readonly<Record<string, readonly Fields[]>>, private readonly seed: number, private readonly mistakes = argoMistakes,
  ) {
    const entries = Object.entries(bases);
    // Small ones say the same in less time.
    this.names = entries.flatMap(([name, objects]) => Array<string>(objects.length < 8 ? 6 : 1).fill(name));
  }

  make(number: number): Case {
    const dice = new Dice(this.seed * 7919 + number * 104729);
    if (dice.chance(0.06)) {
      const { base, edits } = dice.pick(this.mistakes.rare);
      return { base, edits: [...edits, ...dice.chance(0.2) ? this.edits(base, dice) : []] };
    }
    const base = dice.pick(this.names);
    const count = dice.chance(0.04) ? 0 : dice.chance(0.72) ? 1 : dice.chance(0.7) ? 2 : 3;
    const edits: Edit[] = [];
    while (edits.length < count) edits.push(...this.edits(base, dice));
    return { base, edits };
  }

  private edits(base: string, dice: Dice): readonly Edit[] {
    const objects = this.bases[base]!;
    const sort = dice.next();
    if (sort < 0.7) return [this.written(base, dice)];
    return sort < 0.9 ? this.mistakes.mutation(objects, dice) : this.mistakes.randomTree(objects, dice);
  }

  /** First the place and then the value, so that places with many values are not met more often. */
  private written(base: string, dice: Dice): Edit {
    const { object, path, values } = dice.pick(dice.pick(this.spotsOf(base, dice.chance(0.12))));
    const value = dice.pick(values);
    return { object, path, ...value === undefined ? {} : { value } };
  }

  /** Of pods there is much to say that has nothing to do with a release. */
  private spotsOf(base: string, inPods: boolean): readonly Spot[][] {
    const key = `${base} ${inPods}`;
    let spots = this.spots.get(key);
    if (spots === undefined) {
      const all = this.findSpots(base);
      const some = all.filter(([spot]) => spot!.path.includes('template') === inPods);
      this.spots.set(key, spots = some.length > 0 ? some : all);
    }
    return spots;
  }

  /** By place; a place may be in several objects, or several times in one. */
  private findSpots(base: string): Spot[][] {
    return this.mistakes.places.map(({ kind, path, values }) => this.bases[base]!.flatMap((manifest, object) => (
      kind.test(String(manifest.kind)) ? resolved(manifest, path).map(found => ({ object, path: found, values })) : []
    ))).filter(found => found.length > 0);
  }
}

function resolved(manifest: Fields, path: readonly Key[]): Key[][] {
  let found: Key[][] = [[]];
  for (const [depth, key] of path.entries()) {
    found = found.flatMap(above => {
      const value = valueAt(manifest, above);
      if (typeof value !== 'object' || value === null) return [];
      if (key === '*') return Array.isArray(value) ? value.map((_, index) => [...above, index]) : [];
      if (key === '+') return Array.isArray(value) ? [[...above, value.length]] : [];
      return Array.isArray(value) || (depth < path.length - 1 && !(key in value)) ? [] : [[...above, key]];
    });
  }
  return found;
}
