import type { Path } from '../../graph/document';
import type { Graph } from '../../graph/graph';
import type { ResourceNode } from '../../graph/resource-node';
import { keyed } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const plainWords: Rule = {
  id: 'plain-words',
  class: 'risky',
  summary: 'a word without quotes means to kubectl what it means to people',
  why: 'kubectl reads YAML 1.1: on, off, yes, no, y and n are booleans and 010 is 8, which other tools and people read as text and as ten',
  covers: [],
  check: judge,
};

/** Permissions are written as octal numbers everywhere. */
const OCTAL_FIELDS = ['mode', 'defaultMode'];
const LEADING_ZERO = /^[-+]?0[0-7_]*[0-7]$/;
/** Kinds whose data are texts. */
const DATA = ['data', 'stringData', 'binaryData'];
const WITH_DATA = ['ConfigMap', 'Secret'];

function* judge(graph: Graph): Iterable<Remark> {
  for (const node of graph.nodes) {
    for (const { path, kind, written = '' } of node.source.written?.() ?? []) {
      const field = node.root.at(...path);
      const key = path[path.length - 1];
      if (kind === 'key') {
        yield remark(field, `must be in quotes to stay as it is written, got the key ${written}, which is "${key}" to kubectl`, `write "${written}": ...`);
      } else if (kind === 'word') {
        const value = String(field.value);
        if (isTextWanted(node, path)) {
          yield remark(field, `must be in quotes to be a text, got ${written}, which is ${value} to kubectl`, `write ${keyed(field)}"${written}"`);
        } else if (LEADING_ZERO.test(written) && !OCTAL_FIELDS.includes(String(key))) {
          yield remark(field, `must not begin with 0, got ${written}, which is an octal number and so ${value} to kubectl`, `write ${keyed(field)}${value}, or ${Number(written.replaceAll('_', ''))} if that is meant`);
        }
      }
    }
  }
}

/** Whether the API server takes nothing but a text there, as far as that is known. */
function isTextWanted(node: ResourceNode, path: Path): boolean {
  const [first, second] = path;
  return (first === 'metadata' && (second === 'labels' || second === 'annotations'))
    || (WITH_DATA.includes(node.kind) && DATA.includes(String(first)))
    || node.faults.some((fault) => fault.fault === 'type' && fault.path.length === path.length && fault.path.every((key, index) => key === path[index]));
}
