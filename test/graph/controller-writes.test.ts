import { Testing, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { Controller, Rollout } from 'rolloutkit';
import type { IgnoredDifference } from 'rolloutkit';
import { ignoredDifferences } from '../../src/constructs/ignored-difference';
import { controllerWrites } from '../../src/graph/controller-writes';
import { undecided } from '../../src/graph/deciding-fields';
import { formatPath } from '../../src/graph/document';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { flaggerProgram } from '../programs/flagger';
import { outcomeOf } from '../programs/outcome';
import { program } from '../programs/rollouts';
import { checkout, listening } from '../render';
import type { Program } from '../render';
import { flaggerRouterCases } from '../traffic/flagger-router-cases';
import { routerCases } from '../traffic/router-cases';

/*
 * What is read from manifests is what the engine that wrote them says. Each is told in the form of Argo CD, one field a line.
 */
const runs = 500;

function lines(differences: readonly IgnoredDifference[]): readonly string[] {
  return [...new Set(differences.flatMap(({ group, kind, objectNamespace, name, jsonPointers }) =>
    jsonPointers.map(pointer => `${kind}.${group} ${objectNamespace}/${name} ${pointer}`)))].sort();
}

/** What is read from what a chart writes, and what its rollouts say. */
function bothOf(chart: Chart): { readonly read: readonly string[]; readonly said: readonly string[] } {
  const graph = readGraph(chart.toJson().map(manifest => ({ manifest })));
  const rollouts = chart.node.findAll().filter(each => each instanceof Rollout);
  return {
    read: lines(ignoredDifferences(controllerWrites(graph), 'shop', undefined)),
    said: lines(rollouts.flatMap(({ ignoreDifferences }) => ignoreDifferences)),
  };
}

function bothOfProgram(put: Program): ReturnType<typeof bothOf> {
  const app = Testing.app();
  const chart = new Chart(app, 'test', { namespace: 'shop' });
  put(chart, app);
  return listening(() => bothOf(chart)).result;
}

/** The same of many programs, of which those that are refused say nothing; of which kinds their objects are. */
function compareMany(programs: fc.Arbitrary<string>, seed: number): readonly string[] {
  const kinds = new Set<string>();
  let written = 0;
  fc.assert(fc.property(programs, text => {
    const outcome = listening(() => outcomeOf(text)).result;
    if (outcome.kind !== 'written') return;
    written += 1;
    const { read, said } = listening(() => bothOf(outcome.chart)).result;
    expect(read).toEqual(said);
    said.forEach(line => kinds.add(line.slice(0, line.indexOf('.'))));
  }), { numRuns: runs, seed });
  expect(written).toBeGreaterThan(runs / 5);
  return [...kinds].sort();
}

describe('what controllers change', () => {
  // what a plugin that nobody knows writes to is said by who uses it, and by no manifest
  const known = Object.entries(routerCases).filter(([name]) => name !== 'PluginTraffic');

  test.each(known)('behind %s is read from what is written as the engine says it', (_, { written, existing }) => {
    for (const traffic of [written(), existing()]) {
      const { read, said } = bothOfProgram(chart => { checkout(chart, { traffic }); });
      expect(read).toEqual(said);
      expect(said).toContain('Service. shop/checkout-canary /spec/selector/rollouts-pod-template-hash');
    }
  });

  test.each(Object.entries(flaggerRouterCases))('behind %s of Flagger is read from what is written as the engine says it', (_, { written, existing, uses }) => {
    // where it says why, no route of somebody else can be had
    for (const traffic of [written(), ...existing === undefined || typeof uses === 'string' ? [] : [existing()]]) {
      const { read, said } = bothOfProgram(chart => { checkout(chart, { traffic, controller: Controller.flagger() }); });
      expect(read).toEqual(said);
      expect(said).not.toEqual([]);
    }
  });

  test('is read of programs over all properties as the engine says it', () => {
    expect(compareMany(program, 20261121)).toEqual(['Deployment', 'DestinationRule', 'HTTPRoute', 'Ingress', 'Rollout', 'Service', 'VirtualService']);
  });

  test('is read of programs of Flagger as the engine says it', () => {
    expect(compareMany(flaggerProgram, 20261122)).toEqual(['DaemonSet', 'Deployment', 'ScaledObject', 'Service']);
  });
});

describe('of manifests that others wrote', () => {
  const rollout = (routing: string, more = '') => `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: shop, namespace: shop }
spec: { replicas: 3, ${more} strategy: { canary: { trafficRouting: ${routing} } } }
`;
  const canary = (more: string) => `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: shop, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }, service: { port: 80 }${more} }
`;
  const route = (name: string, label: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name}, namespace: shop, labels: { split: '${label}' } }
`;

  test.each<[string, string, readonly string[]]>([
    ['an autoscaler writes what it scales, whatever that is', `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: worker, namespace: shop }
spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: worker } }
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: mailer, namespace: shop }
spec: { scaleTargetRef: { name: mailer } }
`, ['Deployment.apps shop/mailer /spec/replicas', 'StatefulSet.apps shop/worker /spec/replicas']],
    ['a Rollout of which something elsewhere says how many pods there are', rollout('{}').replace('namespace: shop', 'namespace: shop, annotations: { rolloutkit.dev/replicas: 3-9 }'),
      ['Rollout.argoproj.io shop/shop /spec/replicas']],
    ['a VirtualService of which no list is named, in all that are split', `${rollout('{ istio: { virtualService: { name: shop.mesh.cluster.local } } }')}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: mesh }
spec: { http: [{ route: [] }], tls: [{ match: [], route: [] }] }
`, ['VirtualService.networking.istio.io mesh/shop /spec/http', 'VirtualService.networking.istio.io mesh/shop /spec/tls']],
    ['routes that the plugin of the Gateway API finds by their labels', `${rollout('{ plugins: { argoproj-labs/gatewayAPI: { httpRouteSelector: { matchLabels: { split: "yes" } } } } }')}---${route('one', 'yes')}---${route('two', 'no')}`,
      ['HTTPRoute.gateway.networking.k8s.io shop/one /spec/rules']],
    ['a TraefikService of the group that was before Traefik 3, and the other', `${rollout('{ traefik: { weightedTraefikServiceName: shop } }')}---
apiVersion: traefik.containo.us/v1alpha1
kind: TraefikService
metadata: { name: shop, namespace: shop }
`, ['TraefikService.traefik.containo.us shop/shop /spec/weighted/services', 'TraefikService.traefik.io shop/shop /spec/weighted/services']],
    ['the router and the nodes of App Mesh', `${rollout('{ appMesh: { virtualService: { name: shop }, virtualNodeGroup: { canaryVirtualNodeRef: { name: next }, stableVirtualNodeRef: { name: now } } } }')}---
apiVersion: appmesh.k8s.aws/v1beta2
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec: { provider: { virtualRouter: { virtualRouterRef: { name: shop-router } } } }
`, [
      'VirtualNode.appmesh.k8s.aws shop/next /spec/podSelector/matchLabels/rollouts-pod-template-hash', 'VirtualNode.appmesh.k8s.aws shop/now /spec/podSelector/matchLabels/rollouts-pod-template-hash',
      'VirtualRouter.appmesh.k8s.aws shop/shop-router /spec/routes',
    ]],
    ['a Route of OpenShift that is told with its namespace', rollout('{ plugins: { argoproj-labs/openshift: { routes: [web/shop] } } }'),
      ['Route.route.openshift.io web/shop /spec/alternateBackends', 'Route.route.openshift.io web/shop /spec/to/weight']],
    ['a workload whose pods are taken over, and not one that keeps them', `${rollout('{}', 'workloadRef: { apiVersion: apps/v1, kind: Deployment, name: old, scaleDown: onsuccess },')}---${
      rollout('{}', 'workloadRef: { apiVersion: apps/v1, kind: Deployment, name: kept, scaleDown: never },').replace('name: shop', 'name: other')}`, ['Deployment.apps shop/old /spec/replicas']],
    ['what Flagger makes, where somebody else has written it', `${canary(', autoscalerRef: { apiVersion: keda.sh/v1alpha1, kind: ScaledObject, name: shop }')}---
{ apiVersion: v1, kind: Service, metadata: { name: shop, namespace: shop } }
---
{ apiVersion: apps/v1, kind: Deployment, metadata: { name: shop-primary, namespace: shop } }
`, [
      'Deployment.apps shop/shop /spec/replicas', 'Deployment.apps shop/shop-primary /spec', 'ScaledObject.keda.sh shop/shop /metadata/annotations',
      'Service. shop/shop /spec/ports', 'Service. shop/shop /spec/selector',
    ]],
    ['nothing in what Flagger makes alone', canary(''), ['Deployment.apps shop/shop /spec/replicas']],
  ])('what they change is read: %s', (_, yaml, expected) => {
    const graph = readGraph(readYaml(yaml).documents);
    expect(lines(ignoredDifferences(controllerWrites(graph), 'shop', undefined))).toEqual(expected);
  });
});

test('what is not known yet and decides who writes where is named, each place once', () => {
  class Later {}
  const later = new Later();
  const document = (kind: string, spec: unknown) => ({ manifest: { apiVersion: kind === 'Canary' ? 'flagger.app/v1beta1' : 'argoproj.io/v1alpha1', kind, metadata: { name: 'shop' }, spec } });
  const places = (kind: string, spec: unknown) => undecided(readGraph([document(kind, spec)])).map(({ path }) => formatPath(path));
  expect(places('Rollout', later)).toEqual(['spec']);
  expect(places('Rollout', { replicas: later, template: later, strategy: { canary: { steps: later, canaryService: later, trafficRouting: { istio: { virtualService: { name: later } } } } } }))
    .toEqual(['spec.strategy.canary.canaryService', 'spec.strategy.canary.trafficRouting.istio.virtualService.name']);
  expect(places('Canary', { targetRef: { kind: later, name: 'shop' }, service: { port: later } })).toEqual(['spec.targetRef.kind']);
  expect(places('Rollout', { strategy: { blueGreen: { activeService: 'shop' } } })).toEqual([]);
});
