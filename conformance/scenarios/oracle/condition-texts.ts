// Conditions as people might write them, and as nobody should: nearly all of them fit together, some do not.
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;
type Kind = 'number' | 'whole' | 'truth' | 'text' | 'list' | 'any';
type Grammar = Record<Kind, string>;

/** Words for the measurement, or for parts of it, of each kind. */
type Subject = Readonly<Record<'number' | 'truth' | 'text' | 'list', readonly string[]>>;

/** Where a closure may look at its element. */
const EACH = '@';
const subjects: readonly Subject[] = [
  { number: ['result'], list: ['[result]'], truth: ['result > 0'], text: ['"b"'] },
  { number: ['result[0]', 'result[-1]'], list: ['result', 'result[1:]'], truth: ['len(result) > 0', 'result[0] < 1'], text: ['"b"'] },
  {
    number: ['result.n', 'result?.n', 'result["n"]'],
    list: ['result.list', 'result', 'keys(result)'],
    truth: ['result.ok', 'result'],
    text: ['result.text', 'result'],
  },
];
const COMPARED = [' > ', ' < ', ' >= ', '<='];
const EQUAL = [' == ', ' != '];
/** Of texts. */
const TEXTS = [
  'upper("a")', 'string(result)', 'type(result)', 'toJSON(result)', 'join(["a"], "-")', '"abc"[1:2]',
  'replace("a", "a", "b")', 'repeat("a", 2)', 'split("a b", " ")',
];
/** How far inside it is, whichever way it got there. */
const depthIdentifier = fc.createDepthIdentifier();

/** Of what comes of them, the first words are the simplest, and what shrinks ends there. */
export const conditions: Text = fc.oneof(...subjects.map(conditionsOn));

const INSERTED = [...'()[]{}?:;,.#!=&|<>*"\'`1_ae $~@', ' not ', ' in ', '??', '..', '\\', '0x'];
/** The same with a character too many or too few. Their regular expressions are nothing that we read, and two braces are a placeholder. */
export const mangled: Text = fc.tuple(conditions, fc.nat(), fc.constantFrom('', ...INSERTED)).map(([text, place, inserted]) => {
  const at = place % text.length;
  return `${text.slice(0, at)}${inserted}${text.slice(inserted === '' ? at + 1 : at)}`;
}).filter(text => !/matches|\{\{|\}\}/.test(text));

function conditionsOn(subject: Subject): Text {
  const { truth } = fc.letrec<Grammar>(tie => grammar(subject, kind => {
    return fc.oneof({ arbitrary: tie(kind), weight: 80 }, { arbitrary: tie('any'), weight: 1 });
  }));
  return truth.map(text => text.replaceAll(EACH, subject.number[0]!));
}

function grammar(subject: Subject, some: (kind: Kind) => Text): Record<Kind, Text> {
  const [number, whole, truth] = [some('number'), some('whole'), some('truth')];
  const [text, list, any] = [some('text'), some('list'), some('any')];
  const [asked, reckoned] = [closure(truth), closure(number)];
  return {
    number: oneOf(
      [...subject.number, '0', '0.95', '1', '2.', '.5', '1e3', '1.5e-1', '1_000.5', '100', EACH], [whole],
      [number, [' + ', '-', ' * ', '/'], number], [number, [' ** ', '^'], ['2', '3', '0.5']], ['(', number, ')'], [['-', '+'], number],
      [['asFloat', 'float', 'abs', 'ceil', 'floor', 'round'], '(', number, ')'],
      [['first', 'last', 'sum', 'min', 'max', 'mean', 'median'], '(', list, ')'],
      [['min', 'max', 'mean', 'median'], '(', number, ', ', number, ')'], ['default(', number, ', ', number, ')'], ['(', number, ' ?? ', number, ')'],
      ['(', truth, ' ? ', number, ' : ', number, ')'], ['(', number, ' ?: ', number, ')'], ['(let x = ', number, '; x + ', number, ')'],
      ['(if ', truth, ' { ', number, ' } else { ', number, ' })'], ['sum(', list, ', ', reckoned, ')'],
      [['find', 'findLast'], '(', list, ', ', asked, ')'],
      ['reduce(', list, ', #acc + #, ', number, ')'], [list, ' | ', ['first', 'last', 'sum'], '()'], [list, '[', whole, ']'],
      ['get(', list, ', ', whole, ')'],
    ),
    whole: oneOf(
      ['0', '1', '2', '-1', '0x10', '0b11', '0o17', '1_0'], ['len(', list, ')'], ['len(', text, ')'], [['asInt', 'int'], '(', number, ')'],
      ['(', whole, ['+', ' - ', ' * '], whole, ')'], ['(', whole, ' % ', ['2', '3', '0x10'], ')'],
      [['bitand', 'bitor', 'bitxor'], '(', whole, ', ', whole, ')'], ['count(', list, ')'],
      ['count(', list, ', ', asked, ')'],
      [['findIndex', 'findLastIndex'], '(', list, ', ', asked, ')'], [list, ' | ', ['len', 'count'], '()'], ['indexOf(', text, ', ', text, ')'],
    ),
    truth: oneOf(
      ['true', 'false', ...subject.truth], [number, COMPARED, number], [number, COMPARED, number, COMPARED, number], [text, COMPARED, text],
      [truth, [' and ', ' && ', ' or ', ' || '], truth], [truth, [' and ', ' || '], truth], [['!', 'not '], truth], ['(', truth, ')'],
      [['isNaN', 'isInf', 'isNil'], '(', number, ')'],
      ['isNil(', any, ')'], [number, EQUAL, number], [text, EQUAL, text], [truth, EQUAL, truth], [number, EQUAL, 'nil'], [list, EQUAL, list],
      [any, EQUAL, any],
      [number, [' in ', ' not in '], list], [text, ' in ["a", "b"]'], ['"n" in ', any], [['all', 'any', 'none', 'one'], '(', list, ', ', asked, ')'],
      [list, ' | ', ['all', 'any', 'none'], '(', asked, ')'], ['(', truth, ' ? ', truth, ' : ', truth, ')'],
      ['(', truth, [' ?? ', ' ?: '], truth, ')'],
      [text, [' contains ', ' startsWith ', ' endsWith ', ' not contains ', ' not endsWith '], text], [text, ' matches "^a.*"'],
      [['hasPrefix', 'hasSuffix'], '(', text, ', ', text, ')'],
      ['default(', truth, ', ', truth, ')'], ['/* why */', truth], ['// why\n', truth],
    ),
    text: oneOf(
      ['"a"', "'b'", '`a.`', '"\\u0061"', ...subject.text], [text, ' + ', text], ['(', truth, ' ? ', text, ' : ', text, ')'],
      ['(', text, ' ?? ', text, ')'], ['first(["a", ', text, '])'],
    ),
    list: oneOf(
      ['[1, 2]', '[]', '[0.5, 2]', '1..3', ...subject.list], ['[', number, ', ', number, ']'], ['[', any, ']'], ['filter(', list, ', ', asked, ')'],
      ['map(', list, ', ', reckoned, ')'],
      ['sortBy(', list, ', ', reckoned, ')'], [['sort', 'reverse', 'uniq', 'flatten'], '(', list, ')'], ['concat(', list, ', ', list, ')'],
      ['take(', list, ', ', whole, ')'],
      [list, '[', whole, ':]'], [list, '[:', whole, ']'], [whole, '..', whole], ['split(', text, ', ', text, ')'], ['(', list, ' ?? ', list, ')'],
    ),
    any: oneOf(
      [...TEXTS, 'result', 'nil', '#', '#index', '{"n": 1}', '$env', '$env.result', '$env.nothing', 'value', 'len', 'result.in', 'result.n.n'],
      [number], [truth], [text], [list], ['{n: ', any, '}'],
      ['$env[', text, ']'], [any, '[', any, ']'], [any, ['.n', '?.n', '.n()']], [any, '?.[', any, ']'], ['nothing(', any, ')'], [any, ' ?? ', any],
      [any, '; ', any],
      [['max', 'sort', 'isNaN', 'len', 'all', 'asInt', 'default', 'keys', 'first', 'toJSON', '::len'], '(', any, ')'],
      [['isNaN', 'get', 'max', 'take'], '(', any, ', ', any, ',)'],
      ['let y = ', any, '; ', any],
    ),
  };
}

function closure(body: Text): Text {
  return fc.tuple(body, fc.boolean()).map(([text, inBraces]) => inBraces ? `{ ${text} }` : text).map(text => text.replaceAll(EACH, '#'));
}

/** The further inside, the likelier one of the words, which come first. */
function oneOf(words: readonly string[], ...choices: readonly (readonly (string | Text | readonly string[])[])[]): Text {
  return fc.oneof({ maxDepth: 4, depthIdentifier, withCrossShrink: true }, fc.constantFrom(...words), ...choices.map(joined));
}

function joined(parts: readonly (string | Text | readonly string[])[]): Text {
  const texts = parts.map(part => typeof part === 'string' ? fc.constant(part) : 'generate' in part ? part : fc.constantFrom(...part));
  return fc.tuple(...texts).map(pieces => pieces.join(''));
}
