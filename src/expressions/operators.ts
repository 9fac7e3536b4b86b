/** How strongly the operators bind; the numbers are expr-lang's own. */
export const BINARY: Readonly<Record<string, number>> = {
  '|': 0,
  'or': 10,
  '||': 10,
  'and': 15,
  '&&': 15,
  '==': 20,
  '!=': 20,
  '<': 20,
  '>': 20,
  '<=': 20,
  '>=': 20,
  'in': 20,
  'matches': 20,
  'contains': 20,
  'startsWith': 20,
  'endsWith': 20,
  '..': 25,
  '+': 30,
  '-': 30,
  '*': 60,
  '/': 60,
  '%': 60,
  '**': 100,
  '^': 100,
  '??': 500,
};

export const UNARY: Readonly<Record<string, number>> = { 'not': 50, '!': 50, '-': 90, '+': 90 };

/** They come in chains: `0 < x < 1`. */
export const ORDERING = ['<', '>', '<=', '>='];

/** They may have `not` before them. */
export const NEGATED = ['in', 'matches', 'contains', 'startsWith', 'endsWith'];

export const SPELLINGS: Readonly<Record<string, string>> = { '||': 'or', '&&': 'and', '!': 'not', '^': '**' };
