// What must be seen in the objects that routers follow.
import type { Checks } from './expectations';
import type { Fields } from './objects';
import { distinct } from './stages';
import type { Trace } from './trace';

export interface RouteExpectation {
  /** By kind and name of an object: the weights of the canary that were written to it, in order. */
  readonly routeWeights?: Readonly<Record<string, readonly number[]>>;
  /** By kind and name: the headers that led to the canary past the weights, each time that others did, from the first. */
  readonly routeHeaders?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** By kind and name: the cookie by which visitors are kept with a version at the end. */
  readonly routeCookies?: Readonly<Record<string, string>>;
  /** By kind and name: whether the object is still there at the end. */
  readonly routeLeft?: Readonly<Record<string, boolean>>;
}

export const routeChecks: Checks<RouteExpectation> = {
  routeWeights: ({ trace, see }, wanted) => {
    for (const [object, weights] of Object.entries(wanted)) {
      const written = statesOf(trace.since, object).filter(({ weight, deleted }) => weight !== undefined && !deleted);
      const seen = distinct(written.map(({ weight }) => weight as number));
      // a busy machine may tell of the route as it was made before the release only after its beginning
      const isLate = JSON.stringify(seen) === JSON.stringify([0, ...weights]);
      see(`weights in ${object}`, weights, isLate ? weights : seen);
    }
  },
  routeHeaders: ({ trace, see }, wanted) => {
    for (const [object, headers] of Object.entries(wanted)) {
      const led = statesOf(trace.entries, object).map(state => JSON.stringify(state.deleted ? [] : state.headers ?? []));
      see(`headers in ${object}`, headers, distinct(led).map(each => JSON.parse(each)));
    }
  },
  routeCookies: ({ trace, see }, wanted) => {
    for (const [object, cookie] of Object.entries(wanted)) see(`cookie in ${object}`, cookie, statesOf(trace.entries, object).at(-1)?.cookie);
  },
  routeLeft: ({ trace, see }, wanted) => {
    for (const [object, left] of Object.entries(wanted)) {
      const last = statesOf(trace.entries, object).at(-1);
      see(`${object} is there at the end`, left, last !== undefined && !last.deleted);
    }
  },
};

function statesOf(entries: Trace['entries'], object: string): Fields[] {
  const [kind, name] = object.split(' ');
  return entries.filter(entry => entry.what === kind && entry.name === name);
}
