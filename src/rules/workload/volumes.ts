import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

/** Whatever else stands there is dropped. */
const SOURCES: ReadonlySet<string> = new Set([
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'fc',
  'flexVolume', 'flocker', 'gcePersistentDisk', 'gitRepo', 'glusterfs', 'hostPath', 'image', 'iscsi', 'nfs', 'persistentVolumeClaim',
  'photonPersistentDisk', 'portworxVolume', 'projected', 'quobyte', 'rbd', 'scaleIO', 'secret', 'storageos', 'vsphereVolume',
]);

export const volumes: Rule = {
  id: 'volumes',
  class: 'refused',
  summary: 'what a container mounts is a volume of its pod, and a volume comes from one place',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
    const list = template.at('spec', 'volumes');
    for (const volume of list.items()) {
      const sources = volume.keys().filter((key) => SOURCES.has(key) && volume.has(key));
      if (sources.length > 1) {
        yield remark(volume, `must come from one place, got ${listed(sources)}`, `keep ${sources[0]}`);
      }
    }
    const names = list.items().map((volume) => volume.at('name'));
    if (list.isUnknown || names.some(({ isUnknown }) => isUnknown)) {
      return;
    }
    for (const container of containersOf(template)) {
      for (const mount of container.has('volumeMounts') ? container.at('volumeMounts').items() : []) {
        yield* judge(mount, names.flatMap(({ text }) => text ?? []));
      }
      for (const device of container.has('volumeDevices') ? container.at('volumeDevices').items() : []) {
        yield* judgeName(device.at('name'), names.flatMap(({ text }) => text ?? []));
      }
    }
  }),
};

function* judge(mount: Field, names: readonly string[]): Iterable<Remark> {
  yield* judgeName(mount.at('name'), names);
  const path = mount.at('mountPath');
  if (path.text === '') {
    yield remark(path, 'must be a path in the container, got an empty one', `write /${mount.textAt('name') ?? 'data'}`);
  }
  for (const key of ['subPath', 'subPathExpr']) {
    const below = mount.at(key);
    if (below.text !== undefined && (below.text.startsWith('/') || below.text.split('/').includes('..'))) {
      const inside = below.text.split('/').filter((part) => part !== '' && part !== '..').join('/');
      yield remark(below, `must be a path within the volume, without .. and a / before it, got ${shown(below.text)}`, inside === '' ? 'drop it' : `write ${inside}`);
    }
  }
  if (mount.textAt('subPath') !== undefined && mount.textAt('subPath') !== '' && mount.has('subPathExpr') && mount.textAt('subPathExpr') !== '') {
    yield remark(mount.at('subPathExpr'), 'cannot stand beside subPath', 'keep one');
  }
}

function* judgeName(name: Field, names: readonly string[]): Iterable<Remark> {
  if (name.text !== undefined && !names.includes(name.text)) {
    const meant = nearest(name.text, names);
    yield remark(
      name, `must be a volume of the pod, which has ${names.length === 0 ? 'none' : listed(names)}, got ${shown(name.text)}`,
      meant === undefined ? `add { name: ${name.text}, emptyDir: {} } to volumes, or where it comes from` : `did you mean ${meant}?`,
    );
  }
}
