import type { Manifest } from '../../manifests/manifest';
import type { Wait } from '../arguments/component-args';
import { isPending } from '../arguments/pending';

/**
 * What a provider waits for by itself and that comes only with the release or later: endpoints of a Service, the address of an Ingress,
 * the volume of a claim that its first pod binds.
 */
const waitsInVain: readonly string[] = ['Service', 'Ingress', 'PersistentVolumeClaim'];
/** Whose pods a provider waits for. Flagger may scale them to none, and others may need the release. */
const runsPods: readonly string[] = ['Deployment', 'DaemonSet', 'StatefulSet', 'Job', 'Pod', 'ReplicationController'];
const ownGroups: readonly string[] = ['apps', 'batch', 'networking.k8s.io'];
/** What a user says of waiting in a manifest counts before what is said here. */
const said: readonly string[] = ['pulumi.com/skipAwait', 'pulumi.com/waitFor'];

/** These exist when the first version has got ready once, and from then on. A phase would be met by that of the version before. */
const firstVersion: Readonly<Record<string, string>> = {
  // the stable ReplicaSet is named before its pods are ready, and this condition stays, true or not, once the first version was healthy
  Rollout: "jsonpath={.status.conditions[?@.type == 'Healthy'].type}",
  Canary: 'jsonpath={.status.lastAppliedSpec}',
  Experiment: 'jsonpath={.status.availableAt}',
};

/** What the provider is told of an object, so that it waits for what the user wants and for nothing else. */
export function waitAnnotations({ apiVersion, kind, metadata: { annotations } }: Manifest, wait: Wait = 'none'): Readonly<Record<string, string>> {
  const skip = { 'pulumi.com/skipAwait': 'true' };
  if (annotations !== undefined && !isPending(annotations) && said.some(key => key in annotations)) return {};
  // one that fails has never had all of its pods, and who waits for its end is told of that
  const isEnd = kind === 'Experiment' && wait === 'finished';
  if (kind in firstVersion) return wait === 'none' || isEnd ? skip : { 'pulumi.com/waitFor': firstVersion[kind] };
  if (apiVersion.includes('/') && !ownGroups.includes(apiVersion.split('/')[0])) return {};
  if (waitsInVain.includes(kind)) return skip;
  // what waits for the end of a release waits for its pods
  return runsPods.includes(kind) && wait !== 'created' ? skip : {};
}
