import type { Manifest } from '../../manifests/manifest';

/** An API server refuses others without them. */
const needed = ['Namespace', 'CustomResourceDefinition'];
/** KEDA refuses one whose pods it cannot look at. */
const scalers = ['HorizontalPodAutoscaler', 'ScaledObject'];
/** They stand for a release, and the controllers act on them as soon as they are there. */
const released = ['Rollout', 'Canary', 'Experiment'];

export function isRelease({ kind }: Manifest): boolean {
  return released.includes(kind);
}

/**
 * The order in which objects come, each when all of the stages before it are there. A release waits for all, and not for what it names
 * alone: accounts, volumes and rights are named by its pods, or by nothing that can be read, and without them the first pods fail.
 */
export function inStages(manifests: readonly Manifest[]): readonly (readonly Manifest[])[] {
  const stageOf = ({ kind }: Manifest): number => needed.includes(kind) ? 0 : scalers.includes(kind) ? 2 : released.includes(kind) ? 3 : 1;
  return [0, 1, 2, 3].map(stage => manifests.filter(manifest => stageOf(manifest) === stage));
}
