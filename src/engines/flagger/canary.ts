import { sessionAffinity } from './affinity';
import type { RenderedCourse } from './course';
import type { RenderedMetrics } from './metrics';
import { canaryService, serviceOrigins } from './service';
import type { Told } from './told';
import { targetReference } from './workload';
import { freezeKey } from '../../intent/freeze';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import type { Canary, CanaryAlert, CanaryAutoscalerRef, CanaryWebhook } from '../../manifests/flagger.generated';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { objectMeta } from '../object-meta';
import { below } from '../rendered';
import type { PartOrigin } from '../rendered';

/** What the parts of a Canary were rendered to. */
export interface CanaryParts {
  readonly routing?: FlaggerRouting;
  readonly course: RenderedCourse;
  readonly metrics: RenderedMetrics;
  readonly webhooks: Told<readonly CanaryWebhook[]>;
  readonly alerts: Told<readonly CanaryAlert[]>;
  readonly autoscaler?: CanaryAutoscalerRef;
}

const defaultDeadlineSeconds = 600;

/** The Canary itself, around what its parts were rendered to. */
export function canary(intent: FlaggerRolloutIntent, parts: CanaryParts): { manifest: Manifest; origins: readonly PartOrigin[] } {
  const { routing, course, metrics, webhooks, alerts, autoscaler } = parts;
  const { controller: { flagger }, strategy } = intent;
  const metricsServer = flagger.metricsServer ?? metrics.metricsServer;
  const freezes = strategy.freeze !== undefined && flagger.gates === undefined;
  const affinity = sessionAffinity(intent, routing);
  const frozen: Readonly<Record<string, Leaf<string>>> = strategy.freeze === undefined ? {} : { [freezeKey]: strategy.freeze };
  const object: Canary = {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: objectMeta(intent.name, intent, { ...routing?.annotations, ...frozen }),
    spec: {
      ...(routing === undefined && strategy.kind === 'canary' ? {} : { provider: routing?.provider ?? 'kubernetes' }),
      ...(metricsServer === undefined ? {} : { metricsServer }),
      targetRef: targetReference(intent, routing),
      ...(autoscaler === undefined ? {} : { autoscalerRef: autoscaler }),
      ...routing?.references,
      progressDeadlineSeconds: strategy.progressDeadlineSeconds ?? defaultDeadlineSeconds,
      service: canaryService(intent, routing),
      ...(flagger.skipAnalysis === undefined ? {} : { skipAnalysis: flagger.skipAnalysis }),
      ...(flagger.revertOnDeletion === undefined ? {} : { revertOnDeletion: flagger.revertOnDeletion }),
      ...(freezes ? { suspend: true } : flagger.suspend === undefined ? {} : { suspend: flagger.suspend }),
      analysis: {
        ...course.fields,
        ...(flagger.primaryReadyPercent === undefined ? {} : { primaryReadyThreshold: flagger.primaryReadyPercent }),
        ...(flagger.canaryReadyPercent === undefined ? {} : { canaryReadyThreshold: flagger.canaryReadyPercent }),
        ...(affinity === undefined ? {} : { sessionAffinity: affinity }),
        ...(metrics.fields.length === 0 ? {} : { metrics: metrics.fields }),
        ...(webhooks.fields.length === 0 ? {} : { webhooks: webhooks.fields }),
        ...(alerts.fields.length === 0 ? {} : { alerts: alerts.fields }),
      },
    },
  };
  const origins = [
    ...ownOrigins,
    ...below(['spec', 'service'], serviceOrigins(intent)),
    ...below(['spec', 'analysis'], [
      ...course.origins, ...below(['metrics'], metrics.origins), ...below(['webhooks'], webhooks.origins), ...below(['alerts'], alerts.origins),
    ]),
  ];
  return { manifest: object as unknown as Manifest, origins };
}

const ownOrigins: readonly PartOrigin[] = [
  { path: ['metadata', 'name'], property: 'metadata.name' },
  { path: ['spec', 'provider'], property: 'traffic' },
  { path: ['spec', 'targetRef'], property: 'adopt' },
  { path: ['spec', 'autoscalerRef'], property: 'scaling' },
  { path: ['spec', 'ingressRef'], property: 'traffic' },
  { path: ['spec', 'routeRef'], property: 'traffic' },
  { path: ['spec', 'upstreamRef'], property: 'traffic' },
  { path: ['spec', 'service'], property: 'traffic' },
  { path: ['spec', 'service', 'name'], property: 'services' },
  { path: ['spec', 'service', 'port'], property: 'containers' },
  { path: ['spec', 'service', 'targetPort'], property: 'containers' },
  { path: ['spec', 'progressDeadlineSeconds'], property: 'progressDeadline' },
  { path: ['spec', 'suspend'], property: 'freeze' },
  { path: ['spec', 'analysis'], property: 'strategy' },
  { path: ['spec', 'analysis', 'sessionAffinity'], property: 'sessionAffinity' },
  { path: ['spec', 'analysis', 'sessionAffinity', 'primaryCookieName'], property: 'controller.primaryCookie' },
];
