import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
/** What an HTTPRoute has no place for in a path that is compared as it is. */
const NO_PATH = /^[^/]|\/\/|\/\.\.?(?:\/|$)|%2f|#/i;

export const canaryRouteMatches: Rule = {
  id: 'canary-route-matches',
  class: 'broken',
  summary: 'service.match of a Canary says for the Gateway API which paths, methods, headers and parameters are meant, as an HTTPRoute says it',
  why: 'Flagger, or the API server, refuses the HTTPRoute at every interval, and the Canary stays in the phase Initializing; an entry without a path gets one '
    + 'from the API server, which Flagger takes back at every interval, and all weights with it',
  covers: ['FG-02', 'FG-04', 'FG-11'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    if (canary.provider?.startsWith('gatewayapi') === true) {
      for (const entry of canary.service.at('match').items()) {
        yield* judge(entry, canary);
      }
    }
  }),
};

function* judge(entry: Field, { course }: CanaryNode): Iterable<Remark> {
  const [uri, method] = [entry.at('uri'), entry.at('method')];
  const path = ['regex', 'exact', 'prefix'].map((key) => uri.at(key)).find(({ text }) => text !== undefined && text !== '');
  if (uri.isMap && path === undefined && !['regex', 'exact', 'prefix'].some((key) => uri.at(key).isUnknown)) {
    yield remark(uri, 'must say exact, prefix or regex of the path, got none', 'write uri: { prefix: / }');
  } else if (path !== undefined && path.path.at(-1) !== 'regex' && NO_PATH.test(path.text ?? '')) {
    const text = `/${path.text}`.replace(/\/+/g, '/');
    yield remark(path, `must be a path that begins with / and has no //, /./, /../, %2f or # in it, got ${shown(path.text)}`, NO_PATH.test(text) ? 'write for example prefix: /' : write(path, text));
  }
  const others = ['method', 'headers', 'queryParams'].filter((key) => entry.has(key));
  if (!entry.has('uri') && !uri.isUnknown && others.length > 0) {
    const isStuck = course === 'weights';
    yield remark(
      uri, `must be there beside ${listed(others)}, got none: the API server fills it in, and Flagger writes the route anew, ${
        isStuck ? 'so that the analysis never gets beyond its first weight' : 'without the canary, at every interval'}`,
      'write uri: { prefix: / }', isStuck ? {} : { class: 'risky' },
    );
  }
  const exact = method.at('exact');
  if (method.isMap && !exact.isUnknown && !METHODS.includes(exact.text ?? '')) {
    const meant = METHODS.find((each) => each === (exact.text ?? '').toUpperCase());
    yield remark(exact, `must be one of ${listed(METHODS)}, got ${exact.exists ? shown(exact.value) : 'none'}`, write(exact, meant ?? 'GET'));
  }
  for (const key of ['headers', 'queryParams']) {
    for (const [, compared] of entry.at(key).entries()) {
      const [other] = compared.keys().filter((each) => each !== 'exact' && each !== 'regex');
      const isSaid = ['exact', 'regex'].some((each) => compared.at(each).isUnknown || (compared.textAt(each) ?? '') !== '');
      if (!isSaid && compared.isMap) {
        const place = compared.at(other ?? 'exact');
        const escaped = (place.text ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        yield remark(place, `must be exact or regex for the Gateway API, got ${other ?? 'none'}`, `write regex: ${JSON.stringify(`^${escaped}.*`)} instead`);
      }
    }
  }
}
