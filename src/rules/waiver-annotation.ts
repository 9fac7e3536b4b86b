import type { Waiver } from './waiver';
import { WAIVER_ANNOTATION } from './waiver';
import type { Graph } from '../graph/graph';

/** `weights-reachable: production has 20 replicas`, or a rule without its reason. */
const ENTRY = /^([a-z][a-z0-9-]*)\s*:(?:\s+|$)|^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** What objects say is waived for themselves. */
export function annotatedWaivers(graph: Graph): Waiver[] {
  const waivers: Waiver[] = [];
  for (const { root, resource, document } of graph.nodes) {
    const text = root.at('metadata', 'annotations').textAt(WAIVER_ANNOTATION);
    if (text !== undefined) {
      waivers.push(...readWaivers(text).map((each) => ({ ...each, resource, document })));
    }
  }
  return waivers;
}

/**
 * Entries stand on lines of their own, or with semicolons between them. A part that does not begin with the name of a rule belongs to the
 * reason before it, so that reasons may be long and have semicolons of their own.
 */
function readWaivers(text: string): { rule: string; reason: string }[] {
  const entries: { rule: string; reason: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    line.split(';').forEach((written, index) => {
      const part = written.trim();
      const last = entries.at(-1);
      const match = ENTRY.exec(part);
      if (part === '') {
        return;
      }
      if (match !== null || last === undefined) {
        const rule = match?.[1] ?? part;
        entries.push({ rule, reason: part.slice(match?.[0].length ?? part.length).trim() });
      } else {
        last.reason = `${last.reason}${last.reason === '' ? '' : index === 0 ? ' ' : '; '}${part}`;
      }
    });
  }
  return entries;
}
