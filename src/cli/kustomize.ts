import { posix } from 'node:path';
import type { InputFile } from './files';
import { nameOf, readInput } from './input';
import type { Io } from './io';
import { readYaml } from '../manifests/yaml';

const KUSTOMIZATION = /(?:^|\/)kustomization\.ya?ml$/;

/** What of a kustomization is looked at, whatever stands there. */
interface Patched {
  readonly patches?: unknown;
  readonly patchesJson6902?: unknown;
  readonly patchesStrategicMerge?: unknown;
}

/** Why each file that a kustomization in the input names as a patch is not judged: a patch is a piece of an object that stands elsewhere. */
export async function findPatches(files: readonly InputFile[], io: Io): Promise<ReadonlyMap<string, string>> {
  const patches = new Map<string, string>();
  for (const { path } of files.filter((file) => KUSTOMIZATION.test(file.path))) {
    const folder = posix.dirname(path);
    const [kustomization] = readYaml(await readInput(path, io), nameOf(path)).documents;
    for (const patch of kustomization === undefined ? [] : pathsIn(kustomization.manifest as Patched)) {
      patches.set(posix.join(folder, patch), `is a patch of ${path}, build it first: kustomize build ${folder} | rolloutkit lint -`);
    }
  }
  return patches;
}

/** A strategic merge may stand there itself, with line breaks, which no path has. */
function pathsIn({ patches, patchesJson6902, patchesStrategicMerge }: Patched): readonly string[] {
  const named = [patches, patchesJson6902].flatMap(listOf).map((patch) => (patch as { path?: unknown } | null)?.path);
  return [...named, ...listOf(patchesStrategicMerge)].filter((path) => typeof path === 'string' && path !== '' && !path.includes('\n')) as string[];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
