import { table } from './markdown';
import type { Blocks } from './markers';
import { classesIn } from './public-docs';
import { features, routerCases } from '../traffic/router-cases';

/** The table of docs/routers.md, and why there is no more in it: each cell is what test/traffic/router-conformance.test.ts finds to be so. */
export function routerBlocks(): Blocks {
  const rows = classesIn('traffic').map(({ name }) => {
    const { reasons } = routerCases[name] ?? {};
    const cells = features.map(feature => reasons === undefined ? 'add it to test/traffic/router-cases.ts' : reasons[feature] === undefined ? 'yes' : '-');
    return [`\`${name}\``, ...cells];
  });
  return { routers: `${table(['', ...features], rows)}\n\n${reasonsWhyNot().join('\n')}` };
}

/** Each reason once, with the routers that have it and what they cannot do for it. */
function reasonsWhyNot(): string[] {
  const found = new Map<string, { readonly routers: Set<string>; readonly missing: Set<string> }>();
  for (const [router, { reasons }] of Object.entries(routerCases)) {
    for (const [feature, reason] of Object.entries(reasons)) {
      const { routers, missing } = found.get(reason) ?? { routers: new Set(), missing: new Set() };
      found.set(reason, { routers: routers.add(`\`${router}\``), missing: missing.add(feature) });
    }
  }
  return [...found].map(([reason, { routers, missing }]) => `- ${[...routers].join(', ')}: no ${[...missing].join(', no ')}. ${reason[0]!.toUpperCase()}${reason.slice(1)}.`).sort();
}
