import { ApiObject, Duration } from 'cdk8s';
import { Analysis, ExperimentVersion, SessionAffinity, Step } from 'rolloutkit';
import type { CanaryRolloutProps, ITrafficRouter } from 'rolloutkit';
import { lookedUp } from './looked-up';
import { features, routerCases } from './router-cases';
import type { Feature } from './router-cases';
import { checkout, findingsOf, named, synthesize } from '../render';
import type { Written } from '../render';

const cases = Object.entries(routerCases);

/** What a rollout has beside the objects of its router. */
const ownKinds = ['Rollout', 'Service', 'AnalysisTemplate'];
const objectsIn = (manifests: readonly Written[]) => manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
const written = (traffic: ITrafficRouter, props: Partial<CanaryRolloutProps> = {}) =>
  synthesize(chart => { checkout(chart, { traffic, ...props }); });
const routingOf = (manifests: Written[]) => named(manifests, 'Rollout', 'checkout').spec.strategy.canary.trafficRouting;

describe.each(cases)('%s', (_, { written: write, writes, existing, uses, leavesAlone }) => {
  test('writes its route and nothing else, and has nothing to say about it', () => {
    const { manifests, words } = written(write(), { analyses: [Analysis.successRate()] });
    expect(manifests.map(({ kind }) => kind).filter(kind => !ownKinds.includes(kind))).toEqual(writes);
    // advice about a product is no word about the route
    expect(words.split('\n').filter(line => line !== '' && !line.includes('(retired-router)'))).toEqual([]);
  });

  test('writes all that the controller looks up', () => {
    const { manifests } = written(write());
    expect(objectsIn(manifests)).toEqual(expect.arrayContaining(lookedUp(routingOf(manifests))));
    if (writes.length > 0) expect(lookedUp(routingOf(manifests))).not.toEqual([]);
  });

  test('writes its route where the rollout is, with the labels of the rollout', () => {
    const { manifests } = synthesize(chart => { checkout(chart, { traffic: write() }); }, { namespace: 'shop', labels: { team: 'shop' } });
    const routes = manifests.filter(({ kind }) => !ownKinds.includes(kind));
    for (const { metadata } of routes) expect(metadata).toMatchObject({ namespace: 'shop', labels: { team: 'shop' } });
    expect(routes).toHaveLength(writes.length);
  });

  test('leads nobody to the canary before there is one', () => {
    const { manifests } = written(write());
    for (const share of manifests.filter(({ kind }) => writes.includes(kind)).flatMap(sharesOfCanary)) expect(share).toBe(0);
  });

  test('uses a route that exists, and writes none', () => {
    const { manifests } = written(existing());
    expect(manifests.map(({ kind }) => kind).filter(kind => !ownKinds.includes(kind))).toEqual([]);
    expect(lookedUp(routingOf(manifests))).toEqual(uses === '' ? [] : [uses]);
  });

  test('tells of somebody else\'s route of the same name', () => {
    const [kind] = writes;
    if (kind === undefined) return;
    const { apiVersion } = written(write()).manifests.find(manifest => manifest.kind === kind)!;
    const found = findingsOf(chart => {
      checkout(chart, { traffic: write() });
      new ApiObject(chart, 'foreign', { apiVersion, kind, metadata: { name: 'checkout' } });
    });
    expect(found.join('\n')).toMatch(/unique-resources/);
  });

  test('names what the controller changes, for whoever applies it again and again', () => {
    const differences: string[] = [];
    const { manifests } = synthesize(chart => {
      const { ignoreDifferences } = checkout(chart, { traffic: write() });
      differences.push(...ignoreDifferences.filter(({ kind }) => !ownKinds.includes(kind)).map(({ kind, name }) => `${kind} ${name}`));
    });
    expect(differences).toEqual(leavesAlone === undefined ? lookedUp(routingOf(manifests)) : []);
  });
});

/** Whatever in an object gives the canary a share of the traffic. */
function sharesOfCanary(manifest: Written): number[] {
  const found: number[] = [];
  const look = (value: Written): void => {
    if (typeof value !== 'object' || value === null) return;
    const { host, subset } = value.destination ?? {};
    const names = [value.name, value.serviceName, host, subset];
    if (value.weight !== undefined && names.some(name => typeof name === 'string' && /-canary$|^canary$/.test(name))) found.push(value.weight);
    Object.values(value).forEach(look);
  };
  look(manifest.spec);
  for (const text of Object.values<string>(manifest.metadata.annotations ?? {})) if (text.startsWith('{')) look(JSON.parse(text));
  return found;
}

const header = { header: 'x-internal', value: { exact: 'true' } };
const stepOf: Readonly<Partial<Record<Feature, Step>>> = {
  'header routes': Step.headers({ route: 'internal', matches: [header] }),
  'several headers at once': Step.headers({ route: 'internal', matches: [header, { header: 'x-region', value: { exact: 'eu' } }] }),
  'mirror routes': Step.mirror({ route: 'copies', matches: [{ method: { exact: 'GET' } }] }),
  'experiments with a share': Step.experiment({
    duration: Duration.minutes(5), variants: [{ name: 'canary', version: ExperimentVersion.CANARY, weight: 5 }],
  }),
};

/** A rollout that asks for it, and the property that a finding about it begins with. */
function asking(feature: Feature): { readonly props: Partial<CanaryRolloutProps>; readonly property: string } {
  const step = stepOf[feature];
  if (step !== undefined) return { props: { steps: [Step.weight(20), step, Step.approval()] }, property: 'steps[1]' };
  return feature === 'ping-pong'
    ? { props: { pingPong: true }, property: 'pingPong' }
    : { props: { sessionAffinity: SessionAffinity.cookie() }, property: 'sessionAffinity' };
}

describe.each(cases)('%s', (_, { written: write, reasons }) => {
  test.each(Object.keys(reasons) as Feature[])('fails on %s, which it cannot do, by the property that asks for it', feature => {
    const { props, property } = asking(feature);
    const found = findingsOf(chart => { checkout(chart, { traffic: write(), ...props }); });
    expect(found).not.toEqual([]);
    for (const finding of found) expect(finding).toContain(`[test/checkout] ${property}`);
  });

  const possible = features.filter(feature => reasons[feature] === undefined);
  if (possible.length > 0) {
    test.each(possible)('can do %s', feature => {
      const { manifests } = written(write(), asking(feature).props);
      expect(objectsIn(manifests)).toEqual(expect.arrayContaining(lookedUp(routingOf(manifests))));
      const { managedRoutes = [] } = routingOf(manifests);
      const routes = { 'header routes': ['internal'], 'several headers at once': ['internal'], 'mirror routes': ['copies'] } as Partial<Record<Feature, string[]>>;
      expect(managedRoutes.map(({ name }: Written) => name)).toEqual(routes[feature] ?? []);
    });
  }
});
