import type { NamedObject, Remark } from './rule';
import { mayBeSameNamespace } from '../manifests/namespaces';

/** What is known of objects that are not in the input. */
export interface KnownObjects {
  /** Whether the input is everything there is, so that a named object that is not in it does not exist. @default false */
  readonly complete?: boolean;
  /** Named objects that are known to exist although they are not in the input. @default - none */
  readonly elsewhere?: readonly ObjectElsewhere[];
  /** What was looked through beside the input, which holds it: `the cluster of context staging`. @default - nothing */
  readonly alsoSeen?: string;
  /** Kinds of which others than those of the input may well exist, whatever is complete. @default - none */
  readonly unread?: ReadonlySet<string>;
}

/** An object in the namespace of whoever names it. */
export interface ObjectElsewhere extends NamedObject {
  readonly namespace?: string;
}

/** A remark that holds; of an object that may well be elsewhere it is only a note. */
export interface Held {
  readonly remark: Remark;
  readonly isNote: boolean;
}

/** What holds of a remark, knowing this. Undefined where nothing does. */
export function held(remark: Remark, { complete = false, elsewhere = [], alsoSeen, unread }: KnownObjects): Held | undefined {
  const { missing } = remark;
  if (missing === undefined) {
    const isKnown = remark.onlyIfComplete !== true || (complete && (unread === undefined || unread.size === 0));
    return isKnown ? { remark, isNote: false } : undefined;
  }
  if (isElsewhere(missing, remark.node.namespace, elsewhere)) {
    return undefined;
  }
  const isUnread = unread?.has(missing.kind) === true;
  return { remark: alsoSeen === undefined || isUnread ? remark : notThereEither(remark, alsoSeen), isNote: !complete || isUnread };
}

/** What is missing in both, in words that name both. */
function notThereEither(remark: Remark, alsoSeen: string): Remark {
  return { ...remark, message: remark.message.replace('is not in the input', `is neither in the input nor in ${alsoSeen}`) };
}

function isElsewhere(missing: NamedObject, from: string | undefined, elsewhere: readonly ObjectElsewhere[]): boolean {
  return elsewhere.some(({ kind, name, namespace }) => kind === missing.kind && name === missing.name
    && (kind === 'ClusterAnalysisTemplate' || mayBeSameNamespace(namespace, from)));
}
