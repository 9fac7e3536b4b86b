import { KNATIVE_SERVICE } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const containers: Rule = {
  id: 'containers',
  class: 'refused',
  summary: 'pods have containers, each with a name of its own and an image',
  why: 'pods without them cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    const isOfKnative = template.node.groupKind === KNATIVE_SERVICE;
    const list = spec.at('containers');
    if ((!list.exists && !list.isUnknown) || (list.isList && list.items().length === 0)) {
      yield remark(list, 'must have at least one container, got none', 'write containers: [{ name: main, image: ... }]');
    }
    const names = new Set<string>();
    for (const container of [...list.items(), ...spec.at('initContainers').items()]) {
      const name = container.at('name');
      // Knative names a container that has no name
      if (!isOfKnative || name.exists) {
        yield* judge(name, 'must name the container', 'write name: main');
      }
      yield* judge(container.at('image'), 'must name an image', 'write one with its tag, such as image: registry.example/app:1.0.0');
      if (name.text !== undefined && name.text !== '' && names.has(name.text)) {
        yield remark(name, `must be a name of its own, got ${name.text} a second time`, write(name, `${name.text}-2`));
      }
      names.add(name.text ?? '');
    }
  }),
};

function* judge(field: Field, message: string, fix: string): Iterable<Remark> {
  if (field.isUnknown) {
    return;
  }
  if (!field.exists || field.text?.trim() === '') {
    yield remark(field, `${message}, got ${field.exists ? 'an empty one' : 'none'}`, fix);
  }
}
