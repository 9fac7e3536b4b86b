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

test('a query that cannot be read has its fault where the same query has it when it is read by itself', () => {
  const piece = fc.constantFrom('sum(', 'rate(', ')', 'up', '{', '}', 'job="checkout-service"', 'a="b"', ',', '[5m]', ' / ', '"{{args.x}} of \\"it\\""', ' ', 'by (le)', '"');
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
    const written = parts.join('');
    expect(new QueryReader().read(written).errors).toEqual(readQuery(written).errors);
  }), { numRuns: 500 });
});
