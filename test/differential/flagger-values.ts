import { flaggerAnalysis } from './flagger-analysis-values';
import { flaggerObjects } from './flagger-object-values';
import { flaggerService } from './flagger-service-values';
import type { Place } from './values';

/* What may be written in a place of a Canary and of what it names, right and wrong; `values.ts` says how places are written. */

const ABSENT = undefined;
const NAMES = ['shop', 'nobody', '', 'Shop', ABSENT, null, 5];
const TEXTS = ['', 'x', 5, true, null, ABSENT];
const FLAGS = [true, false, 'true', 1, null, ABSENT];
const PROVIDERS = [
  'kubernetes', 'istio', 'linkerd', 'contour', 'gloo', 'nginx', 'skipper', 'traefik', 'apisix', 'kuma', 'knative', 'gatewayapi:v1', 'gatewayapi:v1beta1', 'appmesh', 'appmesh:v1beta2', 'osm', 'smi:v1alpha1',
];
const REFERENCES = {
  autoscalerRef: [['autoscaling/v2', 'HorizontalPodAutoscaler'], ['keda.sh/v1alpha1', 'ScaledObject'], ['autoscaling/v2', 'VerticalPodAutoscaler']],
  ingressRef: [['networking.k8s.io/v1', 'Ingress'], ['networking.k8s.io/v1', 'HTTPRoute']],
  routeRef: [['apisix.apache.org/v2', 'ApisixRoute'], ['apisix.apache.org/v2', 'Route']],
  upstreamRef: [['gloo.solo.io/v1', 'Upstream'], ['gloo.solo.io/v1', 'Service']],
} as const;

const canary: Readonly<Record<string, readonly unknown[]>> = {
  'metadata': [{ name: 'shop' }, { name: 'shop', namespace: 'other' }, { name: 'shop', namespace: 'shop', labels: { 'a b': 'x' } }],
  'metadata.name': ['Shop', 'shop.web', '9lives', 'a'.repeat(70), 'a'.repeat(254), 'shop_web', 'other'],
  'spec': [{}, ABSENT, null],
  'spec.provider': [...PROVIDERS, 'gatewayapi', 'Istio', '', ABSENT, null, 5],
  'spec.metricsServer': ['http://prometheus:9090', 'prometheus:9090', 'prometheus', '', 'https://prometheus.shop/base', '://x', 5, ABSENT],
  'spec.targetRef': [ABSENT, {}, { apiVersion: 'apps/v1', kind: 'Deployment', name: 'nobody' }, { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'shop' }, { kind: 'Deployment', name: 'shop' }, { apiVersion: 'v1', kind: 'Service', name: 'shop' }],
  'spec.targetRef.apiVersion': ['apps/v1', 'apps/v1beta1', 'serving.knative.dev/v1', 'v1', '', ABSENT],
  'spec.targetRef.kind': ['Deployment', 'DaemonSet', 'Service', 'StatefulSet', 'deployment', ABSENT],
  'spec.targetRef.name': NAMES,
  'spec.targetRef.namespace': ['shop', 'other'],
  ...Object.fromEntries(Object.entries(REFERENCES).flatMap(([field, kinds]) => [
    [`spec.${field}`, [ABSENT, null, {}, ...kinds.flatMap(([apiVersion, kind]) => ['shop', 'nobody'].map(name => ({ apiVersion, kind, name })))]],
    [`spec.${field}.name`, NAMES],
    [`spec.${field}.kind`, [...kinds.map(([, kind]) => kind), '', ABSENT]],
    [`spec.${field}.apiVersion`, [...kinds.map(([version]) => version), '', ABSENT]],
    [`spec.${field}.namespace`, ['shop', 'other', '', ABSENT]],
  ])),
  'spec.autoscalerRef.primaryScalerReplicas': [{ minReplicas: 1 }, { maxReplicas: 1 }, { minReplicas: 5, maxReplicas: 2 }, { minReplicas: 0 }, { minReplicas: 2.5 }, {}, ABSENT],
  'spec.autoscalerRef.primaryScalerQueries': [{}, { nobody: 'up' }, { load: 5 }, { load: '' }, ABSENT],
  'spec.progressDeadlineSeconds': [60, 600, 0, -1, 1.5, 3000000000, '600', null, ABSENT],
  'spec.skipAnalysis': FLAGS,
  'spec.suspend': FLAGS,
  'spec.revertOnDeletion': FLAGS,
  'spec.canaryAnalysis': [{ interval: '1m' }],
  'spec.service': [ABSENT, {}, null, { port: 80 }, { port: 8080, targetPort: 'web' }, { targetPort: 8080 }],
  'spec.analysis': [ABSENT, {}, null],
  'spec.strategy': TEXTS,
};

const table = (kind: RegExp, places: Readonly<Record<string, readonly unknown[]>>): Place[] => (
  Object.entries(places).map(([path, values]) => ({ kind, path: path.split('.'), values }))
);

export const flaggerPlaces: readonly Place[] = [
  ...table(/^Canary$/, canary),
  ...table(/^Canary$/, flaggerService),
  ...table(/^Canary$/, flaggerAnalysis),
  ...Object.entries(flaggerObjects).flatMap(([kind, places]) => table(new RegExp(`^(${kind})$`), places)),
];
