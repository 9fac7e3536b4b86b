const LONGEST = 80;

/** A value as a message shows it: on one line and not too long. */
export function shown(value: unknown): string {
  // JSON has no word for these and writes null.
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** `1 replica`, `2 replicas`. */
export function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** The name that was probably meant. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const close = names
    .map((each) => ({ each, distance: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= Math.max(2, name.length / 4))
    .sort((a, b) => a.distance - b.distance || (a.each < b.each ? -1 : 1));
  return close[0]?.each;
}

/** How many letters to add, drop or change, or to exchange with the next one. */
export function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] + 1 : Infinity;
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]), exchanged));
    }
    before = row;
    row = next;
  }
  return row[b.length];
}
