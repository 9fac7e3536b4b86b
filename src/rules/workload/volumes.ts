import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { write } from '../fix';
import { judgeDevice, judgeMount } from '../pods/mounts';
import { sourcesOf } from '../pods/volume-origin';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

export const volumes: Rule = {
  id: 'volumes',
  class: 'refused',
  summary: 'what a container mounts is a volume of its pod, and a volume comes from one place',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, ['volumes', 'volumeMounts', 'volumeDevices'], function* (template): Iterable<Remark> {
    const list = template.at('spec', 'volumes');
    for (const volume of list.items()) {
      const sources = sourcesOf(volume);
      if (sources.length > 1) {
        yield remark(volume, `must come from one place, got ${listed(sources)}`, `keep ${sources[0]}`);
      }
    }
    const isKnown = !list.isUnknown && list.items().every((volume) => !volume.at('name').isUnknown);
    const byName = new Map(list.items().flatMap((volume) => {
      const name = volume.textAt('name');
      return name === undefined ? [] : [[name, volume] as const];
    }));
    for (const container of containersOf(template)) {
      const mounts = container.has('volumeMounts') ? container.at('volumeMounts').items() : [];
      const devices = container.has('volumeDevices') ? container.at('volumeDevices').items() : [];
      for (const each of isKnown ? [...mounts, ...devices] : []) {
        yield* judgeName(each.at('name'), [...byName.keys()]);
      }
      for (const mount of mounts) {
        yield* judgeMount(mount, container, devices);
      }
      for (const device of devices) {
        yield* judgeDevice(device, devices, byName.get(device.textAt('name') ?? ''));
      }
    }
  }),
};

function* judgeName(name: Field, names: readonly string[]): Iterable<Remark> {
  if (name.text !== undefined && !names.includes(name.text)) {
    const meant = nearest(name.text, names);
    yield remark(
      name, `must be a volume of the pod, which has ${names.length === 0 ? 'none' : listed(names)}, got ${shown(name.text)}`,
      meant === undefined ? `add { name: ${name.text}, emptyDir: {} } to volumes, or where it comes from` : `${write(name, meant)}, or add { name: ${name.text}, emptyDir: {} } to volumes`,
    );
  }
}
