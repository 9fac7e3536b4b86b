import { Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { CanaryRollout, Step } from 'rolloutkit';
import { parseAllDocuments } from 'yaml';
import { routerCases } from './router-cases';
import { listening } from '../render';
import type { Written } from '../render';

const routers = Object.keys(routerCases);
const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789');
const inner = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-');

/** Names of 1 to 63 characters, as the API server takes them for a Service. */
const name = fc.integer({ min: 1, max: 63 }).chain(length => fc.tuple(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), fc.string({ unit: inner, minLength: Math.max(0, length - 2), maxLength: Math.max(0, length - 2) }), letters))
  .map(([first, middle, last]) => `${first}${middle}${last}`);

interface Placed {
  readonly name: string;
  readonly router: string;
  /** Of the header step, behind routers that can. */
  readonly route: string;
}
const placed = fc.record({ name, router: fc.constantFrom(...routers), route: name });

/** All that these rollouts write in one namespace, or what is said against it. */
function write(rollouts: readonly Placed[]): { readonly manifests: Written[]; readonly findings: string } {
  const app = Testing.app();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  rollouts.forEach(({ name: called, router, route }, index) => {
    const { written, reasons } = routerCases[router]!;
    const headers = reasons['header routes'] === undefined;
    new CanaryRollout(chart, `rollout-${index}`, {
      metadata: { name: called },
      containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }],
      traffic: written(),
      ...(headers ? { steps: [Step.weight(20), Step.headers({ route, matches: [{ header: 'x', value: { exact: 'y' } }] }), Step.approval()] } : {}),
    });
  });
  try {
    return { manifests: parseAllDocuments(listening(() => app.synthYaml()).result).map(document => document.toJS()), findings: '' };
  } catch (error) {
    return { manifests: [], findings: (error as Error).message };
  }
}

/** What the controller writes beside what we do, as far as a name decides it. */
function alsoWritten(manifests: readonly Written[]): { readonly kind: string; readonly name: string }[] {
  return manifests.filter(({ kind }) => kind === 'Rollout').flatMap(({ metadata, spec: { strategy: { canary: { trafficRouting: { nginx, ambassador, apisix, managedRoutes = [] } } } } }) => [
    ...(nginx === undefined ? [] : [{ kind: 'Ingress', name: `${metadata.name}-${nginx.stableIngress}-canary` }]),
    ...(ambassador === undefined ? [] : ambassador.mappings.map((mapping: string) => ({ kind: 'Mapping', name: `${mapping}-canary` }))),
    ...(apisix === undefined ? [] : managedRoutes.map((route: Written) => ({ kind: 'ApisixRoute', name: route.name }))),
  ]);
}

const longest = (kind: string) => kind === 'Service' ? 63 : 253;

test('objects of a rollout behind any router have names that the API server takes, or the synth says which are too long', () => {
  fc.assert(fc.property(placed, rollout => {
    const { manifests, findings } = write([rollout]);
    if (findings !== '') {
      expect(findings).toMatch(/characters|at most \d+/);
      expect(Math.max(rollout.name.length, rollout.route.length)).toBeGreaterThan(40);
      return;
    }
    for (const { kind, metadata } of manifests) {
      expect(metadata.name.length).toBeLessThanOrEqual(longest(kind));
      for (const key of Object.keys({ ...metadata.labels, ...metadata.annotations })) expect(key.split('/').at(-1)!.length).toBeLessThanOrEqual(63);
      for (const value of Object.values<string>(metadata.labels ?? {})) expect(value.length).toBeLessThanOrEqual(63);
    }
    for (const { kind, name: called } of alsoWritten(manifests)) expect(called.length).toBeLessThanOrEqual(longest(kind));
  }), { numRuns: 150, seed: 6 });
});

test('objects of two rollouts behind any two routers never are the same, or the synth says so', () => {
  // names that lead to each other's, by what we and the controller put behind them
  const ending = fc.constantFrom('-canary', '-ping', '-pong', 'again');
  const near = fc.tuple(name, ending).map(([first, end]) => [first, end === 'again' ? `${first}-${first}-canary` : `${first}${end}`] as const).filter(([, second]) => second.length <= 63);
  const names = fc.oneof(fc.tuple(name, name), near).filter(([one, other]) => one !== other);
  const router = fc.constantFrom(...routers);
  // the same product twice, as often as two
  const pair = fc.oneof(fc.tuple(router, router), router.map(each => [each, each] as const));
  fc.assert(fc.property(names, pair, fc.boolean(), ([one, other], [first, second], crossed) => {
    const { manifests, findings } = write([{ name: one, router: first, route: crossed ? other : 'first-route' }, { name: other, router: second, route: 'second-route' }]);
    const objects = [...manifests.map(({ kind, metadata }) => ({ kind, name: metadata.name })), ...alsoWritten(manifests)].map(({ kind, name: called }) => `${kind} ${called}`);
    if (findings === '') expect(objects.filter((object, index) => objects.indexOf(object) !== index)).toEqual([]);
    else expect(findings).toMatch(/characters|unique-resources|must be|must not|cannot/);
  }), { numRuns: 400, seed: 6 });
});
