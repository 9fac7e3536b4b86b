import type { RolloutIntent } from '../../intent/rollout';
import type { ObjectName } from '../../intent/router';
import type { Scope } from '../../intent/telemetry';
import type { MetricTemplate, MetricTemplateSpec } from '../../manifests/flagger.generated';
import { known } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { objectMeta } from '../object-meta';

/** A query, and who is asked it. Where it is meant to look beyond the canary, it says so, which a rule could not see in it. */
export function metricTemplate(name: string, spec: MetricTemplateSpec, scope: Scope, intent: Pick<RolloutIntent, 'namespace' | 'labels'>): Manifest {
  const metadata = objectMeta(name, intent, scope === 'canary' ? {} : { 'rolloutkit.dev/scope': scope });
  const object: MetricTemplate = { apiVersion: 'flagger.app/v1beta1', kind: 'MetricTemplate', metadata, spec };
  return object as unknown as Manifest;
}

/** Secrets that the queries need, which are never written. */
export function secretsOf(templates: readonly Manifest[]): readonly ObjectName[] {
  return templates.flatMap(({ spec }) => {
    const name = known((spec as MetricTemplateSpec).provider.secretRef?.name);
    return name === undefined ? [] : [{ kind: 'Secret', name }];
  });
}
