import fc from 'fast-check';
import { RULED, routeOf } from './routes';
import { formatPath } from '../../../src/graph/document';
import { nanosecondsOf } from '../../../src/schema/cel/duration';
import { patternOf } from '../../../src/schema/cel/patterns';
import { brokenAt, isUnderstood } from '../../../src/schema/cel/rule';
import { valueOf } from '../../../src/schema/cel/values';
import { faultsIn } from '../../../src/schema/check';
import { schemaOf } from '../../../src/schema/kinds';
import { schemas } from '../../../src/schema/routers.generated';
import type { Shape } from '../../../src/schema/shape';
import { pick, randomNumbers } from '../documents';
import type { Fields } from '../documents';

const RULES = (JSON.parse(schemas) as { rules: [text: string, message: string][] }).rules;
const HTTP_ROUTE = 'HTTPRoute.gateway.networking.k8s.io';
const filters = schemaOf(HTTP_ROUTE)!.shapes[1]!.fields!.get('spec')!.fields!.get('rules')!.elements!.fields!.get('filters')!;
const backends = schemaOf(HTTP_ROUTE)!.shapes[1]!.fields!.get('spec')!.fields!.get('rules')!.elements!.fields!.get('backendRefs')!;

class Later {}

test('every rule of the pinned definitions is understood', () => {
  expect(RULES.filter(([text]) => !isUnderstood(text))).toEqual([]);
  expect(RULES.length).toBeGreaterThan(60);
});

test('what may not change is no rule of a document alone', () => {
  expect(RULES.filter(([text]) => text.includes('oldSelf'))).toEqual([]);
  expect(schemaOf('Rollout.argoproj.io')!.shapes[0]!.isRuled).toBe(false);
});

test('kinds without rules are not looked at', () => {
  for (const kind of ['Service', 'Ingress.networking.k8s.io', 'AnalysisTemplate.argoproj.io', 'TraefikService.traefik.io']) {
    expect(schemaOf(kind)!.shapes.map(({ isRuled }) => isRuled)).toEqual([false]);
  }
});

const path = (text: string, value: unknown, shape: Shape) => {
  const found = brokenAt(text, valueOf(value, shape));
  return found && `${found.cure} ${formatPath(found.path)}`;
};

const twoFilters = [{ type: 'URLRewrite', urlRewrite: {} }, { type: 'CORS', cors: { allowOrigins: ['a', '*'] } }];

test.each<[string, unknown, Shape, string | undefined]>([
  ['self.all(f, f.type != "CORS")', twoFilters, filters, 'change [1].type'],
  ['self.all(f, has(f.urlRewrite))', twoFilters, filters, 'write [1].urlRewrite'],
  ['self.all(f, !has(f.urlRewrite))', twoFilters, filters, 'take out [0].urlRewrite'],
  ['self.all(f, f.type == "CORS" ? has(f.requestMirror) : true)', twoFilters, filters, 'write [1].requestMirror'],
  ['self.all(f, f.type == "CORS" ? false : true)', twoFilters, filters, 'change [1].type'],
  ['!self.exists(f, f.type == "CORS")', twoFilters, filters, 'change [1]'],
  ['self.exists(f, f.type == "RequestMirror")', twoFilters, filters, 'change '],
  ['self.exists_one(f, has(f.type))', twoFilters, filters, 'change [1]'],
  ['self.exists_one(f, !has(f.type))', twoFilters, filters, 'change '],
  ['self.filter(f, has(f.type)).size() < 2', twoFilters, filters, 'change [1]'],
  ['self.size() < 2', twoFilters, filters, 'change '],
  ['self[1].cors.allowOrigins.size() > 2', twoFilters, filters, 'change [1].cors.allowOrigins'],
  ['!("*" in self[1].cors.allowOrigins && self[1].cors.allowOrigins.size() > 1)', twoFilters, filters, 'change [1].cors.allowOrigins'],
  ['!("*" in self[1].cors.allowOrigins && has(self[0].type))', twoFilters, filters, 'change [1].cors.allowOrigins[1]'],
  ['self[0].type in ["CORS"]', twoFilters, filters, 'change [0].type'],
  ['self[0].type == self[1].type', twoFilters, filters, 'change [0].type'],
  ['has(self[0].cors) == has(self[1].cors)', twoFilters, filters, 'write [0].cors'],
  ['has(self[0].cors) || has(self[0].requestMirror)', twoFilters, filters, 'change '],
  ['!has(self[0].urlRewrite) || has(self[0].requestMirror)', twoFilters, filters, 'write [0].requestMirror'],
  ['!(has(self[0].type) && has(self[0].urlRewrite))', twoFilters, filters, 'take out [0].type'],
  ['self[1].cors.allowOrigins.size() + self.size() == 0', twoFilters, filters, 'change [1].cors.allowOrigins'],
  ['1 == 2', twoFilters, filters, 'change '],
  ['self[7].type == "CORS"', twoFilters, filters, 'change '],
  ['self[0].type.matches("^[")', twoFilters, filters, undefined],
  ['what is this', twoFilters, filters, undefined],
  ['self.size()', twoFilters, filters, undefined],
  ['self == oldSelf', twoFilters, filters, undefined],
  // what the server takes where nothing is written
  ['self.all(b, b.kind == "Service" && b.group == "")', [{ name: 'a' }, { name: 'a', kind: null }], backends, undefined],
  ['self.all(b, b.kind != "Service")', [{ name: 'a' }], backends, 'change [0].kind'],
  ['self.all(b, !has(b.port))', [{ name: 'a', port: null }], backends, undefined],
  ['self.all(b, !has(b.group))', [{ name: 'a' }], backends, 'take out [0].group'],
  // what is not known yet
  ['self.all(b, has(b.port))', [{ name: 'a', port: new Later() }], backends, undefined],
  ['self.all(b, b.name == "b")', [{ name: new Later() }], backends, undefined],
  ['self.all(b, b.name == "b")', [new Later()], backends, undefined],
  ['self.all(b, b.name == "b")', new Later(), backends, undefined],
  ['self.all(b, b.name == "b")', [{ name: new Later() }, { name: 'a' }], backends, 'change [1].name'],
  ['self.size() == 0', [new Later()], backends, undefined],
  ['self.size() == 0', null, backends, undefined],
  ['self.size() == 0', 'a', backends, undefined],
])('of %s the culprit is found', (text, value, shape, culprit) => {
  expect(path(text, value, shape)).toBe(culprit);
});

test.each<[string, bigint | undefined]>([
  ['1s', 1_000_000_000n], ['1h1m1s1ms1us1ns', 3_661_001_001_001n], ['1.5h', 5_400_000_000_000n], ['.5s', 500_000_000n], ['5.s', 5_000_000_000n], ['-1s', -1_000_000_000n], ['+1s', 1_000_000_000n],
  ['0', 0n], ['1µs', 1000n], ['1μs', 1000n], ['9223372036s', 9_223_372_036_000_000_000n],
  ['', undefined], ['s', undefined], ['.s', undefined], ['5', undefined], ['1d', undefined], ['1 s', undefined], ['soon', undefined], ['1s1', undefined], ['9223372037s', undefined], ['--1s', undefined],
])('%j as Go reads it', (text, nanoseconds) => {
  expect(nanosecondsOf(text)).toBe(nanoseconds);
});

test.each<[string, string, boolean | undefined]>([
  ['^(?i)a$', 'A', true], ['(?i)k', '\u212A', true], ['^a.b$', 'a\u2028b', true], ['^a.b$', 'a\nb', false], ['^a$', 'a\n', false], ['^(?:[-a/]|[%][0-9]{2})+$', 'a/-%41', true], ['^[^.]*$', 'a.b', false],
  [String.raw`^\d{1,3}\.$`, '12.', true], ['^[a-z\\n]+$', 'a\nb', true],
  ['\\w', 'a', undefined], ['(?s).', 'a', undefined], ['(?P<a>b)', 'b', undefined], ['[[:alpha:]]', 'a', undefined], ['\\pL', 'a', undefined], ['a{', 'a', undefined], ['(', 'a', undefined], ['a(?=b)', 'ab', undefined],
])('the pattern %s of %j', (pattern, text, isMatch) => {
  expect(patternOf(pattern)?.test(text)).toBe(isMatch);
});

test('a value that is not known yet breaks no rule, wherever it stands', () => {
  const random = randomNumbers(3);
  let found = 0;
  for (let count = 0; count < 500; count++) {
    const { kind, channel } = pick(RULED, random);
    const object = routeOf(kind, channel, random, 0.3);
    const schema = schemaOf(kind)!;
    const broken = (one: Fields) => faultsIn(one, { ...schema, shapes: [schema.shapes[channel]!] })
      .filter(fault => fault.fault === 'rule' && fault.cure !== 'rename');
    for (const { path: place } of broken(object)) {
      const copy = structuredClone(object);
      const parent = place.slice(0, -1).reduce<any>((value, key) => value[key], copy);
      parent[place.at(-1)!] = new Later();
      expect(broken(copy).map(fault => formatPath(fault.path))).not.toContain(formatPath(place));
      found++;
    }
  }
  expect(found).toBeGreaterThan(100);
});

test('no document makes it throw', () => {
  const few = { requiredKeys: [] };
  const [any, object] = [fc.anything({ maxDepth: 2 }), fc.object({ maxDepth: 2 })];
  const [match, filter] = [fc.record({ path: any, method: any }, few), fc.record({ type: any, cors: any, urlRewrite: object }, few)];
  const [matches, objects] = [fc.oneof(any, fc.array(match)), fc.array(object)];
  const rules = fc.array(fc.record({ name: any, matches, timeouts: any, filters: fc.array(filter), backendRefs: objects }, few));
  const spec = fc.record({ parentRefs: any, rules: fc.oneof(any, rules), subsets: objects, workloadSelector: object, routes: any }, few);
  fc.assert(fc.property(fc.constantFrom(...RULED), fc.record({ spec }), ({ kind }, one) => {
    expect(Array.isArray(faultsIn(one, schemaOf(kind)!))).toBe(true);
  }), { numRuns: 500 });
});

test('of very many mistakes the first few hundred are told, and soon', () => {
  const rules = Array.from({ length: 100_000 }, () => ({ backendRefs: [{ name: 'one' }], matches: [{ path: { value: 'a' } }] }));
  const begun = Date.now();
  expect(faultsIn({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'one' }, spec: { rules } }, schemaOf(HTTP_ROUTE)!)).toHaveLength(500);
  expect(Date.now() - begun).toBeLessThan(10_000);
});

test('no value makes a rule throw', () => {
  const shapes = fc.constantFrom(filters, backends, schemaOf(HTTP_ROUTE)!.shapes[0]!);
  fc.assert(fc.property(fc.constantFrom(...RULES), shapes, fc.anything(), ([text], shape, value) => {
    expect(() => brokenAt(text, valueOf(value, shape))).not.toThrow();
  }), { numRuns: 1000 });
});
