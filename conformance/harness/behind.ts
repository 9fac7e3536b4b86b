// How many ready pods each Service leads to, at every moment: what who calls it meets.
import type { WatchEvent } from './api';
import type { Fields, KubeObject } from './objects';

export class ReadyBehind {
  /** The fewest there were behind each Service since `begin`. */
  readonly fewest = new Map<string, number>();
  /** Labels of the pods that are ready now. */
  private readonly ready = new Map<string, Fields>();
  private readonly selectors = new Map<string, Fields>();
  private counting = false;

  /** From here on it is counted: before, the pods were not there yet. */
  begin(): void {
    this.counting = true;
    this.count();
  }

  seePod({ metadata }: KubeObject, isReady: boolean): void {
    if (isReady) this.ready.set(metadata.name, metadata.labels ?? {});
    else this.ready.delete(metadata.name);
    this.count();
  }

  seeService(type: WatchEvent, { metadata, spec }: KubeObject): void {
    if (type === 'DELETED') this.selectors.delete(metadata.name);
    else this.selectors.set(metadata.name, spec.selector ?? {});
    this.count();
  }

  get size(): number {
    return this.ready.size;
  }

  private count(): void {
    if (!this.counting) return;
    for (const [name, selector] of this.selectors) {
      const wanted = Object.entries(selector);
      const now = [...this.ready.values()].filter(labels => wanted.every(([key, value]) => labels[key] === value)).length;
      this.fewest.set(name, Math.min(now, this.fewest.get(name) ?? Infinity));
    }
  }
}
