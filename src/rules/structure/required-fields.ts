import type { Graph } from '../../graph/graph';
import type { ResourceNode } from '../../graph/resource-node';
import type { Fault } from '../../schema/fault';
import { exampleOf } from '../example-value';
import { forEachFault, meantBy } from '../faults';
import type { FaultWords } from '../faults';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** What nearly everybody writes there. */
const USUAL: Readonly<Record<string, string>> = { pathType: 'Prefix' };

export const requiredFields: Rule = {
  id: 'required-fields',
  class: 'refused',
  summary: 'every field is there that the kind cannot be without',
  why: 'the API server refuses the object',
  covers: [],
  givesWay: true,
  check: judge,
};

function* judge(graph: Graph): Iterable<Remark> {
  for (const node of graph.nodes) {
    if (node.name !== undefined || node.schema === undefined) {
      continue;
    }
    const name = node.metadata.at('name');
    if ((!name.exists || name.text === '') && !name.isUnknown && !node.metadata.has('generateName')) {
      yield remark(name, 'must be there, got none', `write the name of the ${node.kind}`);
    }
  }
  yield* forEachFault(graph, ['missing'], (fault, node) => isMisspelt(fault, node) ? undefined : words(fault));
}

function words({ path, shape }: Fault): FaultWords {
  const name = String(path[path.length - 1]);
  const field = shape.fields?.get(name);
  const example = Object.hasOwn(USUAL, name) ? USUAL[name] : field === undefined ? 'a value' : exampleOf(field);
  return { message: 'must be there, got none', fix: `write ${name}: ${example}` };
}

/** Whether it is there under another name: who is told how it is spelt knows enough. */
function isMisspelt({ path }: Fault, node: ResourceNode): boolean {
  const name = path[path.length - 1];
  return node.faults.some((other) => {
    if (other.fault !== 'unknown' || other.path.length !== path.length || !other.path.slice(0, -1).every((key, index) => key === path[index])) {
      return false;
    }
    const meant = meantBy(other, node);
    return meant !== undefined && 'name' in meant && meant.name === name;
  });
}
