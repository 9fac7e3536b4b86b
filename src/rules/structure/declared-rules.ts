import type { Graph } from '../../graph/graph';
import type { ResourceNode } from '../../graph/resource-node';
import type { RuleFault } from '../../schema/fault';
import { exampleOf } from '../example-value';
import { forEachFault } from '../faults';
import type { FaultWords } from '../faults';
import { keyed } from '../fix';
import type { Rule } from '../rule';
import { shown } from '../wording';

/** Begins rules that want a duration. */
const DURATION = 'duration(self)';

export const declaredRules: Rule = {
  id: 'declared-rules',
  class: 'refused',
  summary: 'objects of routers keep the rules that their definitions have between fields',
  why: 'the API server asks these rules of each object (`x-kubernetes-validations`), and refuses one that does not keep them',
  covers: ['FJ-05'],
  givesWay: true,
  check: (graph: Graph) => forEachFault(graph, ['rule'], words),
};

function words(fault: RuleFault, { kind }: ResourceNode): FaultWords {
  return { message: `must keep the rule "${fault.rule.message}" of ${kind}, got ${gotten(fault)}`, fix: fixOf(fault) };
}

function gotten({ value, shape, cure, path }: RuleFault): string {
  if (cure === 'rename') {
    return `the key ${shown(path[path.length - 1])}`;
  }
  if (value === undefined || value === null) {
    return shape.fallback === undefined ? 'none' : `none, which stands for ${shown(shape.fallback)}`;
  }
  return Array.isArray(value) ? `a list of ${value.length}` : typeof value === 'object' ? 'a map' : shown(value);
}

function fixOf({ rule, cure, path, value, shape }: RuleFault): string {
  switch (cure) {
    case 'write':
      return `write ${keyed({ path })}${shape.type === 'whole number' ? 'a number' : exampleOf(shape)}`;
    case 'take out':
      return 'take it out';
    case 'rename':
      return 'write another key, or take it out';
    default: {
      const isElement = typeof path[path.length - 1] === 'number';
      return isElement ? 'change it, or take it out' : typeof value === 'object' && value !== null ? 'change what is in it'
        : rule.text.startsWith(DURATION) ? `write for example ${keyed({ path })}1s` : 'write a value that does';
    }
  }
}
