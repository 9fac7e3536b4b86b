import { isPlainMap } from '../../schema/plain-map';

/** Remembers what was made of plain data, and finds it again for data that says the same. Anything else is like nothing but itself. */
export class Alike {
  private readonly made = new Map<string, unknown>();
  private readonly numbers = new Map<unknown, number>();

  /** What was made of the same data before, or what is made of it now. */
  public once(data: unknown, make: () => unknown, isMade: (value: unknown) => boolean): unknown {
    const text = this.text(data);
    if (this.made.has(text)) return this.made.get(text);
    const value = make();
    if (isMade(value)) this.made.set(text, value);
    return value;
  }

  private text(data: unknown, above: readonly unknown[] = []): string {
    const below = [...above, data];
    if (Array.isArray(data) && !above.includes(data)) return `[${data.map(each => this.text(each, below)).join()}]`;
    if (isPlainMap(data) && !above.includes(data)) {
      const entries = Object.entries(data).filter(([, each]) => each !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
      return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${this.text(each, below)}`).join()}}`;
    }
    if (typeof data !== 'object' || data === null) return `${typeof data} ${typeof data === 'string' ? JSON.stringify(data) : String(data)}`;
    if (!this.numbers.has(data)) this.numbers.set(data, this.numbers.size);
    return `value ${this.numbers.get(data)}`;
  }
}
