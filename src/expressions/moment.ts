import { checkParts } from './check';
import { parseExpression, TooMuch } from './parse';
import { walk } from './syntax';
import type { Binary, Expression } from './syntax';
import { ConditionError } from './tokens';
import { ANY, fits } from './types';

/** What conditions know besides the language itself, but for what both know. */
const OF_CONDITIONS: readonly string[] = ['result', 'asInt', 'asFloat', 'isNil', 'default'];
const DURATION = /^[-+]?(0|((\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/;
const MONTH = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/;
const DAY = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const TIME = ':\\d\\d:\\d\\d([.,]\\d+)?';
const DATE = new RegExp(`^(${DAY}( \\d{1,2}${TIME}|T\\d\\d${TIME}(Z|[-+]\\d\\d:\\d\\d))?|\\d{1,2}${TIME})$`);

type Gives = 'time' | 'duration' | 'something else' | 'unknown';

const CALLS: ReadonlyMap<string, Gives> = new Map([['now', 'time'], ['date', 'time'], ['duration', 'duration'], ['timezone', 'something else']]);

/**
 * Why the controller finds no time in a text such as `now() - duration("10m")`, which is of the language of conditions and knows no
 * measurement. Undefined where it finds one, or where it is not followed what it finds.
 */
export function momentProblem(text: string): string | undefined {
  let expression: Expression;
  try {
    expression = parseExpression(text);
  } catch (error) {
    if (!(error instanceof ConditionError) && !(error instanceof TooMuch)) {
      throw error;
    }
    return error instanceof TooMuch ? undefined : error.message.replace('the condition', 'it');
  }
  const parts = [...walk(expression)];
  const own = parts.flatMap((part) => part.kind === 'let' ? [part.name] : []);
  const stranger = parts.find((part) => (
    part.kind === 'call' ? OF_CONDITIONS.includes(part.name) : part.kind === 'name' && isStrange(part.name, own)
  ));
  if (stranger !== undefined && 'name' in stranger) {
    return `there is no ${stranger.name}`;
  }
  const { problems: [problem], type } = checkParts(expression, ANY);
  const given = givesOf(expression);
  return problem?.message ?? parts.map(literalProblem).find((each) => each !== undefined)
    ?? (given === 'duration' || given === 'something else' || !fits(type) ? `it gives ${given === 'duration' ? 'a duration' : 'no time'}` : undefined);
}

function isStrange(name: string, own: readonly string[]): boolean {
  return !own.includes(name) && (OF_CONDITIONS.includes(name) || checkParts({ kind: 'name', name, offset: 0 }, ANY).problems.length > 0);
}

/** What is found out when it is worked out. */
function literalProblem(part: Expression): string | undefined {
  const [written, ...more] = part.kind === 'call' ? part.arguments : [];
  if (part.kind !== 'call' || written?.kind !== 'literal' || typeof written.value !== 'string') {
    return undefined;
  }
  const { value } = written;
  if (part.name === 'duration') {
    return !DURATION.test(value) ? `${JSON.stringify(value)} is no duration` : undefined;
  }
  return part.name === 'date' && more.length === 0 && !DATE.test(value) && !MONTH.test(value) ? `${JSON.stringify(value)} is no date` : undefined;
}

function givesOf(expression: Expression): Gives {
  switch (expression.kind) {
    case 'call':
      return CALLS.get(expression.name) ?? 'unknown';
    case 'unary':
      // of a time and of a duration there is no opposite
      return givesOf(expression.operand) === 'unknown' ? 'unknown' : 'something else';
    case 'binary':
      return givesOfBinary(expression);
    case 'literal':
    case 'list':
    case 'map':
      return 'something else';
    case 'let':
      return givesOf(expression.body);
    case 'sequence':
      return givesOf(expression.items[expression.items.length - 1]);
    default:
      return 'unknown';
  }
}

function givesOfBinary({ operator, left, right }: Binary): Gives {
  if (operator !== '+' && operator !== '-') {
    return 'unknown';
  }
  const [one, other] = [givesOf(left), givesOf(right)];
  if (one === 'unknown' || other === 'unknown') {
    return 'unknown';
  }
  const isTime = one === 'time' ? other === 'duration' : operator === '+' && one === 'duration' && other === 'time';
  const isDuration = one === other && (one === 'duration' || (one === 'time' && operator === '-'));
  return isTime ? 'time' : isDuration ? 'duration' : 'something else';
}
