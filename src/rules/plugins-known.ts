import { write } from './fix';
import { remark } from './rule';
import type { Remark } from './rule';
import { listed, nearest, shown } from './wording';
import { CONTROLLER_CONFIG, pluginsIn } from '../graph/controller-config';
import type { PluginKind } from '../graph/controller-config';
import type { Field } from '../graph/field';
import type { Graph } from '../graph/graph';

/** Says of a plugin that the controller is not told of it, where its configuration is in the input. */
export function* judgePlugin(field: Field, name: string, kind: PluginKind, { index }: Graph): Iterable<Remark> {
  const known = pluginsIn(index, kind);
  if (known !== undefined && !known.includes(name)) {
    const meant = nearest(name, known);
    yield remark(
      field, `must be among ${kind} of ConfigMap ${CONTROLLER_CONFIG}, which has ${known.length === 0 ? 'none' : listed(known)}, got ${shown(name)}`,
      meant === undefined ? `add { name: ${name}, location: ... } there, and restart the controller` : field.text === undefined ? `write ${meant} in the place of ${name}` : write(field, meant),
    );
  }
}
