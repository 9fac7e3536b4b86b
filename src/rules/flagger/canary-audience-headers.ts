import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { scalar, write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const canaryAudienceHeaders: Rule = {
  id: 'canary-audience-headers',
  class: 'broken',
  summary: 'the headers of an audience are compared in a way that the provider has',
  why: 'a comparison that it has not is dropped without a word: what is left means everybody, nobody, or somebody else',
  covers: ['FP-03', 'FP-08', 'FP-09', 'FG-03', 'FN-08', 'FC-01'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const match = canary.analysis.at('match');
    const { audience = [] } = canary.support ?? {};
    if (match.items().length === 0 || audience.length === 0) {
      return;
    }
    for (const entry of canary.isAnalysed ? match.items() : []) {
      for (const [name, header] of [...entry.at('headers').entries(), ...entry.at('queryParams').entries()]) {
        const other = header.keys().find((key) => !audience.some((each) => each === key));
        if (other !== undefined && header.at(other).text !== undefined && !isCookieName(name, canary)) {
          yield remark(
            header.at(other), `must be ${listed(audience).replace(' and ', ' or ')} for provider ${canary.provider}, got ${other}: ${consequenceOf(canary)}`,
            insteadOf(header.at(other), other, audience),
          );
        }
      }
    }
    // the route of Gloo is there between releases too
    if (canary.isAnalysed || canary.provider === 'gloo') {
      yield* judge(match, canary);
    }
  }),
};

function* judge(match: Field, { provider }: CanaryNode): Iterable<Remark> {
  const headers = match.items().flatMap((entry) => entry.at('headers').entries());
  switch (provider) {
    case 'gatewayapi:v1':
    case 'gatewayapi:v1beta1':
      for (const entry of match.items()) {
        if (entry.has('sourceLabels') && !entry.has('headers') && !entry.has('queryParams')) {
          yield remark(
            entry.at('sourceLabels'), 'is not looked at by the Gateway API; with no header beside it the entry means nobody, and alone it means everybody',
            'drop it, and name a header of the requests',
          );
        }
      }
      break;
    case 'nginx':
      yield* judgeNginx(headers);
      break;
    case 'contour':
      if (match.items().length > 1 && !match.items().some(({ isUnknown }) => isUnknown)) {
        yield remark(match, 'has several entries, of which Contour asks for all at once', 'write one entry, or headers that a request has all together', { class: 'risky' });
      }
      break;
    case 'gloo':
      yield remark(
        match, 'makes the one route that Flagger writes for Gloo: requests of all others find none, also between releases',
        'add a route for them to the VirtualService, behind that to this table', { class: 'advice' },
      );
      break;
    default:
  }
}

/** One header, and one cookie by its name. */
function* judgeNginx(headers: readonly (readonly [string, Field])[]): Iterable<Remark> {
  const plain = headers.filter(([name]) => name !== 'cookie');
  for (const [name, header] of plain.filter(([each]) => each.toLowerCase() === 'cookie')) {
    yield remark(header, `is taken for a header by NGINX, which knows cookies as cookie alone, got ${name}`, `write cookie: { exact: ... }, with the name of the cookie, in the place of ${name}`);
  }
  if (plain.length > 1) {
    yield remark(plain[1][1], `is one of ${plain.length} headers, of which NGINX takes the last that Flagger happens to read`, 'drop all but one');
  }
  for (const [, cookie] of headers.filter(([name]) => name === 'cookie')) {
    const exact = cookie.at('exact');
    const [key] = cookie.keys();
    if (key !== undefined && key !== 'exact' && cookie.at(key).text !== undefined) {
      yield remark(cookie.at(key), `must be exact, the name of a cookie whose value is always, got ${key}: NGINX then looks at no cookie`, 'write exact: canary instead');
    } else if (exact.text !== undefined && /[=;*]/.test(exact.text)) {
      const [name] = exact.text.replace(/^[^\w]*/, '').split(/[=;*]/);
      yield remark(exact, `must be the name of a cookie, whose value is always, got ${exact.text}`, write(exact, name === '' ? 'canary' : name));
    }
  }
}

function isCookieName(name: string, { provider }: CanaryNode): boolean {
  return provider === 'nginx' && name === 'cookie';
}

function consequenceOf({ provider }: CanaryNode): string {
  switch (provider) {
    case 'contour':
      return 'Contour would compare with an empty text, and nobody is sent to the canary';
    case 'nginx':
      return 'NGINX would ask for the value always';
    case 'gloo':
      return 'Gloo would look whether there is such a header, whatever it says';
    default:
      return 'Flagger drops the whole list at it, and everybody is sent to the canary';
  }
}

/** The same in a comparison that there is. */
function insteadOf(field: Field, key: string, audience: readonly string[]): string {
  const { text = '' } = field;
  if (audience.includes('regex')) {
    const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return `write regex: ${JSON.stringify(key === 'prefix' ? `^${escaped}.*` : `.*${escaped}$`)} instead`;
  }
  const [, plain, more] = /^\^?([\w-]+)(\.\*)?\$?$/.exec(text) ?? [];
  return plain === undefined ? 'write exact: ..., or prefix: ..., instead' : `write ${more === undefined ? 'exact' : 'prefix'}: ${scalar(plain)} instead`;
}
