// Conditions as people might write them, and as nobody should: most of them fit together, some do not.
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;
type Parts = readonly (string | Text)[];

/** One of these, with a part of it now and then from somewhere it does not belong. */
interface Kinds extends Record<string, unknown> {
  readonly number: string;
  readonly whole: string;
  readonly truth: string;
  readonly text: string;
  readonly list: string;
  readonly any: string;
}

const literals = pick('0', '1', '0.5', '0.95', '1e3', '.5', '2.', '1.5e-1', '100', '0b1', '0o7', '1_000');
const comparison = pick('>', '<', '>=', '<=');

/** How far inside it is, whichever way it got there. */
const depthIdentifier = fc.createDepthIdentifier();

/** Any condition. What shrinks gets shorter, and in the end one of the words that come first. */
export const conditions: Text = fc.letrec<Kinds>(tie => {
  const [number, whole, truth, text, list] = (['number', 'whole', 'truth', 'text', 'list'] as const).map(kind => mostly(tie(kind), tie('any'))) as [Text, Text, Text, Text, Text];
  const any = tie('any');
  return {
    number: oneOf(
      literals, 'result', 'result[0]', 'result[-1]', whole,
      [list, '[', whole, ']'], [number, pick(' + ', '-', ' * ', '/', ' ** ', '^'), number], ['(', number, ')'], ['-', number], ['+', number],
      [pick('asFloat', 'float', 'abs', 'ceil', 'floor', 'round'), '(', number, ')'],
      [pick('first', 'last', 'sum', 'min', 'max', 'mean', 'median'), '(', list, ')'], [pick('min', 'max', 'mean', 'median'), '(', number, ', ', number, ')'],
      ['default(', number, ', ', number, ')'], [number, ' ?? ', number], ['(', truth, ' ? ', number, ' : ', number, ')'], ['(', truth, ' ?: ', number, ')'],
      ['sum(', list, ', ', number, ')'], [pick('find', 'findLast'), '(', list, ', ', truth, ')'], ['reduce(', list, ', #acc + #', ', 0)'],
      [list, ' | ', pick('first', 'last', 'sum'), '()'], '#', ['result', pick('.', '?.'), pick('a', 'b', 'in')], ['result["', pick('a', 'b'), '"]'], ['get(', any, ', ', any, ')'],
    ),
    whole: oneOf(
      '0', '1', '2', '-1', '0x10', '1_0', ['len(', list, ')'], ['len(', text, ')'], [pick('asInt', 'int'), '(', number, ')'], [whole, ' % ', whole],
      [whole, pick('+', ' - ', '*'), whole], [pick('bitand', 'bitor', 'bitxor', 'bitshl'), '(', whole, ', ', whole, ')'],
      ['count(', list, ')'], ['count(', list, ', ', truth, ')'], [pick('findIndex', 'findLastIndex'), '(', list, ', ', truth, ')'],
      [list, ' | ', pick('len', 'count'), '()'], ['indexOf(', text, ', ', text, ')'], '#index',
    ),
    truth: oneOf(
      'true', 'false', 'result', [number, ' ', comparison, ' ', number], [number, ' ', comparison, ' ', number, ' ', comparison, ' ', number],
      [truth, pick(' and ', ' && ', ' or ', ' || '), truth], [pick('!', 'not '), truth], ['(', truth, ')'],
      [pick('isNaN', 'isInf', 'isNil'), '(', number, ')'], ['isNil(', any, ')'], [any, pick(' == ', ' != '), any], [any, pick(' == ', ' != '), 'nil'], [number, pick(' == ', '!='), number],
      [number, pick(' in ', ' not in '), list], [any, ' in ', any], [pick('all', 'any', 'none', 'one'), '(', list, ', ', truth, ')'], [pick('all', 'any', 'none', 'one'), '(', list, ', {', truth, '})'],
      [list, ' | ', pick('all', 'any'), '(', truth, ')'], [truth, ' ? ', truth, ' : ', truth], [truth, ' ?? ', truth],
      [text, pick(' contains ', ' startsWith ', ' endsWith ', ' not contains '), text], [text, ' matches ', text], [pick('hasPrefix', 'hasSuffix'), '(', text, ', ', text, ')'],
      [text, ' ', comparison, ' ', text], ['default(', truth, ', ', truth, ')'],
    ),
    text: oneOf(
      '"a"', "'b'", '`a.`', '"\\u0061"', 'result', [text, ' + ', text], [pick('upper', 'lower', 'trim'), '(', text, ')'], [pick('string', 'type', 'toJSON'), '(', any, ')'], ['join(', list, ', ', text, ')'],
      [text, '[', whole, ':', whole, ']'], ['replace(', text, ', ', text, ', ', text, ')'], ['repeat(', text, ', ', whole, ')'],
    ),
    list: oneOf(
      'result', '[1, 2]', '[]', ['[', any, ']'], ['[', number, ', ', number, ']'], [pick('filter', 'map', 'sortBy'), '(', list, ', ', any, ')'], ['filter(', list, ', ', truth, ')'],
      ['map(', list, ', ', number, ')'], [pick('sort', 'reverse', 'uniq', 'flatten', 'keys', 'values'), '(', list, ')'], ['concat(', list, ', ', list, ')'], ['take(', list, ', ', whole, ')'],
      [list, '[', whole, ':]'], [list, '[:', whole, ']'], [whole, '..', whole], ['split(', text, ', ', text, ')'], 'result.a',
    ),
    any: oneOf(
      'result', tie('number'), tie('truth'), tie('text'), tie('list'), 'nil', '#', '{"a": 1}', ['{a: ', any, '}'], ['$env[', any, ']'], '$env', '$env.result', 'value', ['len(', any, ')'], ['first(', any, ')'],
      [any, '[', any, ']'], [any, '.', pick('a', 'b')], [any, '?.[', any, ']'], ['nothing(', any, ')'], [any, ' ?? ', any], [pick('max', 'sort', 'isNaN', 'len', 'all', 'asInt', 'now', 'default', 'duration'), '(', any, ')'],
      ['isNaN(', number, ', ', number, ')'], ['let x = ', any, '; ', any], ['if ', truth, ' { ', any, ' } else { ', any, ' }'], [any, '; ', any], ['// why\n', any], ['/* why */', any],
    ),
  };
}).truth;

function pick(...words: readonly string[]): Text {
  return fc.constantFrom(...words);
}

/** What belongs there, nearly always. */
function mostly(belongs: Text, other: Text): Text {
  return fc.oneof({ arbitrary: belongs, weight: 30 }, { arbitrary: other, weight: 1 });
}

/** The further inside, the likelier one of the words. */
function oneOf(...choices: readonly (string | Text | Parts)[]): Text {
  const words = choices.filter((one): one is string => typeof one === 'string');
  const rest = choices.filter(one => typeof one !== 'string').map(one => Array.isArray(one) ? joined(one as Parts) : one as Text);
  return fc.oneof({ maxDepth: 4, depthIdentifier, withCrossShrink: true }, pick(...words), ...rest);
}

function joined(parts: Parts): Text {
  return fc.tuple(...parts.map(part => typeof part === 'string' ? fc.constant(part) : part)).map(texts => texts.join(''));
}
