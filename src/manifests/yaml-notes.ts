/** Something about how a document is written that its values do not show. */
export interface WrittenNote {
  readonly path: readonly (string | number)[];
  /**
   * `twice`: the key stands in its map more than once, and this is the one that counts. `merged`: `<<` stands behind the key and
   * overwrites it. `word`: a plain word that is no text, in a way that surprises; `key`: the same of a key.
   */
  readonly kind: 'twice' | 'merged' | 'word' | 'key';
  /** The word as it is written. */
  readonly written?: string;
}

type Container = Readonly<Record<string, unknown>> | readonly unknown[];
type Key = string | number;

interface Note extends Omit<WrittenNote, 'path'> {
  readonly container: object;
  readonly key: Key;
}

/** Remembers where everything stands. Reading with it takes half as long again, so it is used for documents with findings only. */
export class YamlRecorder {
  /** Where the document begins. */
  start = 0;
  private readonly offsets = new Map<object, Map<Key, number>>();
  private readonly parents = new Map<object, { readonly container: object; readonly key: Key }>();
  private readonly notes: Note[] = [];

  put(container: object, key: Key, value: unknown, offset: number): void {
    let known = this.offsets.get(container);
    if (known === undefined) {
      known = new Map();
      this.offsets.set(container, known);
    }
    known.set(key, offset);
    if (typeof value === 'object' && value !== null && !this.parents.has(value)) {
      this.parents.set(value, { container, key });
    }
  }

  note(container: object, key: Key, kind: WrittenNote['kind'], written?: string): void {
    this.notes.push({ container, key, kind, written });
  }

  /** Where a key that was put before is. */
  offsetIn(container: object, key: Key): number | undefined {
    return this.offsets.get(container)?.get(key);
  }

  /** Where the key or element at the end of the path begins; for a part that is not written down, its nearest ancestor. */
  offsetOf(root: unknown, path: readonly Key[]): number {
    let found = this.start;
    let value = root;
    for (const key of path) {
      const offset = typeof value === 'object' && value !== null ? this.offsetIn(value, key) : undefined;
      if (offset === undefined) {
        return found;
      }
      found = offset;
      value = (value as Record<Key, unknown>)[key];
    }
    return found;
  }

  notesOf(root: unknown): WrittenNote[] {
    const found: WrittenNote[] = [];
    for (const { container, key, kind, written } of this.notes) {
      const path = this.pathOf(root, container);
      if (path !== undefined) {
        found.push({ path: [...path, key], kind, ...(written === undefined ? {} : { written }) });
      }
    }
    return found;
  }

  /** Undefined for what did not get into the document, such as a map that was merged into another. */
  private pathOf(root: unknown, container: object): Key[] | undefined {
    const path: Key[] = [];
    let at: object = container;
    while (at !== root) {
      const parent = this.parents.get(at);
      if (parent === undefined || (parent.container as Record<Key, unknown> & Container)[parent.key as never] !== at) {
        return undefined;
      }
      path.unshift(parent.key);
      at = parent.container;
    }
    return path;
  }
}
