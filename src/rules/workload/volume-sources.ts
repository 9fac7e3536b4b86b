import type { Field } from '../../graph/field';
import { isDnsLabel } from '../../manifests/names';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

/** What each kind of volume cannot do without. */
const NEEDED: readonly (readonly [kind: string, keys: readonly string[]])[] = [
  ['configMap', ['name']],
  ['secret', ['secretName']],
  ['persistentVolumeClaim', ['claimName']],
  ['nfs', ['server', 'path']],
  ['csi', ['driver']],
  ['hostPath', ['path']],
];
const HOST_TYPES = ['', 'DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];
const LARGEST_MODE = 0o777;

export const volumeSources: Rule = {
  id: 'volume-sources',
  class: 'refused',
  summary: 'a volume says where it comes from',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
    for (const volume of template.at('spec', 'volumes').items()) {
      const name = volume.at('name');
      if (name.text !== undefined && !isDnsLabel(name.text)) {
        const meant = name.text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
        yield remark(name, `must be at most 63 lower-case letters, digits and hyphens, got ${shown(name.text)}`, `write ${isDnsLabel(meant) ? meant : 'data'}`);
      }
      yield* judge(volume);
    }
  }),
};

function* judge(volume: Field): Iterable<Remark> {
  for (const [kind, keys] of NEEDED.filter(([each]) => volume.at(each).isMap)) {
    for (const field of keys.map((key) => volume.at(kind, key)).filter(({ exists, isUnknown, text }) => !isUnknown && (!exists || text === ''))) {
      yield remark(field, `must be given for a ${kind}, got none`, `write the ${String(field.path.at(-1))} of what is there`);
    }
  }
  for (const kind of ['configMap', 'secret']) {
    yield* judgeFiles(volume.at(kind));
  }
  const [path, type] = [volume.at('hostPath', 'path'), volume.at('hostPath', 'type')];
  if (path.text?.split('/').includes('..') === true) {
    yield remark(path, `must not contain .., got ${shown(path.text)}`, 'write the whole path');
  }
  if (type.text !== undefined && !HOST_TYPES.includes(type.text)) {
    yield remark(type, `must be one of ${listed(HOST_TYPES.slice(1))}, got ${shown(type.text)}`, `write ${nearest(type.text, HOST_TYPES.slice(1)) ?? 'Directory'}`);
  }
  for (const source of volume.at('projected', 'sources').items()) {
    const kinds = source.keys().filter((key) => source.has(key));
    if (kinds.length > 1) {
      yield remark(source, `must come from one place, got ${listed(kinds)}`, 'make it one for each');
    }
  }
  if (volume.at('ephemeral').isMap && !volume.at('ephemeral').has('volumeClaimTemplate') && !volume.at('ephemeral', 'volumeClaimTemplate').isUnknown) {
    yield remark(volume.at('ephemeral', 'volumeClaimTemplate'), 'must be given, got none', 'write what is claimed, or use emptyDir');
  }
}

function* judgeFiles(source: Field): Iterable<Remark> {
  for (const mode of [source.at('defaultMode'), ...source.at('items').items().map((item) => item.at('mode'))]) {
    if (mode.number !== undefined && (mode.number < 0 || mode.number > LARGEST_MODE)) {
      yield remark(mode, `must be from 0 to 511, which is 0777 in octal, got ${mode.number}`, mode.number === 644 ? 'write 420, which is 0644 in octal' : 'write it in octal, such as 0644');
    }
  }
  for (const item of source.at('items').items()) {
    const path = item.at('path');
    if (path.text !== undefined && (path.text.startsWith('/') || path.text.split('/').includes('..'))) {
      yield remark(path, `must be a path within the volume, without .. and a / before it, got ${shown(path.text)}`, `write ${path.text.split('/').filter((part) => part !== '' && part !== '..').join('/')}`);
    }
  }
}
