// What must be seen in the objects of Istio.
import type { Checks } from './expectations';
import type { Fields } from './objects';
import { distinct, entriesUpTo, stagesOf } from './stages';
import type { Trace } from './trace';

export interface MeshExpectation {
  /** The weights of the canary that were written to the VirtualService, in order. */
  readonly meshWeights?: readonly number[];
  /** The names of the routes of the VirtualService, each time that others were there, from the first. */
  readonly meshRoutes?: readonly (readonly string[])[];
  /** How a route looked when it was last there, by name: `match`, `to`, `mirror`. */
  readonly meshRoute?: Readonly<Record<string, Fields>>;
  /** Whose pods each subset of the DestinationRule found at the last weight that was not 0 or 100. */
  readonly subsets?: Readonly<Record<string, 'old' | 'new' | 'all'>>;
}

export const meshChecks: Checks<MeshExpectation> = {
  meshWeights: ({ trace, see }, weights) => {
    see('weights in the VirtualService', weights, distinct(states(trace.since).map(({ weight }) => weight as number)));
  },
  meshRoutes: ({ trace, see }, wanted) => {
    const names = states(trace.entries).map(({ routes }) => routes.map(({ name }: Fields) => name ?? ''));
    see('routes of the VirtualService', wanted, distinct(names.map(each => JSON.stringify(each))).map(each => JSON.parse(each)));
  },
  meshRoute: ({ trace, see }, routes) => {
    for (const [wanted, look] of Object.entries(routes)) {
      const seen = states(trace.entries).flatMap(state => state.routes as Fields[]).filter(({ name }) => name === wanted).at(-1);
      for (const [part, value] of Object.entries(look)) see(`${part} of route ${wanted}`, value, seen?.[part]);
    }
  },
  subsets: ({ trace, see }, subsets) => {
    const weight = stagesOf(trace).filter(stage => stage.weight > 0 && stage.weight < 100).at(-1)?.weight;
    const state = entriesUpTo(trace, weight).filter(({ what }) => what === 'DestinationRule').at(-1);
    const whose = (hash: string): string => hash === trace.subject!.hash ? 'new' : trace.hashes.includes(hash) ? 'old' : hash;
    see('subsets of the DestinationRule', subsets, Object.fromEntries(Object.entries<string>(state?.subsets ?? {}).map(([name, hash]) => [name, whose(hash)])));
  },
};

function states(entries: Trace['entries']): Fields[] {
  return entries.filter(({ what }) => what === 'VirtualService');
}
