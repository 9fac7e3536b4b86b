import type { Field } from '../../graph/field';

/** Whatever else stands there is dropped. */
const SOURCES: ReadonlySet<string> = new Set([
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'fc',
  'flexVolume', 'flocker', 'gcePersistentDisk', 'gitRepo', 'glusterfs', 'hostPath', 'image', 'iscsi', 'nfs', 'persistentVolumeClaim',
  'photonPersistentDisk', 'portworxVolume', 'projected', 'quobyte', 'rbd', 'scaleIO', 'secret', 'storageos', 'vsphereVolume',
]);

/** Where a volume comes from; without any it is an emptyDir. */
export function sourcesOf(volume: Field): readonly string[] {
  return volume.keys().filter((key) => SOURCES.has(key) && volume.has(key));
}
