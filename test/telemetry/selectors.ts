import type { Labels } from './exposition';

/** A selector of a query: the name of its metric, and what its labels have to be. */
export interface SelectorText {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly operator: string; readonly value: string }[];
}

/** Every selector of a query, read here anew: nothing of what writes or judges queries is asked. */
export function selectorsIn(query: string): readonly SelectorText[] {
  return [...query.matchAll(/([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[^{}"]|"[^"]*")*\})?\[/g)].map(([, metric, matchers = '']) => ({
    metric,
    matchers: [...matchers.matchAll(/([a-zA-Z_][a-zA-Z0-9_]*)(=~|!~|!=|=)"([^"]*)"/g)].map(([, label, operator, value]) => ({ label, operator, value })),
  }));
}

/** Whether a selector takes a series, as Prometheus would: expressions are for the whole value, and a label that is not there is empty. */
export function takes({ metric, matchers }: SelectorText, name: string, labels: Labels): boolean {
  return metric === name && matchers.every(({ label, operator, value }) => {
    const got = labels[label] ?? '';
    switch (operator) {
      case '=': return got === value;
      case '!=': return got !== value;
      case '=~': return whole(value).test(got);
      default: return !whole(value).test(got);
    }
  });
}

function whole(pattern: string): RegExp {
  // flags at the beginning are what JavaScript has no place for
  const ignoreCase = pattern.startsWith('(?i)');
  return new RegExp(`^(?:${ignoreCase ? pattern.slice(4) : pattern})$`, ignoreCase ? 'i' : '');
}
