import type { Field } from '../../graph/field';
import { RolloutNode } from '../../graph/rollout';
import { dnsLabel, isEmpty } from '../pods/pod-words';
import { volumeKinds } from '../pods/volume-kinds';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** What each kind of volume cannot do without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  awsElasticBlockStore: ['volumeID'],
  azureFile: ['secretName', 'shareName'],
  cephfs: ['monitors'],
  cinder: ['volumeID'],
  configMap: ['name'],
  csi: ['driver'],
  flexVolume: ['driver'],
  gcePersistentDisk: ['pdName'],
  gitRepo: ['repository'],
  hostPath: ['path'],
  iscsi: ['targetPortal', 'iqn'],
  nfs: ['server', 'path'],
  persistentVolumeClaim: ['claimName'],
  photonPersistentDisk: ['pdID'],
  portworxVolume: ['volumeID'],
  quobyte: ['registry', 'volume'],
  scaleIO: ['gateway', 'system', 'volumeName'],
  secret: ['secretName'],
  storageos: ['volumeName'],
  vsphereVolume: ['volumePath'],
};
/** Whose names the controller does not carry over to the types by which it judges pods, so that it always finds them empty. */
const LOST = ['azureDisk', 'glusterfs', 'rbd'];
/** Whose Secret has to be named where there is one. */
const WITH_SECRET: Readonly<Record<string, string>> = { cinder: 'secretRef', csi: 'nodePublishSecretRef', storageos: 'secretRef' };

export const volumeSources: Rule = {
  id: 'volume-sources',
  class: 'refused',
  summary: 'a volume says where it comes from',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, ['volumes'], function* (template): Iterable<Remark> {
    for (const volume of template.at('spec', 'volumes').items()) {
      yield* dnsLabel(volume.at('name'));
      for (const kind of volume.keys()) {
        if (volume.at(kind).isMap) {
          yield* judge(volume.at(kind), kind, volume);
        }
      }
    }
  }),
};

function* judge(source: Field, kind: string, volume: Field): Iterable<Remark> {
  for (const key of Object.hasOwn(NEEDED, kind) ? NEEDED[kind] : []) {
    const field = source.at(key);
    if (isEmpty(field) || (field.isList && field.items().length === 0)) {
      yield remark(field, `must be given for a ${kind}, got none`, `write the ${key} of what is there`);
    }
  }
  const secret = Object.hasOwn(WITH_SECRET, kind) ? source.at(WITH_SECRET[kind]) : undefined;
  if (secret?.isMap === true && isEmpty(secret.at('name'))) {
    yield remark(secret.at('name'), 'must be the name of a Secret, got none', 'write its name');
  }
  if (LOST.includes(kind) && source.node instanceof RolloutNode) {
    yield remark(source, `cannot be of kind ${kind}: the controller finds it without a place, whatever is written`, 'use a persistentVolumeClaim');
  }
  yield* Object.hasOwn(volumeKinds, kind) ? volumeKinds[kind](source, volume) : [];
}
