import type { Edit, Fields, Key } from './case';
import { valueAt } from './case';
import type { Dice } from './dice';

const OWN = /^(Rollout|Experiment|AnalysisRun|(Cluster)?AnalysisTemplate)$/;
const ODD: readonly unknown[] = [null, '', 'x', '5', 0, -1, 1, 2.5, 3000000000, true, false, {}, [], { x: 1 }, ['x'], [{}]];

const LABELS: readonly Key[] = ['labels', 'matchLabels', 'annotations'];

/** Something that happens to a file: a field is lost, misspelt, moved, written twice, or gets another value. */
export function mutation(objects: readonly Fields[], dice: Dice, kinds = OWN): readonly Edit[] {
  const own = objects.flatMap((manifest, object) => kinds.test(String(manifest.kind)) ? [object] : []);
  if (dice.chance(0.05)) return [{ object: dice.below(objects.length), path: [] }];
  const object = dice.pick(own);
  const path = dice.pick(pathsIn(objects[object]!));
  const [value, last] = [valueAt(objects[object], path), path.at(-1)!];
  // An API server drops a label that is null; the oracle reads what was written.
  const odd = ODD.filter(one => one !== null || !path.some(key => LABELS.includes(key)));
  const around = path.slice(0, -1);
  switch (dice.below(6)) {
    case 0: return [{ object, path }];
    case 1: return [{ object, path, value: dice.pick(odd) }];
    case 2: return typeof last === 'string' ? [{ object, path: [...around, misspelt(last, dice)], value }, { object, path }] : [{ object, path, value: [value] }];
    case 3: {
      const target = dice.pick(pathsIn(objects[object]!).filter(one => isMap(valueAt(objects[object], one))));
      return [{ object, path: [...target, String(last)], value }];
    }
    case 4: return typeof last === 'number' ? [{ object, path: [...around, (valueAt(objects[object], around) as unknown[]).length], value }] : [{ object, path: [...around, 'extra'], value: dice.pick(odd) }];
    default: return [{ object, path, value: bent(value, dice) }];
  }
}

/** Of everything but what tells which object it is. */
export function pathsIn(value: unknown, path: readonly Key[] = []): Key[][] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: Key[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value).filter(key => path.length > 0 || !['apiVersion', 'kind'].includes(key));
  return keys.flatMap(key => [[...path, key], ...pathsIn((value as Fields)[key], [...path, key])]);
}

function misspelt(name: string, dice: Dice): string {
  const at = dice.below(name.length);
  const letter = name[at]!;
  const cased = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return dice.pick([name.slice(0, at) + name.slice(at + 1), name.slice(0, at) + letter + name.slice(at), name.slice(0, at) + cased + name.slice(at + 1), `${name}s`]);
}

/** Nearly the same. */
function bent(value: unknown, dice: Dice): unknown {
  switch (typeof value) {
    case 'number': return dice.pick([-value, value + 1, value - 1, value * 10, String(value), value + 0.5]);
    case 'string': return dice.pick([value.toUpperCase(), `${value} `, `${value}x`, value.slice(1), value.length, [value], `{{args.${value}}}`]);
    case 'boolean': return dice.pick([!value, String(value), Number(value)]);
    default: return Array.isArray(value) ? dice.pick([[], [...value, ...value.slice(0, 1)], value[0], [...value].reverse()]) : isMap(value) ? dice.pick([{}, [value], null, Object.keys(value)]) : 'x';
  }
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
