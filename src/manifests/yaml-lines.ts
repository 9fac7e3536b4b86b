/** Line and column, both counted from 1. */
export interface YamlPosition {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin. */
export class LineStarts {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.starts.push(at + 1);
    }
  }

  /** The place of an offset in a text that begins in line `first`. */
  positionOf(offset: number, first: number): YamlPosition {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: first + low, column: offset - starts[low] + 1 };
  }
}
