import { remark } from './rule';
import type { Remark } from './rule';
import { listed } from './wording';
import type { Field } from '../graph/field';
import type { Graph } from '../graph/graph';
import { ResourceNode } from '../graph/resource-node';

/** Keys without which a Secret is of no use; of several lists one will do. */
export type Keys = readonly (readonly string[])[];

/** What is wrong with a Secret that Flagger reads. One that is not in the input is nobody's mistake: many keep theirs elsewhere. */
export function* secretNamed(field: Field, namespace: string | undefined, wanted: Keys, { index }: Graph): Iterable<Remark> {
  const { text: name } = field;
  if (name === undefined) {
    return;
  }
  const secret = index.find('Secret', namespace, name);
  const others = index.named('Secret', name).flatMap((node) => node.namespace ?? []);
  if (name === '') {
    yield remark(field, 'must be the name of a Secret, got nothing', 'write the name of one, or drop secretRef');
  } else if (secret instanceof ResourceNode) {
    yield* keysOf(field, name, secret, wanted);
  } else if (others.length > 0) {
    yield remark(
      field, `names Secret ${name}, which is in namespace ${listed(others)}, and is looked for in ${namespace ?? 'another'}`,
      `add Secret ${name} to ${namespace ?? 'that namespace'}`, { missing: { kind: 'Secret', name } },
    );
  }
}

function* keysOf(field: Field, name: string, secret: ResourceNode, wanted: Keys): Iterable<Remark> {
  const parts = ['data', 'stringData'].map((key) => secret.root.at(key));
  const keys = parts.flatMap((part) => part.keys());
  // somebody else may fill one that is empty
  const isKnown = keys.length > 0 && !parts.some((part) => part.isUnknown);
  if (isKnown && wanted.length > 0 && !wanted.some((each) => each.every((key) => keys.includes(key)))) {
    yield remark(
      field, `needs ${wanted.map(listed).join(', or ')} in Secret ${name}, which has ${listed(keys)}`,
      `add ${listed((wanted.at(-1) ?? []).filter((key) => !keys.includes(key)))} to Secret ${name}`, { about: secret },
    );
  }
}
