import type { Graph } from '../../graph/graph';
import { ROLLOUT } from '../../graph/rollout';
import { HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT } from '../../graph/scaler';
import { SERVICE } from '../../graph/service';
import { VIRTUAL_SERVICE } from '../../graph/virtual-service';
import type { Manifest } from '../../manifests/manifest';
import { POD_HASH_LABEL } from '../../manifests/names';
import { isPlainMap } from '../../schema/plain-map';

/** A value that was not looked at, or that says nothing of what a manifest says. The graph takes an instance of a class for one. */
class NotRead {}

export const NOT_READ: unknown = new NotRead();

/** Who makes objects of these kinds for themselves, and writes them anew. What others own, somebody wants as it is. */
const MAKERS: ReadonlySet<string> = new Set(['argoproj.io', 'apps', 'keda.sh']);
const WORKLOADS: ReadonlySet<string> = new Set(['Deployment.apps', 'StatefulSet.apps', 'ReplicaSet.apps']);
const SCALERS: ReadonlySet<string> = new Set([HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT]);

/** An object of a cluster, as far as it is read. */
export interface LiveObject {
  readonly groupKind: string;
  readonly manifest: LiveManifest;
}

export interface LiveManifest extends Manifest {
  readonly metadata: Manifest['metadata'] & { readonly ownerReferences?: readonly { readonly apiVersion: string; readonly controller?: boolean }[] };
  readonly spec?: Record<string, unknown>;
}

/** Whether a controller of workloads or scalers made it for itself, as a ReplicaSet for a Rollout. */
export function isMade({ manifest }: LiveObject): boolean {
  const owner = manifest.metadata.ownerReferences?.find(({ controller }) => controller === true);
  return owner !== undefined && MAKERS.has(owner.apiVersion.split('/')[0]);
}

/** Takes away what controllers write into objects of others, so that what is left could be a manifest. `input` is what meets them. */
export function asWritten(objects: readonly LiveObject[], input: Graph): void {
  const scaled = new Set([...input.scalers.flatMap(({ targetName }) => targetName ?? []), ...objects.flatMap(targetOf)]);
  const managed = input.rollouts.flatMap(({ trafficRouting }) => trafficRouting.at('managedRoutes').items());
  const added = new Set(managed.map((route) => route.textAt('name')));
  for (const { groupKind, manifest: { spec, metadata } } of objects) {
    if (spec === undefined) {
      continue;
    }
    if (groupKind === SERVICE && isPlainMap(spec.selector)) {
      delete spec.selector[POD_HASH_LABEL];
    } else if (WORKLOADS.has(groupKind)) {
      // a Rollout may have taken its pods over
      spec.replicas = NOT_READ;
    } else if (groupKind === ROLLOUT && scaled.has(metadata.name ?? '')) {
      delete spec.replicas;
    } else if (groupKind === VIRTUAL_SERVICE && Array.isArray(spec.http)) {
      spec.http = spec.http.filter((route: unknown) => !isPlainMap(route) || !added.has(String(route.name)));
    }
  }
}

function targetOf({ groupKind, manifest: { spec } }: LiveObject): readonly string[] {
  const target = SCALERS.has(groupKind) ? spec?.scaleTargetRef : undefined;
  return isPlainMap(target) ? [String(target.name)] : [];
}
