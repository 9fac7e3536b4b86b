import { gateTemplate } from './analysis-template';
import type { RenderedTemplate } from './analysis-template';
import { fixedBy } from './arguments';
import { renderBlueGreen } from './blue-green';
import { renderCanary } from './canary';
import { objectMeta } from './object-meta';
import type { RenderedStrategy } from './rendered-strategy';
import { rollbackGaps } from './rollback';
import { rollout } from './rollout';
import { service } from './service';
import { templateName } from './template-reference';
import { templatesOfOthers } from './templates-elsewhere';
import { awaitedAnalyses } from '../../intent/asked';
import type { AskedAnalysis } from '../../intent/asked';
import type { RolloutIntent } from '../../intent/rollout';
import type { Manifest } from '../../manifests/manifest';
import type { PartOrigin, Rendered } from '../rendered';

/** Everything that Argo Rollouts needs for one rollout. */
export function renderArgo(intent: RolloutIntent): Rendered {
  const rendered = renderStrategy(intent);
  const parts: { manifest: Manifest; origins: () => readonly PartOrigin[] }[] = [
    rollout(intent, rendered),
    ...services(intent),
    ...rendered.routes.map(manifest => ({ manifest, origins: () => [{ path: [], property: 'traffic' }] })),
    ...gateTemplates(intent, rendered.holdSeconds),
    ...(rendered.guard === undefined ? [] : [rendered.guard]),
  ];
  const { main, next } = intent.services;
  return {
    manifests: parts.map(part => part.manifest),
    origins: () => parts.flatMap((part, manifest) => part.origins().map(origin => ({ ...origin, manifest }))),
    gaps: [...rendered.gaps, ...rollbackGaps(intent)],
    elsewhere: [...[main, next].filter(wish => wish.existing).map(({ name }) => ({ kind: 'Service', name })), ...rendered.elsewhere, ...templatesOfOthers(intent)],
  };
}

function renderStrategy(intent: RolloutIntent): RenderedStrategy {
  const { strategy } = intent;
  switch (strategy.kind) {
    case 'canary': return renderCanary({ ...intent, strategy });
    case 'blue-green': return renderBlueGreen({ ...intent, strategy });
  }
}

function services(intent: RolloutIntent) {
  const { main, next, ports } = intent.services;
  if (ports.length === 0) return [];
  return [main, next].filter(wish => !wish.existing).map(wish => ({
    manifest: service(wish, intent),
    origins: () => [{ path: ['metadata', 'name'], property: 'metadata.name' }, { path: ['spec', 'ports'], property: 'containers' }],
  }));
}

/** One template for each question that the rollout waits for and that is not shared. */
function gateTemplates(intent: RolloutIntent, holdSeconds: number): readonly RenderedTemplate[] {
  const setting = { telemetry: intent.telemetry, source: intent.source, holdSeconds };
  const fixed = fixedBy(intent);
  return [...privateGates(intent)].map(([name, { analysis, property }]) =>
    gateTemplate(objectMeta(name, intent), analysis, setting, property, fixed));
}

function privateGates(intent: RolloutIntent): ReadonlyMap<string, AskedAnalysis> {
  const byName = new Map<string, AskedAnalysis>();
  for (const asked of awaitedAnalyses(intent.strategy).filter(({ analysis }) => analysis.published === undefined)) {
    const name = templateName(asked.analysis, intent.name);
    if (!byName.has(name)) byName.set(name, asked);
  }
  return byName;
}
