import { problemAt } from './parse';
import { withoutPlaceholders } from './placeholders';
import { readQuery } from './query';
import type { Query } from './query';

const TEXT = /"((?:[^"\\\n]|\\.)*)"/g;
/** Other quotes, comments, and metric names in quotes: these are left to the parser. */
const SPECIAL = /['`#]|__name__|[{,]\s*"/;

/** Whether a query can be read before its arguments are known: none of them stands where it would be more than text. */
export function hasPlaceholdersInQuotesOnly(text: string): boolean {
  return !SPECIAL.test(text) && !text.replace(TEXT, '').includes('{{');
}

/**
 * Reads queries that differ in their quoted texts only, as those of like rollouts do, with one parse: the texts are numbered
 * for the parser, equal ones alike, and put back into its answer.
 */
export class QueryReader {
  private readonly shapes = new Map<string, Query>();

  read(text: string): Query {
    return this.readTexts(text, withoutPlaceholders);
  }

  /** The same, with placeholders where they stand in the texts. */
  readAsWritten(text: string): Query {
    return this.readTexts(text, (each) => each);
  }

  private readTexts(text: string, shown: (text: string) => string): Query {
    if (SPECIAL.test(text)) {
      return readQuery(text);
    }
    const texts: string[] = [];
    const shape = text.replace(TEXT, (_, inner: string) => {
      const known = texts.indexOf(inner);
      return `"${known < 0 ? texts.push(inner) - 1 : known}"`;
    });
    const query = this.shapes.get(shape) ?? readQuery(shape);
    this.shapes.set(shape, query);
    const [problem] = query.errors;
    return problem === undefined ? withTexts(query, texts.map(shown)) : withProblem(query, text, originalOffset(problem.offset, text, shape));
  }
}

function withProblem(query: Query, text: string, offset: number | undefined): Query {
  return offset === undefined ? readQuery(text) : { ...query, errors: [problemAt(offset, text)] };
}

/** Where in the text a place of its shape is; undefined within one of the quoted texts, and where a placeholder may begin or end in one. */
function originalOffset(offset: number, text: string, shape: string): number | undefined {
  if (shape.includes('{{')) {
    return undefined;
  }
  const written = Array.from(text.matchAll(TEXT), ([quoted]) => quoted.length);
  let longer = 0;
  for (const [index, { 0: number, index: start }] of Array.from(shape.matchAll(TEXT)).entries()) {
    if (offset <= start) {
      break;
    }
    if (offset < start + number.length) {
      return undefined;
    }
    longer += written[index] - number.length;
  }
  return offset + longer;
}

function withTexts(query: Query, texts: readonly string[]): Query {
  return {
    ...query,
    selectors: query.selectors.map((selector) => ({
      ...selector,
      matchers: selector.matchers.map((matcher) => ({ ...matcher, value: texts[Number(matcher.value)] ?? '' })),
    })),
  };
}
