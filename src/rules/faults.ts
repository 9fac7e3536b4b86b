import { meantField } from './meant-field';
import type { MeantField } from './meant-field';
import { remark } from './rule';
import type { Remark } from './rule';
import type { Graph } from '../graph/graph';
import type { ResourceNode } from '../graph/resource-node';
import { RolloutNode } from '../graph/rollout';
import { isBeyondFormat } from '../schema/fault';
import type { Fault } from '../schema/fault';

/** What is wrong with a value, and what to write. */
export interface FaultWords {
  readonly message: string;
  readonly fix: string;
  /** The field below the place that is meant. */
  readonly below?: readonly string[];
}

type Told<F extends Fault['fault']> = Extract<Fault, { readonly fault: F }>;

/** Collects what is said of what an API server would hold against each document. */
export function* forEachFault<F extends Fault['fault']>(
  graph: Graph, kinds: readonly F[], tell: (fault: Told<F>, node: ResourceNode) => FaultWords | undefined,
): Iterable<Remark> {
  for (const node of graph.nodes) {
    for (const fault of node.faults) {
      const words = isOf(fault, kinds) ? tell(fault, node) : undefined;
      if (words !== undefined) {
        yield remark(node.root.at(...fault.path, ...words.below ?? []), words.message, words.fix, isTaken(fault, node) ? { class: 'broken' } : {});
      }
    }
  }
}

/** Asked by several rules; null where nothing comes to mind. */
const meant = new WeakMap<Fault, MeantField | null>();

/** What a field that there is not was probably meant to be. */
export function meantBy(fault: Fault, node: ResourceNode): MeantField | undefined {
  let known = meant.get(fault);
  if (known === undefined) {
    const shapes = node.schema?.shapes ?? [];
    known = meantField(node.root.at(...fault.path), fault.shape, shapes[shapes.length - 1] ?? fault.shape) ?? null;
    meant.set(fault, known);
  }
  return known ?? undefined;
}

/**
 * Whether the object is taken all the same: what there is not is dropped by the controller, and of the rest it looks at pods of
 * Rollouts only. Elsewhere pods cannot be made.
 */
function isTaken(fault: Fault, node: ResourceNode): boolean {
  const { fault: kind, isLate } = fault;
  return isTooLargeForReader(fault, node) || (isLate && (kind === 'unknown' || ((kind === 'missing' || kind === 'twin') && !(node instanceof RolloutNode))));
}

/** An API server does not look at the size of a number that a definition calls int32, and who reads it has no room for more. */
function isTooLargeForReader(fault: Fault, { schema, groupKind }: ResourceNode): boolean {
  return fault.fault === 'limit' && isBeyondFormat(fault) && schema?.isNative === false && !groupKind.endsWith('.argoproj.io');
}

function isOf<F extends Fault['fault']>(fault: Fault, kinds: readonly F[]): fault is Told<F> {
  return kinds.some((kind) => kind === fault.fault);
}
