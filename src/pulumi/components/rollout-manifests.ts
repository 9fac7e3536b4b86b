import * as pulumi from '@pulumi/pulumi';
import { namespaceOf, typeOf } from './rollout-component';
import type { Manifest } from '../../manifests/manifest';
import type { RolloutComponentOptions } from '../arguments/component-args';
import type { ManifestRelease, RolloutManifestsArgs } from '../arguments/manifests-args';
import { settled } from '../arguments/pending';
import { named } from '../arguments/shape';
import { writeManifests } from '../compiling/compile-manifests';
import type { ManifestsValue, WrittenManifests } from '../compiling/compile-manifests';
import { bring } from '../registering/bring';
import type { Child } from '../registering/children';
import { waitingOf, waitProblems } from '../registering/wait-choice';
import type { WaitValue } from '../registering/wait-choice';

/**
 * Manifests that were written by hand, brought into the cluster with the care that components take: judged before anything is
 * registered, in an order in which they can be taken, and with what their controllers change left alone.
 */
export class RolloutManifests extends pulumi.ComponentResource {
  /** The Rollouts and Canaries among the manifests, in their order. */
  public readonly releases: pulumi.Output<ManifestRelease[]>;

  constructor(name: string, args: RolloutManifestsArgs, opts: RolloutComponentOptions = {}) {
    super(typeOf('RolloutManifests'), name, {}, opts);
    const { compiled, children } = bring({
      component: this,
      kind: 'RolloutManifests',
      name,
      args: args ?? {},
      compiling: {
        shape: named('RolloutManifests'),
        resource: `RolloutManifests ${name}`,
        write: (value: ManifestsValue & WaitValue) => writeManifests(value, waitProblems(value, this)),
      },
      prefix: () => name,
      childName: manifest => childName(name, manifest),
      placeOfName: (manifest, { value }) => (value as WrittenManifests).places.get(manifest)!,
      wait: args?.wait,
      waiting: waitingOf(args?.waiting),
      controllerOwnedFields: args?.controllerOwnedFields,
      mainOptions: opts.rolloutOpts,
    });
    const { releases } = compiled.value as WrittenManifests;
    this.releases = pulumi.output(releases.map(({ manifest, ...release }) => ({ ...release, namespace: namespaceIn(children, manifest) })));
    this.registerOutputs({ releases: this.releases });
  }
}

/** Brings manifests that were written by hand into the cluster with the care that components take. */
export function fromManifests(name: string, args: RolloutManifestsArgs, opts?: RolloutComponentOptions): RolloutManifests {
  return new RolloutManifests(name, args, opts);
}

/** As in the groups of YAML that the provider has, so that what was registered by one of them can be taken over. */
function childName(component: string, { metadata: { namespace, name, generateName } }: Manifest): string {
  return `${component}:${typeof namespace === 'string' ? `${namespace}/` : ''}${name ?? generateName}`;
}

function namespaceIn(children: readonly Child[], manifest: Manifest): pulumi.Output<string> {
  const { resource } = children.find(child => child.manifest === manifest)!;
  return namespaceOf(resource, settled(manifest.metadata.namespace) as pulumi.Input<string> | undefined);
}
