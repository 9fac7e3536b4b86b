// What a trace keeps of Istio's objects: where the controller has led the traffic.
import type { Fields, KubeObject } from './objects';
import type { Describe } from './trace';

const HASH = 'rollouts-pod-template-hash';

/** By the names that the library gives it. */
const CANARY = /(-|\/)canary$/;

export const describeMesh: Readonly<Record<string, Describe>> = {
  VirtualService: describeVirtualService,
  // Whose pods each subset finds: all of the Service, unless the controller has narrowed it to a version.
  DestinationRule: ({ spec }) => ({
    subsets: Object.fromEntries((spec.subsets ?? []).map(({ name, labels }: Fields) => [name, labels?.[HASH] ?? 'all'])),
  }),
};

/** Routes that steps have added stand before the one that has the weights. */
function describeVirtualService({ spec }: KubeObject): Fields {
  const routes: Fields[] = (spec.http ?? []).map(describeRoute);
  const weights = Object.entries<number>(routes.at(-1)?.to ?? {});
  const leading = routes.slice(0, -1).filter(({ to }) => Object.entries<number>(to).some(([place, weight]) => CANARY.test(place) && weight > 0));
  const headers = leading.flatMap(({ match = [] }) => match.flatMap((one: Fields) => Object.keys(one.headers ?? {})));
  return { weight: weights.find(([to]) => CANARY.test(to))?.[1] ?? 0, ...headers.length > 0 ? { headers } : {}, routes };
}

function describeRoute({ name, match, route = [], mirror, mirrorPercentage }: Fields): Fields {
  return {
    ...name === undefined ? {} : { name },
    ...match === undefined ? {} : { match },
    to: Object.fromEntries(route.map(({ destination, weight = 0 }: Fields) => [placeOf(destination), weight])),
    ...mirror === undefined ? {} : { mirror: { to: placeOf(mirror), percent: mirrorPercentage?.value } },
  };
}

/** The Service, and the subset of it if there is one. */
function placeOf({ host, subset }: Fields): string {
  return subset === undefined ? host : `${host}/${subset}`;
}
