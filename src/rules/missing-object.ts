import { write } from './fix';
import { nearest } from './wording';
import type { Field } from '../graph/field';
import type { GraphNode } from '../graph/node';
import { mayBeSameNamespace } from '../manifests/namespaces';

/** To compare a name with thousands takes longer than all else. */
const MOST_OBJECTS = 500;

interface Wanted {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** Names that mean something else. */
  readonly taken?: readonly string[];
}

/** What to do about an object that is named and not there: to write the name that was meant, or to add it. */
export function addOrRename(field: Field, { kind, name, namespace, taken = [] }: Wanted, objects: readonly GraphNode[]): string {
  const meant = nearest(name, namesIn(namespace, objects).filter((each) => !taken.includes(each)));
  const added = `add ${kind} ${name} to ${namespace ?? 'its namespace'}`;
  return meant === undefined ? `${added}, or correct the name` : `${write(field, meant)}, or ${added}`;
}

/** The name of an object that is not named, to stand in a fix, where there is no other to be meant. */
export function onlyName(namespace: string | undefined, objects: readonly GraphNode[]): string {
  const names = namesIn(namespace, objects);
  return names.length === 1 ? names[0] : '...';
}

function namesIn(namespace: string | undefined, objects: readonly GraphNode[]): readonly string[] {
  const near = objects.length > MOST_OBJECTS ? []
    : objects.filter((node) => mayBeSameNamespace(node.namespace, namespace));
  return near.flatMap((node) => node.name ?? []);
}
