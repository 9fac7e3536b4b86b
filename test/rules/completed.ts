import type { SourceDocument } from '../../src/graph/document';
import { readYaml } from '../../src/manifests/yaml';

type Fields = Readonly<Record<string, unknown>>;

const LABELS = { app: 'checkout' };
const POD = {
  metadata: { labels: LABELS },
  spec: {
    containers: [{
      name: 'main', image: 'registry.example/checkout:1.0.0', ports: [{ name: 'http', containerPort: 8080 }], readinessProbe: { tcpSocket: { port: 8080 } },
    }],
  },
};
/** What Flagger asks of the canary alone, in percent. */
const QUERY = 'sum(rate(http_requests_total{namespace="{{ namespace }}", workload="{{ target }}", status!~"5.."}[{{ interval }}]))'
  + ' / sum(rate(http_requests_total{namespace="{{ namespace }}", workload="{{ target }}"}[{{ interval }}])) * 100';

/** What the examples leave out, by kind; without what depends on the strategy. */
const WHOLE: Readonly<Partial<Record<string, (written: Fields) => Fields>>> = {
  Rollout: ({ spec = {} }) => ({ apiVersion: 'argoproj.io/v1alpha1', spec: { ...podsOf(spec as Fields), strategy: strategyOf((spec as Fields).strategy as Fields | undefined) } }),
  AnalysisTemplate: () => ({ apiVersion: 'argoproj.io/v1alpha1' }),
  ClusterAnalysisTemplate: () => ({ apiVersion: 'argoproj.io/v1alpha1' }),
  AnalysisRun: () => ({ apiVersion: 'argoproj.io/v1alpha1' }),
  Experiment: () => ({ apiVersion: 'argoproj.io/v1alpha1' }),
  Canary: ({ spec = {} }) => ({ apiVersion: 'flagger.app/v1beta1', spec: canaryOf(spec as Fields) }),
  MetricTemplate: () => ({ apiVersion: 'flagger.app/v1beta1', spec: { provider: { type: 'prometheus', address: 'http://prometheus:9090' }, query: QUERY } }),
  AlertProvider: () => ({ apiVersion: 'flagger.app/v1beta1', spec: { type: 'slack', channel: 'releases', secretRef: { name: 'slack' } } }),
  Deployment: () => ({ apiVersion: 'apps/v1', spec: { replicas: 5, selector: { matchLabels: LABELS }, template: POD } }),
  DaemonSet: () => ({ apiVersion: 'apps/v1', spec: { selector: { matchLabels: LABELS }, template: POD } }),
  Service: ({ apiVersion = 'v1' }) => apiVersion === 'v1' ? { apiVersion, spec: { selector: LABELS, ports: [{ port: 80, targetPort: 8080 }] } } : {},
  Secret: () => ({ apiVersion: 'v1' }),
  ConfigMap: () => ({ apiVersion: 'v1' }),
  Ingress: () => ({ apiVersion: 'networking.k8s.io/v1' }),
  VirtualService: () => ({ apiVersion: 'networking.istio.io/v1' }),
  DestinationRule: () => ({ apiVersion: 'networking.istio.io/v1' }),
  HorizontalPodAutoscaler: () => ({ apiVersion: 'autoscaling/v2' }),
  PodDisruptionBudget: () => ({ apiVersion: 'policy/v1' }),
  ScaledObject: () => ({ apiVersion: 'keda.sh/v1alpha1' }),
  HTTPRoute: () => ({ apiVersion: 'gateway.networking.k8s.io/v1' }),
  Gateway: () => ({ apiVersion: 'gateway.networking.k8s.io/v1' }),
  ReferenceGrant: () => ({ apiVersion: 'gateway.networking.k8s.io/v1beta1' }),
  TraefikService: () => ({ apiVersion: 'traefik.io/v1alpha1' }),
  ApisixRoute: () => ({ apiVersion: 'apisix.apache.org/v2' }),
  Mapping: () => ({ apiVersion: 'getambassador.io/v3alpha1' }),
  HTTPProxy: () => ({ apiVersion: 'projectcontour.io/v1' }),
  Route: () => ({ apiVersion: 'route.openshift.io/v1' }),
  TrafficSplit: () => ({ apiVersion: 'split.smi-spec.io/v1alpha1' }),
  IngressRoute: () => ({ apiVersion: 'traefik.io/v1alpha1' }),
  Upstream: () => ({ apiVersion: 'gloo.solo.io/v1' }),
  NetworkPolicy: () => ({ apiVersion: 'networking.k8s.io/v1' }),
  VirtualRouter: () => ({ apiVersion: 'appmesh.k8s.aws/v1beta2' }),
  VirtualNode: () => ({ apiVersion: 'appmesh.k8s.aws/v1beta2' }),
};
const CLUSTER_WIDE = ['ClusterAnalysisTemplate'];

/** The documents of an example, with what it leaves out. Lists and values are as they are written. */
export function completed(yaml: string): readonly SourceDocument[] {
  const { documents, problems } = readYaml(yaml);
  expect(problems).toEqual([]);
  return documents.map((document) => {
    const { manifest } = document;
    const written = manifest as unknown as Fields;
    const kind = written.kind as string;
    const whole = { metadata: { name: 'checkout', ...(CLUSTER_WIDE.includes(kind) ? {} : { namespace: 'shop' }) }, ...WHOLE[kind]?.(written) };
    return { manifest: merged(whole, written) as SourceDocument['manifest'], written: () => document.written() };
  });
}

function podsOf(spec: Fields): Fields {
  return 'workloadRef' in spec ? {} : { selector: { matchLabels: LABELS }, template: POD, ...('replicas' in spec ? {} : { replicas: 5 }) };
}

/** An equal ramp behind Istio, unless it is told otherwise; what else moves the traffic takes the place of the ramp. */
function canaryOf({ targetRef, analysis }: Fields): Fields {
  const apiVersion = isMap(targetRef) && targetRef.kind === 'Service' ? 'v1' : 'apps/v1';
  const isOtherwise = isMap(analysis) && ['iterations', 'stepWeights'].some((key) => key in analysis);
  return {
    provider: 'istio',
    targetRef: { apiVersion, kind: 'Deployment', name: 'checkout' },
    service: { port: 80, targetPort: 8080 },
    analysis: {
      interval: '1m',
      threshold: 5,
      ...(isOtherwise ? {} : { stepWeight: 10, maxWeight: 50 }),
      metrics: [{ name: 'request-success-rate', interval: '1m', thresholdRange: { min: 99 } }],
    },
  };
}

function strategyOf(written: Fields | undefined): Fields {
  if (written === undefined) {
    return { canary: strategyOf({ canary: {} }).canary };
  }
  const { canary } = written;
  const isRouted = isMap(canary) && 'trafficRouting' in canary;
  return {
    ...('blueGreen' in written ? { blueGreen: { activeService: 'checkout', previewService: 'checkout-preview' } } : {}),
    ...('canary' in written ? {
      canary: {
        ...(isRouted ? {} : { maxSurge: 1, maxUnavailable: 0 }), steps: [{ setWeight: 20 }, { pause: {} }],
      },
    } : {}),
  };
}

function merged(whole: unknown, written: unknown): unknown {
  if (!isMap(whole) || !isMap(written)) {
    return written;
  }
  return Object.entries(written).reduce<Fields>((all, [key, value]) => {
    // an absent value takes away what would be there
    const { [key]: before, ...others } = all;
    return value === null && before !== undefined ? others : { ...all, [key]: before === undefined ? value : merged(before, value) };
  }, whole);
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
