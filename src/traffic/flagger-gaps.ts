import type { Problem } from '../intent/problem';

type Gap = Pick<Problem, 'message' | 'fix'>;

/** Options of a router that Flagger cannot be told, where they are given: something else is done all the same. */
export function otherwise<T extends object>(options: T, gaps: { readonly [property in keyof T]?: Gap }): readonly Problem[] {
  return refused(options, gaps).map(gap => ({ ...gap, class: 'risky' }));
}

/** The same of options without which the route would be another one. */
export function refused<T extends object>(options: T, gaps: { readonly [property in keyof T]?: Gap }): readonly Problem[] {
  return (Object.keys(gaps) as (keyof T & string)[]).flatMap(property => {
    const gap = gaps[property];
    return options[property] === undefined || gap === undefined ? [] : [{ property: `traffic.${property}`, ...gap }];
  });
}
