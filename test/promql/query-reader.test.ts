import fc from 'fast-check';
import { readQuery } from '../../src/promql/query';
import { QueryReader } from '../../src/promql/query-reader';

const text = fc.constantFrom('a', 'b', '5..', '{{args.hash}}', '', '0', 'it is \\"x\\"', 'a,b{c}');
const part = fc.constantFrom('sum', 'rate', '(', ')', 'a', '{b=', ',c!~', '}', '[5m]', ' / ', '1', ' or ', '#', '\'', '{');
const query = fc.oneof(
  fc.array(fc.oneof(part, text.map((each) => `"${each}"`)), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.tuple(text, text).map(([one, other]) => `sum(rate(a{b="${one}",c="${other}"}[5m])) / sum(rate(a{b="${one}"}[5m]))`),
);

test('one reader says of any queries what the parser says of each', () => {
  fc.assert(fc.property(fc.array(query, { minLength: 1, maxLength: 6 }), (queries) => {
    const reader = new QueryReader();
    for (const each of queries) {
      expect(reader.read(each)).toEqual(readQuery(each));
    }
  }), { numRuns: 300 });
});
