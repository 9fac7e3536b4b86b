import type { CanaryNode } from '../../graph/canary';
import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import type { Manifest } from '../../manifests/manifest';
import type { ManifestRelease } from '../arguments/manifests-args';

/** A release among manifests, as far as it says itself what it is called. */
export interface WrittenRelease extends Omit<ManifestRelease, 'namespace'> {
  readonly manifest: Manifest;
}

type Services = Omit<ManifestRelease, 'kind' | 'name' | 'namespace'>;

const roles = ['stable', 'canary', 'active', 'preview'] as const;

/** The Rollouts and Canaries of some manifests, in their order. */
export function releasesIn({ rollouts, canaries }: Graph, manifests: readonly Manifest[]): readonly WrittenRelease[] {
  return [...rollouts, ...canaries].sort((one, other) => one.document - other.document).map(node => ({
    manifest: manifests[node.document],
    kind: node.kind,
    name: node.name ?? '',
    ...'serviceName' in node ? ofCanary(node) : ofRollout(node),
  }));
}

function ofRollout(rollout: RolloutNode): Services {
  const found = roles.flatMap(role => {
    const name = rollout.service(role)?.name;
    return name === undefined ? [] : [[`${role}ServiceName`, name] as const];
  });
  return Object.fromEntries(found);
}

/** Flagger makes the Services itself. */
function ofCanary({ serviceName }: CanaryNode): Services {
  return serviceName === undefined ? {} : { stableServiceName: serviceName, canaryServiceName: `${serviceName}-canary` };
}
