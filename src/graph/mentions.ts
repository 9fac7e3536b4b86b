import type { RolloutNode } from './rollout';
import { isPlainMap } from '../schema/plain-map';

/** Deeper than any manifest; it ends the walk through a value that contains itself. */
const DEEPEST = 50;
const NOBODY: readonly RolloutNode[] = [];

/**
 * Which Rollouts have a key written down, anywhere in them or in the workload that lends them its pods. Most rules have something to say of
 * a few fields that hardly anybody writes, and need not look at the others at all.
 */
export class Mentions {
  private readonly byKey = new Map<string, RolloutNode[]>();

  constructor(private readonly rollouts: readonly RolloutNode[]) {
    for (const rollout of rollouts) {
      this.read(rollout.root.value, rollout, DEEPEST);
      this.read(rollout.workloadReference?.workload?.root.value, rollout, DEEPEST);
    }
  }

  /** Those that have one of the keys, in their order. */
  of(keys: readonly string[]): readonly RolloutNode[] {
    const found = keys.flatMap((key) => this.byKey.get(key) ?? []);
    if (keys.length === 1 || found.length === 0) {
      return found.length === 0 ? NOBODY : found;
    }
    const wanted = new Set(found);
    return wanted.size === this.rollouts.length ? this.rollouts : this.rollouts.filter((rollout) => wanted.has(rollout));
  }

  /** A value that is not known yet is not looked at. */
  private read(value: unknown, rollout: RolloutNode, deepest: number): void {
    if (Array.isArray(value)) {
      for (const element of deepest === 0 ? [] : value) {
        this.read(element, rollout, deepest - 1);
      }
    } else if (deepest > 0 && isPlainMap(value)) {
      for (const key of Object.keys(value)) {
        const known = this.byKey.get(key);
        if (known === undefined) {
          this.byKey.set(key, [rollout]);
        } else if (known[known.length - 1] !== rollout) {
          known.push(rollout);
        }
        this.read(value[key], rollout, deepest - 1);
      }
    }
  }
}
