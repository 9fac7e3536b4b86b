import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { changes } from './changes';
import { fit, readManifests } from '../../conformance/harness/manifests';
import type { Surroundings } from '../../conformance/harness/manifests';

const lab: Surroundings = {
  namespace: 'scenario-1', metrics: 'http://127.0.0.1:9', receiver: 'http://127.0.0.1:8', factor: 60, shortestInterval: 1,
};

/** What becomes other of an object of this kind and spec when it is made to fit. */
function changed(kind: string, spec: string, surroundings: Partial<Surroundings> = {}): Record<string, unknown> {
  const make = () => ({ apiVersion: 'v1', kind, metadata: { name: 'shop', namespace: 'shop' }, spec: parse(spec) as object });
  const [before, after] = [make(), make()];
  fit([after], { ...lab, ...surroundings });
  return changes(before, after);
}

const namespace = { 'metadata.namespace': 'scenario-1' };

describe('fits into the lab, and stays as it is otherwise:', () => {
  test('a Rollout, in the length of its holds', () => {
    expect(changed('Rollout', `
      progressDeadlineSeconds: 600
      minReadySeconds: 60
      strategy:
        canary:
          abortScaleDownDelaySeconds: 600
          scaleDownDelaySeconds: 600
          steps: [{ setWeight: 20 }, { pause: { duration: 5m } }, { pause: { duration: 90 } }, { pause: { duration: "90" } }, { pause: {} }]
    `)).toEqual({
      ...namespace,
      'spec.strategy.canary.steps.1.pause.duration': 5,
      'spec.strategy.canary.steps.2.pause.duration': 2,
      'spec.strategy.canary.steps.3.pause.duration': 2,
    });
  });

  test('a blue-green Rollout, in the time to its promotion', () => {
    expect(changed('Rollout', 'strategy: { blueGreen: { activeService: shop, autoPromotionSeconds: 300, scaleDownDelaySeconds: 30 } }'))
      .toEqual({ ...namespace, 'spec.strategy.blueGreen.autoPromotionSeconds': 5 });
  });

  test.each([
    ['AnalysisTemplate', namespace],
    // It lives in no namespace; scenarios give it a name of its own.
    ['ClusterAnalysisTemplate', {}],
  ])('%s, in its times and whom it asks', (kind, place) => {
    expect(changed(kind, `
      args: [{ name: namespace, value: shop }, { name: rollout, value: shop }, { name: canary-hash }]
      metrics:
        - name: errors
          interval: 2m
          initialDelay: 30s
          count: 12
          failureLimit: 1
          provider: { prometheus: { address: "http://prometheus.monitoring:9090", query: "rate(errors[5m])" } }
        - { name: hook, provider: { web: { url: "https://gate.shop/ask?for=5m", jsonPath: "{$.ok}" } } }
        - { name: job, interval: 1h, provider: { job: { spec: {} } } }
    `)).toEqual({
      ...place,
      'spec.args.0.value': 'scenario-1',
      'spec.metrics.0.interval': '2s',
      'spec.metrics.0.initialDelay': '1s',
      'spec.metrics.0.provider.prometheus.address': lab.metrics,
      'spec.metrics.1.provider.web.url': 'http://127.0.0.1:8/ask?for=5m',
      'spec.metrics.2.interval': '60s',
    });
  });

  test('an analysis whose namespace comes from the Rollout keeps that', () => {
    expect(changed('AnalysisTemplate', '{ args: [{ name: namespace }], metrics: [] }')).toEqual(namespace);
  });

  test('a query, where the metric store wants it to be another', () => {
    const spec = 'metrics: [{ provider: { prometheus: { address: "http://127.0.0.1:9", query: "rate(errors[5m])" } } }]';
    expect(changed('AnalysisTemplate', spec, { query: query => query.replace('5m', '5s') }))
      .toEqual({ ...namespace, 'spec.metrics.0.provider.prometheus.query': 'rate(errors[5s])' });
  });

  const CANARY = `
    targetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
    progressDeadlineSeconds: 600
    analysis:
      interval: 2m
      threshold: 5
      metrics: [{ name: request-duration, interval: 1m, thresholdRange: { max: 500 } }, { name: own, templateRef: { name: own } }]
      webhooks: [{ name: load-test, url: "http://tester.test:80/gate/approve", timeout: 5s }]
  `;
  const fitted = {
    ...namespace,
    'spec.metricsServer': lab.metrics,
    'spec.analysis.interval': '2s',
    'spec.analysis.metrics.0.interval': '1s',
    'spec.analysis.webhooks.0.url': 'http://127.0.0.1:8/gate/approve',
  };

  test('a Canary, in its times, its metric store and its hooks', () => {
    expect(changed('Canary', CANARY)).toEqual(fitted);
  });

  test('a Canary whose controller knows no shorter interval, in that as well', () => {
    expect(changed('Canary', CANARY, { shortestInterval: 10 })).toEqual({ ...fitted, 'spec.analysis.interval': '10s' });
  });

  test('a Canary without metrics and hooks', () => {
    expect(changed('Canary', 'analysis: { interval: 1m }')).toMatchObject({ 'spec.analysis.interval': '1s' });
  });

  test.each([
    ['MetricTemplate of Prometheus, in whom it asks', 'MetricTemplate', 'provider: { type: prometheus, address: "http://prometheus:9090" }\nquery: rate(a[5m])', {
      'spec.provider.address': lab.metrics,
    }],
    ['MetricTemplate of another store, in nothing', 'MetricTemplate', '{ provider: { type: datadog, address: "https://api.example" }, query: avg }', {}],
    ['AlertProvider, in whom it tells', 'AlertProvider', '{ type: slack, address: "https://hooks.example/slack/shop" }', {
      'spec.address': 'http://127.0.0.1:8/slack/shop',
    }],
    ['AlertProvider whose address is a secret, in nothing', 'AlertProvider', '{ type: slack, secretRef: { name: slack } }', {}],
    ['Service, in nothing', 'Service', '{ selector: { app: shop }, ports: [{ port: 80 }] }', {}],
  ])('%s', (_, kind, spec, expected) => {
    expect(changed(kind, spec)).toEqual({ ...namespace, ...expected });
  });
});

test.each([
  ['a hold', 'Rollout', 'strategy: { canary: { steps: [{ pause: { duration: five } }] } }', 'not a duration: "five"'],
  ['an interval', 'AnalysisTemplate', 'metrics: [{ interval: 5, initialDelay: 1 m, provider: {} }]', 'not a duration: "1 m"'],
  ['a Canary that names no interval', 'Canary', 'analysis: {}', 'not a duration: "undefined"'],
])('fails on %s that is no duration', (_, kind, spec, message) => {
  expect(() => changed(kind, spec)).toThrow(new Error(message));
});

test('of all examples nothing but times, addresses and namespaces changes', () => {
  const objects = readManifests(examplePaths());
  expect(objects.length).toBeGreaterThan(20);
  for (const object of objects) {
    const before = structuredClone(object);
    fit([object], lab);
    for (const path of Object.keys(changes(before, object))) {
      expect(path).toMatch(/^metadata\.namespace$|\.plugins\..+\.namespace$|\.(duration|interval|initialDelay|autoPromotionSeconds|address|url|metricsServer)$|^spec\.args\.\d+\.value$/);
    }
  }
});

test('reads files from the root of the repository, every object of them', () => {
  const [file] = examplePaths();
  const objects = readManifests([file!]);
  expect(objects.length).toBeGreaterThan(1);
  expect(readManifests([file!, file!])).toEqual([...objects, ...objects]);
});

test('fails on a file that is not there, and on one that is no YAML', () => {
  expect(() => readManifests(['examples/none.yaml'])).toThrow('none.yaml');
  expect(() => readManifests(['test/conformance/manifests.test.ts'])).toThrow();
});

function examplePaths(): string[] {
  return readdirSync(join(__dirname, '../../examples'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.k8s.yaml')).sort().map(file => join('examples', file));
}
