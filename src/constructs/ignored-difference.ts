import { Yaml } from 'cdk8s';
import { writesTo } from '../manifests/controller-writes';
import type { ControllerWrites } from '../manifests/controller-writes';
import { jsonPointer } from '../manifests/json-pointer';

/** Fields that Argo CD has to leave as they are in the cluster, as an Application lists them under `ignoreDifferences`. */
export interface IgnoredDifference {
  /** The API group of the object; empty for the core one. */
  readonly group: string;

  /** The kind of the object. */
  readonly kind: string;

  /** The name of the object. */
  readonly name: string;

  /**
   * The namespace of the object.
   * @default - any
   */
  readonly objectNamespace?: string;

  /** The fields, as JSON pointers. */
  readonly jsonPointers: string[];
}

/** What the controllers change, in the form of Argo CD. `scaled` is the rollout whose pods an autoscaler counts. */
export function ignoredDifferences(
  writes: readonly ControllerWrites[], namespace: string | undefined, scaled: string | undefined,
): IgnoredDifference[] {
  const others = writes.filter(({ kind, name }) => kind !== 'Rollout' || name !== scaled);
  const all = scaled === undefined ? others : [writesTo.rolloutReplicas({ name: scaled }), ...others];
  return all.map(({ group, kind, name, namespace: elsewhere = namespace, paths }) => ({
    group, kind, name, ...(elsewhere === undefined ? {} : { objectNamespace: elsewhere }), jsonPointers: paths.map(jsonPointer),
  }));
}

/** The part of an Application that says so; without the option Argo CD would still write these fields with each sync. */
export function applicationPart(differences: readonly IgnoredDifference[]): string {
  return differences.length === 0 ? '' : Yaml.stringify({
    spec: { ignoreDifferences: differences.map(written), syncPolicy: { syncOptions: ['RespectIgnoreDifferences=true'] } },
  });
}

function written({ group, kind, name, objectNamespace: namespace, jsonPointers }: IgnoredDifference): object {
  return { group, kind, name, ...(namespace === undefined ? {} : { namespace }), jsonPointers };
}
