import fc from 'fast-check';
import { Evaluation } from '../../../src/schema/cel/evaluate';
import { parseRule } from '../../../src/schema/cel/parse';
import { NotUnderstood } from '../../../src/schema/cel/syntax';
import { FAILED, UNKNOWN, valueOf, View } from '../../../src/schema/cel/values';
import type { Value } from '../../../src/schema/cel/values';
import type { Shape } from '../../../src/schema/shape';

class Later {}

/** A shape that a value has, as if its definition had been written for it; what is missing may be there. */
function shapeOf(value: unknown): Shape {
  const plain: Shape = { required: [], isOpen: false, keyDefaults: [], isSet: false, isNullable: false, isLate: false, rules: [], isRuled: false };
  if (Array.isArray(value)) return { ...plain, type: 'list', elements: shapeOf(value[0]) };
  if (typeof value === 'string') return { ...plain, type: 'text' };
  if (typeof value === 'number') return { ...plain, type: 'number' };
  if (typeof value === 'boolean') return { ...plain, type: 'boolean' };
  if (value === null) return { ...plain, type: 'text', isNullable: true };
  if (value instanceof Later || typeof value !== 'object') return { ...plain, type: 'text' };
  const fields = new Map(Object.entries(value).map(([key, below]) => [key, shapeOf(below)]));
  return { ...plain, type: 'map', fields };
}

function resultOf(text: string, self: unknown): unknown {
  const value = valueOf(self, shapeOf(self));
  const result = new Evaluation().evaluate(parseRule(text), { name: 'self', value: value as Value });
  return result === UNKNOWN ? 'unknown' : result === FAILED ? 'failed' : result instanceof View ? result.value : result;
}

const route = {
  'name': 'one',
  'port': 80,
  'isOn': true,
  'later': new Later(),
  'nothing': undefined,
  'empty': null,
  'namespace': 'shop',
  'a-b': 1,
  'list': ['a', 'b'],
  'refs': [{ name: 'a', port: 1 }, { name: 'b', port: 2 }, { name: 'a' }],
  'some': ['a', new Later()],
  'wait': '90s',
};

test.each<[string, unknown]>([
  // members
  ['self.name', 'one'],
  ['self.refs[1].name', 'b'],
  ['self["name"]', 'one'],
  ['self.refs[9].name', 'failed'],
  ['self.refs[-1]', 'failed'],
  ['self.refs[0.5]', 'failed'],
  ['self.absent', 'failed'],
  ['self.nothing', 'failed'],
  ['self.empty', null],
  ['self.later', 'unknown'],
  ['self.later.name', 'unknown'],
  ['self.name.name', 'unknown'],
  ['self.__namespace__', 'shop'],
  ['self.a__dash__b', 1],
  ['self.constructor', 'failed'],
  ['self.__proto__', 'failed'],
  ['other', 'unknown'],
  // has
  ['has(self.name)', true],
  ['has(self.absent)', false],
  ['has(self.nothing)', false],
  ['has(self.empty)', true],
  ['has(self.later)', 'unknown'],
  ['has(self.absent.name)', 'failed'],
  ['has(self.__namespace__)', true],
  // logic, where one side may be enough
  ['true && false', false],
  ['self.absent == 1 && false', false],
  ['false && self.absent == 1', false],
  ['self.absent == 1 || true', true],
  ['self.absent == 1 || false', 'failed'],
  ['self.absent == 1 && true', 'failed'],
  ['self.later == "a" || true', true],
  ['self.later == "a" && self.absent == 1', 'unknown'],
  ['self.later == "a" || false', 'unknown'],
  ['!self.isOn', false],
  ['!self.name', 'unknown'],
  ['self.name && true', 'unknown'],
  ['true || false && false', true],
  ['true ? "a" : self.absent', 'a'],
  ['false ? "a" : true ? "b" : "c"', 'b'],
  ['self.name ? 1 : 2', 'unknown'],
  ['self.absent ? 1 : 2', 'failed'],
  // comparison
  ['self.port == 80', true],
  ['self.port != 80', false],
  ['self.port == "80"', false],
  ['self.empty == null', true],
  ['self.list == self.list', 'unknown'],
  ['1 < 2 && 2 <= 2 && 3 > 2 && 2 >= 2', true],
  ['2 < 2 || 3 <= 2 || 2 > 2 || 1 >= 2', false],
  ['"a" < "b"', 'unknown'],
  ['"a" in self.list', true],
  ['"c" in self.list', false],
  ['self.name in ["one", "two"]', true],
  ['self.name in []', false],
  ['"name" in self', true],
  ['"absent" in self', false],
  ['"a" in self.some', true],
  ['"c" in self.some', 'unknown'],
  ['self.name in self.name', 'unknown'],
  // arithmetic
  ['1 + 2 * 3 - 4', 3],
  ['(1 + 2) * 3', 9],
  ['-1 + -self.port', -81],
  ['"a" + "b"', 'ab'],
  ['9007199254740991 + 1', 'unknown'],
  ['self.list + self.list', 'unknown'],
  // functions
  ['size("äß😀")', 3],
  ['self.list.size() + size(self.refs)', 5],
  ['size(self.some)', 'unknown'],
  ['size(self.port)', 'unknown'],
  ['self.name.startsWith("on") && self.name.endsWith("ne") && self.name.contains("n")', true],
  ['self.port.contains("8")', 'unknown'],
  ['self.name.matches("^o.e$")', true],
  ['self.name.matches(r"^\\w+$")', 'unknown'],
  ['self.name.matches(self.name)', 'unknown'],
  ['duration(self.wait) > duration("1m")', true],
  ['duration("1h") == duration("60m")', true],
  ['duration("soon") == duration("1s")', 'failed'],
  ['duration("1s") > 1', 'unknown'],
  ['self.name.lowerAscii()', 'unknown'],
  ['size()', 'unknown'],
  // macros
  ['self.list.all(x, x != "c")', true],
  ['self.list.all(x, x != "b")', false],
  ['self.refs.all(x, x.port > 0)', 'failed'],
  ['self.refs.all(x, x.port > 1)', false],
  ['self.refs.exists(x, x.port == 2)', true],
  ['self.refs.exists(x, x.port == 3)', 'failed'],
  ['self.list.exists(x, x == "c")', false],
  ['self.some.exists(x, x == "a")', 'unknown'],
  ['self.refs.exists_one(x, x.name == "b")', true],
  ['self.refs.exists_one(x, x.name == "a")', false],
  ['self.refs.filter(x, x.name == "a").size()', 2],
  ['self.refs.filter(x, x.name == "a")[1].name', 'a'],
  ['self.refs.map(x, x.name)', ['a', 'b', 'a']],
  ['self.refs.map(x, x.name).exists_one(x, x == "b")', true],
  ['self.refs.map(x, x.port)', 'failed'],
  ['self.refs.all(x, self.refs.exists(y, x.name == y.name))', true],
  ['self.name.all(x, true)', 'unknown'],
  ['self.all(x, true)', 'unknown'],
  ['self.refs.all(x, x.name)', 'unknown'],
  ['[1, 2].all(x, x > 0)', true],
  ['[1, self.absent].all(x, x > 0)', 'failed'],
  // texts
  [String.raw`'a\'b\n\x41\u00e4\U0001F600\101'`, 'a\'b\nAä😀A'],
  [String.raw`r'a\n' + R"\"`, 'a\\n\\'],
  ['"""a "quoted"\ntext""" + \'\'\'it\'s\'\'\'', 'a "quoted"\ntextit\'s'],
  ['r"""\\"""', '\\'],
  ['1.5 + 1e1 // what is left out', 11.5],
])('%s', (text, result) => {
  expect(resultOf(text, route)).toEqual(result);
});

test.each([
  '', ' ', '1 +', '(1', '1)', 'self.', 'self.1', 'self..a', 'has()', 'has(self)', 'has(a.b, c.d)', 'self.all(x)', 'self.all(1, true)', 'self.all(x, y, z)', 'a ? b', 'a ? b :',
  '"a', '\'a\nb\'', String.raw`"\q"`, String.raw`"\U00110000"`, '"""a', 'b"a"', '1u', '0x1f', '1.', '#', '{"a": 1}', 'self.?a', 'self[?0]', '`a`', 'a b', '[1, 2', '[,]', '8 / 2 == 4', '8 % 2 == 0',
  '===',
])('fails on %j', text => {
  expect(() => parseRule(text)).toThrow(NotUnderstood);
});

test('fails on what is very long or very deep', () => {
  for (const text of ['('.repeat(5000), '!'.repeat(5000), '-'.repeat(5000), '[['.repeat(500), 'a.all(x, '.repeat(500), 'a?b:'.repeat(5000), `${'1 + '.repeat(5000)}1`]) {
    expect(() => parseRule(text)).toThrow(NotUnderstood);
  }
});

test('what takes very long is not worked out', () => {
  const list = Array.from({ length: 200 }, (_, index) => `name${index}`);
  expect(resultOf('self.all(a, self.all(b, self.all(c, self.all(d, a != "x"))))', list)).toBe('unknown');
});

const WORDS = [
  'self', 'x', 'y', '1', '0', '"a"', 'true', 'null', '(', ')', '[', ']', '.', ',', '?', ':', '!', '-', '+', '*', '&&', '||', '==', '<', '>=', 'in', '.name', '.refs', '.list', '.later', '[0]',
  'has(self.name)', 'size(self)', '.all(x, ', '.exists(y, ', '.exists_one(x, ', '.filter(x, ', '.map(y, ', '.size()', '.contains(', '.matches("a")', 'duration("1s")',
];

test('no text makes reading or working out throw anything else', () => {
  const texts = fc.oneof(fc.string(), fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map(words => words.join(' ')), expressions());
  let understood = 0;
  fc.assert(fc.property(texts, text => {
    try {
      parseRule(text);
    } catch (error) {
      expect(error).toBeInstanceOf(NotUnderstood);
      return;
    }
    understood++;
    expect(resultOf(text, route)).toBeDefined();
  }), { numRuns: 2000 });
  expect(understood).toBeGreaterThan(500);
});

/** Texts that make sense, as far as their grammar goes. */
function expressions(): fc.Arbitrary<string> {
  const { text } = fc.letrec<{ text: string }>(tie => {
    const [left, right, third] = [tie('text'), tie('text'), tie('text')];
    const atoms = fc.constantFrom('self', 'self.name', 'self.refs', 'self.list', 'self.later', 'self.absent', 'x', 'x.name', '1', '"a"', 'true', 'false', 'null', 'has(self.port)');
    return {
      text: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, atoms,
        fc.tuple(left, fc.constantFrom('&&', '||', '==', '!=', '<', '>=', 'in', '+', '-', '*'), right).map(([a, operator, b]) => `(${a} ${operator} ${b})`),
        fc.tuple(left, right, third).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
        fc.tuple(left, fc.constantFrom('all', 'exists', 'exists_one', 'filter', 'map'), right).map(([a, name, b]) => `${a}.${name}(x, ${b})`),
        fc.tuple(left, fc.constantFrom('size', 'contains', 'matches', 'startsWith'), right).map(([a, name, b]) => `${a}.${name}(${b})`),
        fc.tuple(left, right).map(([a, b]) => `${a}[${b}]`),
        left.map(a => `!${a}`)),
    };
  });
  return text;
}
