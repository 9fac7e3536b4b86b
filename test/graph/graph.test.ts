import fc from 'fast-check';
import { formatPath } from '../../src/graph/document';
import { readGraph } from '../../src/graph/graph';
import type { Graph } from '../../src/graph/graph';
import type { Manifest } from '../../src/manifests/manifest';
import { readYaml } from '../../src/manifests/yaml';
import { judge } from '../../src/rules/judge';

const graphOf = (yaml: string): Graph => readGraph(readYaml(yaml).documents);

const SHOP = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout, namespace: shop }
spec:
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: lender }
  strategy:
    canary:
      stableService: stable
      canaryService: canary
      analysis: { startingStep: 1, templates: [{ templateName: a }], args: [{ name: x, valueFrom: { podTemplateHashValue: Latest } }, { name: dropped, value: z }] }
      steps:
        - setWeight: 5
        - analysis: { templates: [{ templateName: shared, clusterScope: true }] }
        - experiment: { analyses: [{ name: e, templateName: a }] }
---
{ apiVersion: apps/v1, kind: Deployment, metadata: { name: lender, namespace: shop }, spec: { template: { metadata: { labels: { app: checkout } } } } }
---
{ apiVersion: v1, kind: Service, metadata: { name: stable, namespace: shop }, spec: { selector: { app: checkout } } }
---
{ apiVersion: v1, kind: Service, metadata: { name: canary, namespace: other } }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: a, namespace: shop }
spec:
  args: [{ name: x }, { name: z, value: '5' }]
  templates: [{ templateName: b }, { templateName: a }, { templateName: gone }]
---
{ apiVersion: argoproj.io/v1alpha1, kind: AnalysisTemplate, metadata: { name: b, namespace: shop }, spec: { metrics: [{ name: m, count: '{{args.z}}', interval: 1m }] } }
---
{ apiVersion: argoproj.io/v1alpha1, kind: ClusterAnalysisTemplate, metadata: { name: shared }, spec: {} }
`;

describe('a Rollout', () => {
  const graph = graphOf(SHOP);
  const [rollout] = graph.rollouts;

  test('knows its Services, those of other namespaces not', () => {
    expect(rollout.services.map(({ role, name, service }) => [role, name, service?.resource])).toEqual([
      ['stable', 'stable', 'Service shop/stable'], ['canary', 'canary', undefined],
    ]);
  });

  test('knows its analyses, where they run, and their templates with nested ones, each once', () => {
    const told = rollout.analyses.map((use) => [
      use.place, formatPath(use.field.path), use.step, use.templates.map(({ name }) => name), use.isComplete,
    ]);
    expect(told).toEqual([
      ['background', 'spec.strategy.canary.analysis', undefined, ['a', 'b'], false],
      ['inline', 'spec.strategy.canary.steps[1].analysis', 1, ['shared'], true],
      ['experiment', 'spec.strategy.canary.steps[2].experiment.analyses[0]', 2, ['a', 'b'], false],
    ]);
  });

  test('fills in arguments, declared ones only', () => {
    const [{ arguments: given }] = rollout.analyses;
    expect(given.fill('{{args.z}} {{ args.x }} {{args.dropped}} {{other}}')).toBe('5 {{ args.x }} {{args.dropped}} {{other}}');
    expect(given.find('x')?.source).toBe('pod hash');
    const [metric] = graph.templates[1].metrics;
    expect([metric.count(given), metric.limit('failureLimit', 7, given)]).toEqual([5, 7]);
  });

  test('borrows its pod template', () => {
    expect(rollout.podTemplate?.at('metadata', 'labels', 'app').text).toBe('checkout');
  });

  test('is found from its templates', () => {
    expect(graph.usesOf(graph.templates[1]).map(({ place }) => place)).toEqual(['background', 'experiment']);
  });
});

test.each([
  [['spec', 'steps', 2, 'setWeight'], 'spec.steps[2].setWeight'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [[], ''],
  [['a-b', 'c d'], 'a-b["c d"]'],
])('%j is told as %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});

test.each([
  ['{ apiVersion: v1, kind: Service, metadata: { name: a } }', 'Service a'],
  ['{ apiVersion: v1, kind: Service, metadata: { name: a, namespace: b } }', 'Service b/a'],
  ['{ apiVersion: v1, kind: Pod, metadata: { generateName: a- } }', 'Pod a-*'],
  ['{ apiVersion: v1, kind: Pod }', 'Pod (no name)'],
  ['{ a: 1 }', '(no kind) (no name)'],
])('%s is told as %s', (yaml, resource) => {
  expect(graphOf(yaml).nodes[0].resource).toBe(resource);
});

describe('whatever is in the documents', () => {
  const KEYS = [
    'spec', 'metadata', 'strategy', 'canary', 'blueGreen', 'steps', 'setWeight', 'pause', 'duration', 'analysis', 'templates', 'templateName', 'args', 'name', 'value', 'valueFrom',
    'metrics', 'provider', 'prometheus', 'query', 'successCondition', 'count', 'interval', 'failureLimit', 'selector', 'matchLabels', 'template', 'containers', 'ports',
    'trafficRouting', 'nginx', 'stableIngress', 'rules', 'http', 'paths', 'backend', 'scaleTargetRef', 'labels', 'annotations', 'replicas', 'maxSurge', '__proto__', 'constructor', 'toString',
  ];
  class Token { readonly self = this; }
  const garbage = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<unknown>(null, undefined, '', 'checkout', 'a', '{{args.x}}', 0, 1, -1, 5, 0.5, NaN, true, 'up{', 'result[0] >', new Token(), { apply: () => undefined }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 8 }),
    ),
  })).value;
  const kinds = fc.constantFrom(
    ['argoproj.io/v1alpha1', 'Rollout'], ['argoproj.io/v1alpha1', 'AnalysisTemplate'], ['argoproj.io/v1alpha1', 'ClusterAnalysisTemplate'], ['v1', 'Service'],
    ['networking.k8s.io/v1', 'Ingress'], ['autoscaling/v2', 'HorizontalPodAutoscaler'], ['keda.sh/v1alpha1', 'ScaledObject'], [5, null],
  );
  const document = fc.tuple(kinds, garbage, garbage, garbage).map(([[apiVersion, kind], metadata, canary, spec]) => ({
    apiVersion, kind, metadata, spec: kind === 'Rollout' ? { ...spec as object, strategy: { canary, blueGreen: canary } } : spec,
  }));

  test('reading and judging never throws, and always says the same', () => {
    fc.assert(fc.property(fc.array(document, { maxLength: 5 }), (manifests) => {
      const documents = manifests.map((manifest) => ({ manifest: manifest as unknown as Manifest }));
      const first = judge(readGraph(documents), { complete: true });
      expect(judge(readGraph(documents), { complete: true })).toEqual(first);
    }), { numRuns: 500 });
  });

  test.each([null, undefined, 5, 'text', [], [null]])('%p in the place of a manifest is read', (manifest) => {
    expect(judge(readGraph([{ manifest: manifest as unknown as Manifest }]))).toEqual([]);
  });
});
