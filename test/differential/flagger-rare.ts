import type { Case } from './case';
import { editOf } from './edit-of';
import type { Change } from './edit-of';

/* What chance would hardly come upon in a bundle of Flagger. */

const COOKIES = 'spec.analysis.sessionAffinity';
const changes: readonly (readonly [base: string, ...Change[]])[] = [
  ['istio-sticky', [0, `${COOKIES}.primaryCookieName`, 'version']],
  ['istio-sticky', [0, COOKIES, {}]],
  ['knative', [0, 'spec.autoscalerRef', { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: 'shop' }]],
  ['knative', [0, 'spec.provider', 'istio']],
  ['nginx', [0, 'spec.provider', 'knative']],
  ['kubernetes', [1, 'spec.selector.matchLabels', { component: 'shop' }]],
  ['kubernetes', [1, 'spec.template.spec.volumes.0.configMap.name', 'nobody']],
  ['daemon-set', [1, 'spec.updateStrategy', { type: 'OnDelete' }]],
  ['keda', [2, 'spec.scaleTargetRef']],
  ['nginx', [2, 'spec.rules.1', { host: 'other.example' }]],
  ['nginx', [2, 'spec.rules.0.http.paths.0.backend.service.name', 'nobody']],
  ['nginx', [0, 'spec.ingressRef.name', 'nobody']],
  ['skipper', [2, 'metadata.annotations']],
  ['gateway-api', [0, 'spec.service.gatewayRefs', []]],
  ['gateway-api', [0, 'spec.service.match', [{ uri: { suffix: '/x' } }]]],
  ['istio-delegation', [0, 'spec.service.hosts', ['shop.example']]],
  ['apisix', [2, 'spec.http.0.backends.1', { serviceName: 'other', servicePort: 80 }]],
  ['apisix', [2, 'spec.http.0.backends.0.serviceName', 'other']],
  ['app-mesh', [0, 'spec.service.meshName']],
  ['gloo', [0, 'spec.upstreamRef.namespace']],
  ['prometheus-variables', [0, 'spec.analysis.metrics.0.templateVariables', {}]],
  ['datadog', [0, 'spec.analysis.metrics.0.interval']],
  ['datadog', [2, 'spec.provider.secretRef']],
  ['stackdriver', [3, 'stringData', { serviceAccountKey: '{}' }]],
  ['cloudwatch', [2, 'spec.provider.region']],
  ['istio', [0, 'spec.analysis.threshold', 1.5]],
  ['istio', [0, 'spec.analysis.iterations', 5]],
];

export const flaggerRare: readonly Case[] = changes.map(([base, ...edits]) => ({ base, edits: edits.map(editOf) }));
