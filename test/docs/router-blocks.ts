import { table } from './markdown';
import type { Blocks } from './markers';
import { classesIn } from './public-docs';
import { supportOf } from '../../src/intent/flagger-support';
import { flaggerFeatures, flaggerRouterCases, flaggerRouting, missingFeatures } from '../traffic/flagger-router-cases';
import type { FlaggerFeature, FlaggerRouterCase } from '../traffic/flagger-router-cases';
import { features, routerCases } from '../traffic/router-cases';

/** The tables of docs/routers.md, one for each controller, and why there is no more in them: each cell is what test/traffic/*conformance.test.ts find to be so. */
export function routerBlocks(): Blocks {
  const names = classesIn('traffic').map(({ name }) => name);
  const [flaggerAlone, argo] = divided(names, name => !(name in routerCases) && name in flaggerRouterCases);
  const rows = argo.map(name => {
    const { reasons } = routerCases[name] ?? {};
    const cells = features.map(feature => reasons === undefined ? 'add it to test/traffic/router-cases.ts' : reasons[feature] === undefined ? 'yes' : '-');
    return [`\`${name}\``, ...cells];
  });
  const unknown = `- ${coded(flaggerAlone)}: Argo Rollouts does not know them.`;
  return {
    'routers': `${table(['', ...features], rows)}\n\n${[...reasonsWhyNot(routerCases), unknown].join('\n')}`,
    'flagger-routers': flaggerTable(names),
  };
}

function flaggerTable(names: readonly string[]): string {
  const [known, unknown] = divided(names, name => name in flaggerRouterCases);
  const rows = known.map(name => flaggerRow(name, flaggerRouterCases[name]!));
  const none = ['none', '`kubernetes`', '-', 'yes', ...flaggerFeatures.map(() => '-')];
  return `${table(['', 'provider', 'canary', 'blue-green', ...flaggerFeatures], [none, ...rows])}

${[...reasonsWhyNot(flaggerRouterCases), `- ${coded(unknown)}: Flagger does not know them.`].join('\n')}`;
}

function flaggerRow(name: string, { written }: FlaggerRouterCase): readonly string[] {
  const routing = flaggerRouting(written());
  const { weights, audience } = supportOf(routing);
  const missing = missingFeatures(routing);
  const cell = (feature: FlaggerFeature) => missing.includes(feature) ? '-' : feature === 'audience' ? audience.join(', ') : 'yes';
  return [`\`${name}\``, `\`${routing.provider}\``, weights ? 'yes' : '-', 'yes', ...flaggerFeatures.map(cell)];
}

/** Each reason once, with the routers that have it and what they cannot do for it. */
function reasonsWhyNot(cases: Readonly<Record<string, { readonly reasons: Readonly<Record<string, string>> }>>): string[] {
  const found = new Map<string, { readonly routers: Set<string>; readonly missing: Set<string> }>();
  for (const [router, { reasons }] of Object.entries(cases)) {
    for (const [feature, reason] of Object.entries(reasons)) {
      const { routers, missing } = found.get(reason) ?? { routers: new Set(), missing: new Set() };
      found.set(reason, { routers: routers.add(router), missing: missing.add(feature) });
    }
  }
  return [...found].map(([reason, { routers, missing }]) => `- ${coded([...routers])}: no ${[...missing].join(', no ')}. ${reason[0]!.toUpperCase()}${reason.slice(1)}.`).sort();
}

function coded(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ');
}

function divided(names: readonly string[], isWanted: (name: string) => boolean): readonly [readonly string[], readonly string[]] {
  return [names.filter(isWanted), names.filter(name => !isWanted(name))];
}
