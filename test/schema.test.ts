import { expectValid, schemaProblems } from './schema';

const container = { name: 'web', image: 'web:1' };

function rollout(change: { spec?: object; canary?: object; pod?: object } = {}): unknown {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'checkout', namespace: 'shop', labels: { app: 'checkout' } },
    spec: {
      replicas: 4,
      selector: { matchLabels: { app: 'checkout' } },
      template: { metadata: { labels: { app: 'checkout' } }, spec: { containers: [container], ...change.pod } },
      strategy: {
        canary: {
          maxSurge: '25%',
          maxUnavailable: 0,
          steps: [{ setWeight: 20 }, { pause: {} }, { pause: { duration: '5m' } }, { pause: { duration: 300 } }],
          trafficRouting: {
            nginx: { stableIngress: 'checkout' },
            plugins: { 'argoproj-labs/gatewayAPI': { httpRoute: 'checkout', anything: [1] } },
          },
          ...change.canary,
        },
      },
      ...change.spec,
    },
  };
}

function analysis(kind: string, provider: object, metadata: object = { name: 'success-rate' }): unknown {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind,
    metadata,
    spec: { args: [{ name: 'service' }], metrics: [{ name: 'success-rate', interval: '1m', count: 5, provider }] },
  };
}

const prometheus = { prometheus: { address: 'http://prometheus:9090', query: 'up{service="{{args.service}}"}' } };

const valid: Record<string, unknown> = {
  'Rollout': rollout(),
  'AnalysisTemplate': analysis('AnalysisTemplate', prometheus),
  'ClusterAnalysisTemplate': analysis('ClusterAnalysisTemplate', prometheus),
  'AnalysisRun': analysis('AnalysisRun', { web: { url: 'http://gate', jsonBody: { any: { depth: true } } } }),
  'Experiment': {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Experiment',
    metadata: { generateName: 'compare-' },
    spec: {
      templates: [{ name: 'a', selector: { matchLabels: { app: 'a' } }, template: { spec: { containers: [container] } } }],
    },
  },
  'HTTPRoute': {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'checkout' },
    spec: {
      parentRefs: [{ name: 'gateway' }],
      hostnames: ['shop.example.com'],
      rules: [{
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
        backendRefs: [{ name: 'stable', port: 80, weight: 100 }, { name: 'canary', port: 80, weight: 0 }],
      }],
    },
  },
  'HTTPRoute of the experimental channel': {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'checkout' },
    spec: { rules: [{ sessionPersistence: { type: 'Cookie', sessionName: 'shop' }, backendRefs: [{ name: 'stable', port: 80 }] }] },
  },
  'TCPRoute': {
    apiVersion: 'gateway.networking.k8s.io/v1alpha2',
    kind: 'TCPRoute',
    metadata: { name: 'checkout' },
    spec: { parentRefs: [{ name: 'gateway' }], rules: [{ backendRefs: [{ name: 'stable', port: 5432 }] }] },
  },
  'HTTPProxy': {
    apiVersion: 'projectcontour.io/v1',
    kind: 'HTTPProxy',
    metadata: { name: 'checkout' },
    spec: { virtualhost: { fqdn: 'shop.example.com' }, routes: [{ services: [{ name: 'stable', port: 80, weight: 100 }] }] },
  },
  'Route': {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: { name: 'checkout' },
    spec: { host: 'shop.example.com', to: { kind: 'Service', name: 'stable', weight: 100 } },
  },
  'Service': {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'checkout' },
    spec: { selector: { app: 'checkout' }, ports: [{ port: 80, targetPort: 'http' }, { port: 81, targetPort: 8081 }] },
  },
  'Ingress': {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'checkout', annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' } },
    spec: {
      rules: [{
        host: 'shop.example.com',
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'stable', port: { number: 80 } } } }] },
      }],
    },
  },
};

test.each(Object.entries(valid))('accepts a %s', (_, manifest) => {
  expect(schemaProblems(manifest)).toEqual([]);
});

test('accepts a kind that has no pinned schema, also one that shares its name with one that has', () => {
  expect(schemaProblems({ apiVersion: 'v1', kind: 'ConfigMap', anything: 1 })).toEqual([]);
  expect(schemaProblems({ apiVersion: 'serving.knative.dev/v1', kind: 'Service', spec: { template: {} } })).toEqual([]);
});

test('accepts volumes and resources of a pod, which the CRD leaves open', () => {
  const pod = {
    containers: [{ ...container, resources: { limits: { cpu: 0.5, memory: '1Gi' } } }],
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }],
  };
  expect(schemaProblems(rollout({ pod }))).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['an unknown field', rollout({ canary: { stepz: [] } }), 'spec.strategy.canary.stepz: is not a field; known are abort'],
  ['an unknown field of a kind that comes in two channels', { ...valid.HTTPRoute as object, spec: { rulez: [] } }, 'spec.rulez: is not a field; known are hostnames'],
  ['an unknown field at the top', { ...valid.Service as object, data: {} }, 'data: is not a field'],
  ['an unknown field of metadata', analysis('AnalysisTemplate', prometheus, { name: 'a', label: {} }), 'metadata.label: is not a field'],
  ['an unknown field inside a pod', rollout({ pod: { containers: [{ ...container, imagePullPolice: 'Always' }] } }),
    'spec.template.spec.containers[0].imagePullPolice: is not a field'],
  ['an unknown field of a volume', rollout({ pod: { volumes: [{ name: 'tmp', emptydir: {} }] } }),
    'spec.template.spec.volumes[0].emptydir: is not a field'],
  ['a text where a number belongs', rollout({ canary: { steps: [{ setWeight: '20' }] } }),
    'spec.strategy.canary.steps[0].setWeight: must be integer, got "20"'],
  ['a fraction where a whole number belongs', rollout({ canary: { steps: [{ setWeight: 0.5 }] } }),
    'spec.strategy.canary.steps[0].setWeight: must be integer, got 0.5'],
  ['a number that has no room', rollout({ spec: { replicas: 2 ** 31 } }), 'spec.replicas: must be at most 2147483647, got 2147483648'],
  ['a list where a count or text belongs', rollout({ canary: { maxSurge: [1] } }),
    'spec.strategy.canary.maxSurge: must be integer or string, got a list'],
  ['a number as the value of a label', analysis('AnalysisTemplate', prometheus, { name: 'a', labels: { 'app/v': 1 } }),
    'metadata.labels["app/v"]: must be string, got 1'],
  ['null', rollout({ spec: { replicas: null } }), 'spec.replicas: must be integer, got null'],
  ['a missing field', rollout({ canary: { trafficRouting: { alb: { ingress: 'web' } } } }),
    'spec.strategy.canary.trafficRouting.alb.servicePort: is missing'],
  ['a missing spec', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' } }, 'spec: is missing'],
  ['a missing name', analysis('AnalysisTemplate', prometheus, {}), 'metadata.name: is missing'],
  ['a namespace for what the cluster owns', analysis('ClusterAnalysisTemplate', prometheus, { name: 'a', namespace: 'shop' }),
    'metadata.namespace: a ClusterAnalysisTemplate belongs to the cluster and has no namespace'],
  ['a value outside the list', analysis('AnalysisTemplate', { datadog: { apiVersion: 'v3' } }),
    'spec.metrics[0].provider.datadog.apiVersion: must be one of "v1", "v2", got "v3"'],
  ['a time that is none', rollout({ spec: { restartAt: 'tomorrow' } }), 'spec.restartAt: must be a time such as'],
  ['a name twice', rollout({ pod: { containers: [container, container] } }),
    'spec.template.spec.containers[1]: has the same name as spec.template.spec.containers[0]'],
  ['a port twice, once with its default protocol', rollout({
    pod: { containers: [{ ...container, ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'TCP' }] }] },
  }), 'containers[0].ports[1]: has the same containerPort and protocol as'],
  ['another version', { ...valid.HTTPRoute as object, apiVersion: 'gateway.networking.k8s.io/v1alpha2' },
    'apiVersion: must be "gateway.networking.k8s.io/v1", got "gateway.networking.k8s.io/v1alpha2"'],
  ['a name with letters that are not allowed', { ...valid.HTTPRoute as object, spec: { hostnames: ['Shop_1'] } },
    'spec.hostnames[0]: must match'],
  ['a weight beyond the limit', { ...valid.HTTPRoute as object, spec: { rules: [{ backendRefs: [{ name: 'a', weight: 1000001 }] }] } },
    'spec.rules[0].backendRefs[0].weight: must be at most 1000000, got 1000001'],
  ['something that is no document', 'kind: Rollout', 'must be an object, got "kind: Rollout"'],
])('fails on %s', (_, manifest, problem) => {
  expect(schemaProblems(manifest)).toEqual([expect.stringContaining(problem)]);
});

test('fails on a pod template without containers', () => {
  expect(schemaProblems(rollout({ spec: { template: { spec: {} } } })))
    .toEqual(['spec.template.spec.containers: is missing']);
});

test('expectValid names the object and every problem', () => {
  expect(() => expectValid(Object.values(valid))).not.toThrow();
  expect(() => expectValid([valid.Service, rollout({ canary: { maxSurge: true, steps: [{ setWait: 1 }] } })])).toThrow(
    'An API server would refuse what was rendered, or drop a part of it:\n'
    + '  Rollout checkout: spec.strategy.canary.maxSurge: must be integer or string, got true\n'
    + '  Rollout checkout: spec.strategy.canary.steps[0].setWait: is not a field; known are analysis,',
  );
});
