const [FACTOR, PRIME] = [48271, 2147483647];

/** Numbers by chance, the same ones for the same seed with every version of everything (Park and Miller). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = 1 + seed % (PRIME - 1);
    // Neighbours among the seeds begin alike.
    for (let turn = 0; turn < 5; turn++) this.next();
  }

  /** Above 0 and below 1. */
  next(): number {
    this.state = this.state * FACTOR % PRIME;
    return this.state / PRIME;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}
