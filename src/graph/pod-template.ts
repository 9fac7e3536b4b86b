import type { Field } from './field';

/** The containers of a pod template, those that run first included. */
export function containersOf(template: Field): readonly Field[] {
  const spec = template.at('spec');
  return [...spec.at('containers').items(), ...spec.has('initContainers') ? spec.at('initContainers').items() : []];
}
