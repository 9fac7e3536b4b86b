import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { completed } from './completed';
import type { SourceDocument } from '../../src/graph/document';
import { readGraph } from '../../src/graph/graph';
import { everyExample } from '../../src/rules/every-example';
import { everyRule } from '../../src/rules/every-rule';
import { judge } from '../../src/rules/judge';
import { readBases } from '../differential/bases';
import { manifestsOf } from '../differential/case';
import { Generator } from '../differential/generate';

/* Rules that are about certain keys are asked of those Rollouts alone that have them written somewhere. */

test.each([...everyExample.values()])('the rules say of the bad example of $rule what they say when they look at every Rollout', ({ bad }) => {
  expectTheSame(completed(bad));
});

test('and of six hundred bundles with something broken in them', () => {
  const bases = readBases();
  const generator = new Generator(bases, 19);
  for (let number = 0; number < 600; number++) {
    const { base, edits } = generator.make(number);
    expectTheSame(manifestsOf(bases[base]!, edits).map((manifest) => ({ manifest })) as SourceDocument[]);
  }
});

const ofFlagger = readdirSync(join(__dirname, '..', '..', 'src', 'rules', 'flagger')).map((file) => file.replace(/\.ts$/, ''));

test.each(everyRule.filter(({ id }) => ofFlagger.includes(id)))('$id looks at nothing where there is no object of Flagger', (rule) => {
  const seen = new Set<string | symbol>();
  const graph = new Proxy(readGraph([]), { get: (target, key) => (seen.add(key), Reflect.get(target, key) as unknown) });
  expect([...rule.check(graph)]).toEqual([]);
  expect([...seen].filter((key) => !['canaries', 'metricTemplates', 'alertProviders'].includes(String(key)))).toEqual([]);
});

function expectTheSame(documents: readonly SourceDocument[]): void {
  const unsparing = readGraph(documents);
  unsparing.rolloutsThatMention = () => unsparing.rollouts;
  expect(judge(readGraph(documents))).toEqual(judge(unsparing));
}
