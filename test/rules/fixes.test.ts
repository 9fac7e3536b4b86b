import { completed } from './completed';
import { readGraph } from '../../src/graph/graph';
import { everyExample } from '../../src/rules/every-example';
import { everyRule } from '../../src/rules/every-rule';
import { judge } from '../../src/rules/judge';

/** Of what is wrong in their examples only the author knows what to write. */
const OPEN: Readonly<Record<string, string>> = {
  'argument-conflicts': 'which of two values is meant, and a value may be a secret',
  'canary-alert-provider': 'the address is a secret',
  'canary-query-answer': 'a part of a query',
  'canary-query-no-data': 'a part of a query',
  'canary-query-series': 'a part of a query',
  'container-ports': 'on which port the program listens',
  'declared-rules': 'which value it has',
  'few-requests': 'a part of a query, and how many requests are enough',
  'gateway-backends': 'which route takes the others',
  'influx-db-settings': 'what is asked',
  'istio-managed-routes': 'what a route is called',
  'istio-other-destinations': 'which route takes the others',
  'istio-virtual-service': 'none is in the input',
  'metric-template-query': 'a part of a query',
  'one-provider': 'where the numbers are',
  'pod-network': 'which name servers there are',
  'preview-traffic': 'when to ask',
  'query-counters': 'a part of a query',
  'query-divisor': 'a part of a query, and of the condition',
  'query-matchers': 'a part of a query',
  'query-quantile': 'a part of a query',
  'query-syntax': 'what the query was to say',
  'query-types': 'a part of a query',
  'query-window': 'a part of a query',
  'required-fields': 'which value it has',
  'retired-router': 'which router comes instead',
  'secret-keys': 'none of the keys is known',
  'security-context': 'which profiles the nodes have',
  'step-kinds': 'which of two steps is the first',
  'template-has-metrics': 'what is measured',
  'volume-sources': 'which object is there',
  'workload-reference': 'what to do with pods that have names of their own',
};

/** A field and its value, an object to add, or what to take away; of a list, the element. */
const CONCRETE = /(?:^|[ {[])(?!append)(?:"[^"]+"|[\w./-]+): (?!\.\.\.|a )\[?[\w"./]|^add [A-Z]\w+ \S+|\b(?:drop|keep|take) /;
const ELEMENT = /^write \S+(?:,|$| in the place of )/;

const fixes = [...everyExample.values()].flatMap(({ rule, bad }) =>
  judge(readGraph(completed(bad)), { rules: everyRule.filter(({ id }) => id === rule), complete: true }).map(({ path, fix = '' }) => ({ rule, path, fix })));

test.each(fixes.filter(({ rule }) => !Object.hasOwn(OPEN, rule)))('$rule says what to write at $path, with the value: $fix', ({ path, fix }) => {
  expect(fix).toMatch(path.endsWith(']') && !CONCRETE.test(fix) ? ELEMENT : CONCRETE);
});

test.each(Object.keys(OPEN))('%s says what to do, and cannot know the value', (rule) => {
  const own = fixes.filter((each) => each.rule === rule).map(({ fix }) => fix);
  expect(own).not.toContain('');
  expect(own.filter((fix) => !CONCRETE.test(fix))).not.toEqual([]);
});
