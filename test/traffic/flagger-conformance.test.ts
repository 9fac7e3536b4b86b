import * as rolloutkit from 'rolloutkit';
import { flaggerRouterCases, flaggerRouting, missingFeatures } from './flagger-router-cases';
import { routerCases } from './router-cases';
import type { FlaggerRouting } from '../../src/intent/router';
import { flaggerProviders } from '../../src/manifests/flagger-providers';
import type { Canary } from '../../src/manifests/flagger.generated';
import { classesIn } from '../docs/public-docs';
import { resolved, token } from '../engines/argo/token';
import { expectRight, findingsOf, checkout } from '../render';
import type { Written } from '../render';

const cases = Object.entries(flaggerRouterCases);
const namesOf = (manifests: readonly Written[]) => manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

/** The Canary that an engine makes of it, with everything else as short as can be. */
function canaryWith({ provider, references, service, annotations }: FlaggerRouting): Canary {
  return {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: { name: 'checkout', ...(annotations === undefined ? {} : { annotations }) },
    spec: {
      provider,
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
      ...references,
      service: { port: 8080, ...service },
      analysis: { interval: '1m', threshold: 2, stepWeight: 5 },
    },
  };
}

// CustomResourceDefinitions of Gloo, Kuma and Knative are in no Go module of theirs that could be pinned: of Gloo's objects only the form is checked.
describe.each(cases)('%s with Flagger', (_, { written, provider, writes, flaggerWrites, existing, uses, reasons }) => {
  const routing = flaggerRouting(written());

  test('writes what Flagger looks for and nothing else, and has nothing to say about it', () => {
    expect(routing.provider).toBe(provider);
    expect(routing.gaps ?? []).toEqual([]);
    expect(namesOf(routing.manifests)).toEqual(writes);
    expectRight(routing.manifests);
  });

  test('writes nothing that Flagger writes', () => {
    const made = [...flaggerWrites, ...['', '-primary', '-canary'].map(suffix => `Service checkout${suffix}`), 'Deployment checkout-primary'];
    expect(namesOf(routing.manifests).filter(name => made.includes(name))).toEqual([]);
  });

  test('writes it where the rollout is, with the labels of the rollout', () => {
    for (const { metadata } of routing.manifests as Written[]) expect(metadata).toMatchObject({ namespace: 'shop', labels: { team: 'shop' } });
  });

  test('gives the Canary all that its provider cannot do without, in fields that there are', () => {
    const canary = canaryWith(routing);
    expectRight([canary]);
    for (const need of flaggerProviders[provider].needs) expect(canary.spec).toHaveProperty(need);
  });

  test('never looks at a port, a cookie or an age that is not known yet', () => {
    const late = (value: unknown) => token(value, () => undefined);
    const unknown = flaggerRouting(written(), { port: late(8080) as never, affinity: { cookie: late('shop') as never, maxAgeSeconds: late(3600) as never } });
    const known = flaggerRouting(written(), { affinity: { cookie: 'shop', maxAgeSeconds: 3600 } });
    expect(resolved([unknown.manifests, unknown.service, unknown.references])).toEqual([known.manifests, known.service, known.references]);
  });

  test('says why it cannot do what others can', () => {
    expect(Object.keys(reasons).sort()).toEqual([...missingFeatures(routing)].sort());
  });

  if (existing !== undefined) {
    test(typeof uses === 'string' ? 'fails on a route that exists, since Flagger writes its own' : 'uses a route that exists, and writes none', () => {
      const { manifests, references, service, gaps = [] } = flaggerRouting(existing());
      const errors = gaps.filter(gap => gap.class === undefined);
      expect(manifests).toEqual([]);
      if (typeof uses === 'string') {
        expect(errors.map(({ property, message }) => `${property}: ${message}`)).toEqual([`traffic: ${uses}`]);
      } else {
        expect({ references, service: service ?? {} }).toEqual({ references: uses?.references, service: uses?.service ?? {} });
        expect(errors).toEqual([]);
      }
    });
  }
});

const others = classesIn('traffic').map(({ name }) => name);

test('every router that can say something to Flagger is held against this', () => {
  const able = others.filter(name => (flaggerRouterCases[name] ?? routerCases[name])?.written()._router.flagger !== undefined);
  expect(able).toEqual(Object.keys(flaggerRouterCases).sort());
});

test('every router that can say something to Argo Rollouts is held against what it does with it', () => {
  const able = others.filter(name => (routerCases[name] ?? flaggerRouterCases[name])?.written()._router.argo !== undefined);
  expect(able).toEqual(Object.keys(routerCases).sort());
});

test.each(Object.keys(flaggerRouterCases).filter(name => !(name in routerCases)))('fails on %s with Argo Rollouts, and says so', name => {
  const traffic = flaggerRouterCases[name]!.written();
  expect(findingsOf(chart => { checkout(chart, { traffic }); })).toEqual([
    `[test/checkout] traffic: must be a router that Argo Rollouts knows, got ${traffic.routerName}; choose one that docs/routers.md lists for it, such as GatewayApiTraffic, or leave the rollout to Flagger`,
  ]);
});

test.each(Object.keys(routerCases).filter(name => !(name in flaggerRouterCases)))('fails on %s with Flagger, and says so', name => {
  const traffic = routerCases[name]!.written();
  const found = findingsOf(chart => { checkout(chart, { traffic, controller: rolloutkit.Controller.flagger() }); });
  expect(found).toContainEqual(expect.stringMatching(/^\[test\/checkout\] traffic: must be a router that Flagger knows, got \w+; /));
});

test.each(cases)('a rollout behind %s has all that Flagger needs', (_, { written }) => {
  expect(findingsOf(chart => { checkout(chart, { traffic: written(), controller: rolloutkit.Controller.flagger() }); })).toEqual([]);
});
