import { gateTemplate } from './analysis-template';
import type { RenderedTemplate } from './analysis-template';
import { fixedBy } from './arguments';
import { autoscaler } from '../autoscaler';
import { disruptionBudget } from '../disruption-budget';
import { renderBlueGreen } from './blue-green';
import { renderCanary } from './canary';
import { catastropheGaps } from './catastrophe';
import { controllerWrites } from './controller-writes';
import { objectMeta } from '../object-meta';
import type { RenderedStrategy } from './rendered-strategy';
import { rollbackGaps } from './rollback';
import { rollout } from './rollout';
import { hasNextService, service } from './service';
import { storeGaps } from './store-gaps';
import { templateName } from './template-reference';
import { templatesOfOthers } from './templates-elsewhere';
import { adoptedElsewhere, adoptionGaps } from './workload-reference';
import { askedAnalyses, awaitedAnalyses } from '../../intent/asked';
import type { AskedAnalysis } from '../../intent/asked';
import type { ArgoRolloutIntent, ServiceIntent } from '../../intent/rollout';
import type { ObjectName } from '../../intent/router';
import type { Manifest } from '../../manifests/manifest';
import type { PartOrigin, Rendered } from '../rendered';

/** Everything that Argo Rollouts needs for one rollout. */
export function renderArgo(intent: ArgoRolloutIntent): Rendered {
  const rendered = renderStrategy(intent);
  const parts: { manifest: Manifest; origins: () => readonly PartOrigin[] }[] = [
    rollout(intent, rendered),
    ...services(intent),
    ...(intent.scaling?.kind === 'hpa' ? [autoscaler(intent.scaling, intent, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' })] : []),
    ...(intent.disruptionBudget === undefined ? [] : [{
      manifest: disruptionBudget(intent.disruptionBudget, intent, { matchLabels: intent.pods.selector as Readonly<Record<string, string>> }),
      origins: () => [{ path: [], property: 'disruptionBudget' }],
    }]),
    ...rendered.routes.map(manifest => ({ manifest, origins: () => [{ path: [], property: 'traffic' }] })),
    ...gateTemplates(intent, rendered.holdSeconds),
    ...(rendered.guard === undefined ? [] : [rendered.guard]),
  ];
  const { main, next } = intent.services;
  return {
    manifests: parts.map(part => part.manifest),
    origins: () => parts.flatMap((part, manifest) => part.origins().map(origin => ({ ...origin, manifest }))),
    gaps: [
      ...rendered.gaps, ...adoptionGaps(intent), ...storeGaps(askedAnalyses(intent.strategy), intent.source),
      ...catastropheGaps(intent), ...rollbackGaps(intent),
    ],
    elsewhere: [
      ...distinct([main, next]).filter(wish => wish.existing).map(({ name }) => ({ kind: 'Service', name })),
      ...rendered.elsewhere, ...scalersOfOthers(intent), ...templatesOfOthers(intent), ...adoptedElsewhere(intent),
    ],
    controllerWrites: controllerWrites(intent, rendered.strategy, rendered.controllerWrites),
  };
}

function renderStrategy(intent: ArgoRolloutIntent): RenderedStrategy {
  const { strategy } = intent;
  switch (strategy.kind) {
    case 'canary': return renderCanary({ ...intent, strategy });
    case 'blue-green': return renderBlueGreen({ ...intent, strategy });
  }
}

function scalersOfOthers({ scaling }: ArgoRolloutIntent): readonly ObjectName[] {
  return scaling?.kind === 'keda' ? [{ kind: 'ScaledObject', name: scaling.name }] : [];
}

function services(intent: ArgoRolloutIntent) {
  const { main, next, ports } = intent.services;
  if (ports.length === 0) return [];
  return distinct(hasNextService(intent) ? [main, next] : [main]).filter(wish => !wish.existing).map(wish => ({
    manifest: service(wish, intent),
    origins: () => [{ path: ['metadata', 'name'], property: 'metadata.name' }, { path: ['spec', 'ports'], property: intent.pods.adopted === undefined ? 'containers' : 'adopt' }],
  }));
}

/** Where a router tells the versions apart by themselves, both stand behind one Service. */
function distinct(wishes: readonly ServiceIntent[]): readonly ServiceIntent[] {
  return [...new Set(wishes)];
}

/** One template for each question that the rollout waits for and that is not shared. */
function gateTemplates(intent: ArgoRolloutIntent, holdSeconds: number): readonly RenderedTemplate[] {
  const setting = { telemetry: intent.telemetry, source: intent.source, holdSeconds };
  const fixed = fixedBy(intent);
  return [...privateGates(intent)].map(([name, { analysis, property }]) =>
    gateTemplate(objectMeta(name, intent), analysis, setting, property, fixed));
}

function privateGates(intent: ArgoRolloutIntent): ReadonlyMap<string, AskedAnalysis> {
  const byName = new Map<string, AskedAnalysis>();
  for (const asked of awaitedAnalyses(intent.strategy).filter(({ analysis }) => analysis.published === undefined)) {
    const name = templateName(asked.analysis, intent.name);
    if (!byName.has(name)) byName.set(name, asked);
  }
  return byName;
}
