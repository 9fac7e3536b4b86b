import { affinityProblems } from './affinity';
import { renderAlerts } from './alerts';
import { canary } from './canary';
import { renderCourse } from './course';
import { flaggerWrites } from './flagger-writes';
import { secretsOf } from './metric-template';
import { renderMetrics } from './metrics';
import { podsOfBoth } from './pods-of-both';
import { routingOf } from './routing';
import { autoscalerReference } from './scalers';
import { targetName } from './service';
import { unsaidProblems } from './unsaid';
import { renderWebhooks } from './webhooks';
import { workload } from './workload';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { ObjectName } from '../../intent/router';
import { known } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { autoscaler } from '../autoscaler';
import { disruptionBudget } from '../disruption-budget';
import type { PartOrigin, Rendered } from '../rendered';

/** Everything that Flagger needs for one rollout, and nothing of what it makes itself: Services, routes, the primary. */
export function renderFlagger(intent: FlaggerRolloutIntent): Rendered {
  const { routing, problems } = routingOf(intent);
  const course = renderCourse(intent, routing);
  const metrics = renderMetrics(intent, routing);
  const webhooks = renderWebhooks(intent, course);
  const alerts = renderAlerts(intent);
  const target = { apiVersion: 'apps/v1', kind: 'Deployment' };
  const written = canary(intent, { routing, course, metrics, webhooks, alerts, autoscaler: autoscalerReference(intent) });
  const parts: { manifest: Manifest; origins: readonly PartOrigin[] }[] = [
    // what comes first stands for the rollout
    intent.pods.adopted === undefined ? workload(intent, routing) : written,
    ...(intent.scaling?.kind === 'hpa' ? [ofScaling(autoscaler(intent.scaling, { ...intent, name: targetName(intent) }, target))] : []),
    ...(intent.disruptionBudget === undefined ? [] : [{
      manifest: disruptionBudget(intent.disruptionBudget, intent, podsOfBoth(intent.pods.selector ?? {})),
      origins: [{ path: [], property: 'disruptionBudget' }],
    }]),
    ...(routing?.manifests ?? []).map(manifest => ({ manifest, origins: [{ path: [], property: 'traffic' }] })),
    ...metrics.templates,
    ...(intent.pods.adopted === undefined ? [written] : []),
  ];
  return {
    manifests: parts.map(part => part.manifest),
    origins: () => parts.flatMap((part, manifest) => part.origins.map(origin => ({ ...origin, manifest }))),
    gaps: [
      ...problems, ...course.problems, ...metrics.problems, ...webhooks.problems, ...alerts.problems, ...unsaidProblems(intent, course),
      ...affinityProblems(intent, routing),
    ],
    elsewhere: [
      ...madeByFlagger(intent), ...routing?.elsewhere ?? [], ...othersOf(intent), ...secretsOf(metrics.templates.map(({ manifest }) => manifest)),
    ],
    controllerWrites: flaggerWrites(intent, routing),
  };
}

function ofScaling({ manifest, origins }: ReturnType<typeof autoscaler>) {
  return { manifest, origins: origins() };
}

/** Services that routes may lead to although no manifest has them. */
function madeByFlagger({ services: { main } }: FlaggerRolloutIntent): readonly ObjectName[] {
  return ['', '-primary', '-canary'].map(suffix => ({ kind: 'Service', name: `${main.name}${suffix}` }));
}

function othersOf({ scaling, pods: { adopted }, controller: { flagger: { service } } }: FlaggerRolloutIntent): readonly ObjectName[] {
  return [
    ...scaling?.kind === 'keda' ? [{ kind: 'ScaledObject', name: scaling.name }] : [],
    ...adopted?.elsewhere === true ? [{ kind: adopted.kind, name: adopted.name }] : [],
    ...(service?.gatewayRefs ?? []).flatMap(({ kind = 'Gateway', name }) => {
      const [ofKind, called] = [known(kind), known(name)];
      return ofKind === undefined || called === undefined ? [] : [{ kind: ofKind, name: called }];
    }),
  ];
}
