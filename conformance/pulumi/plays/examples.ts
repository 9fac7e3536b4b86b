// Examples that have a program for Pulumi, each with what its stack is told.

export interface Example {
  readonly name: string;
  readonly config?: Readonly<Record<string, string>>;
  /** Files of what the constructs write, without what all their names end with. */
  readonly expected: readonly string[];
  /** Whether the library warns of something in it. */
  readonly mayWarn?: boolean;
}

export const EXAMPLES: readonly Example[] = [
  { name: 'quickstart', expected: ['shop'] },
  { name: 'theory', expected: ['stages', 'minutes', 'approval'] },
  { name: 'theory-flagger', expected: ['stages', 'minutes', 'approval'] },
  { name: 'ab-test', expected: ['beta', 'staff'] },
  { name: 'blue-green', expected: ['automatic', 'approval'] },
  { name: 'experiment', expected: ['shop'] },
  { name: 'flash-sale', expected: ['flash-sale', 'flash-sale-short'] },
  { name: 'flash-sale-flagger', expected: ['flash-sale'] },
  { name: 'my-app', expected: ['canary', 'blue-green', 'original-canary', 'original-blue-green'], mayWarn: true },
  { name: 'docutag', expected: ['docutag'], config: { version: '1.1.0' } },
  {
    name: 'docutag',
    expected: ['docutag-blue-green'],
    config: { version: '1.1.0', strategy: 'blue-green', namespace: 'docutag-blue-green', host: 'blue-green.docutag.example.com' },
  },
  {
    name: 'docutag',
    expected: ['docutag-strict'],
    config: { version: '1.1.0', threshold: '3', atLeast: '99.5', namespace: 'docutag-strict', host: 'strict.docutag.example.com' },
  },
  ...[1, 2, 3, 4].map((step): Example => ({ name: 'hand-over', expected: [`shop.step-${step}`], config: { step: `${step}` } })),
];
