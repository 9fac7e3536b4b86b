import { template } from './analysis-template';
import type { RenderedTemplate, TemplatePart } from './analysis-template';
import { fixedBy, openHoles, supply } from './arguments';
import { catastropheParts } from './catastrophe';
import { guardMetric } from './metric';
import { objectMeta } from './object-meta';
import { dryRunOf, templateReference } from './template-reference';
import { distinctGates } from '../../intent/gate';
import type { GateIntent } from '../../intent/gate';
import type { RolloutIntent } from '../../intent/rollout';
import type { BackgroundAnalysis } from '../../manifests/argo-rollouts.generated';
import type { PartOrigin } from '../rendered';

/** What watches the rollout from the first weight to the end. */
export interface RenderedGuard {
  readonly background?: BackgroundAnalysis;
  readonly template?: RenderedTemplate;
  /** Relative to the background analysis. */
  readonly origins: () => readonly PartOrigin[];
}

/**
 * All questions that run throughout share one template of the rollout's own: the run is one, and who reads it sees
 * everything that can end this rollout. A template whose conditions somebody else wrote is named as it is.
 */
export function renderGuard(intent: RolloutIntent, startingStep: number): RenderedGuard {
  const gates = distinctGates(intent.strategy.gates.filter(gate => gate.place.kind === 'throughout'));
  const named = gates.filter(isNamed);
  const own = gates.filter(gate => !isNamed(gate));
  const parts = [...own.map(gate => guardPart(gate, intent)), ...catastropheParts(intent)];
  if (gates.length === 0 && parts.length === 0) return { origins: () => [] };

  const name = `${intent.name}-guard`;
  const rendered = parts.length === 0 ? undefined : template(objectMeta(name, intent), 'AnalysisTemplate', parts, fixedBy(intent));
  const holes = openHoles(intent, named.map(gate => gate.analysis), rendered?.holes);
  const args = supply(intent, holes, gates.map(gate => gate.analysis), gates.flatMap(gate => gate.args));
  const fromStep = gates.map(gate => gate.place.kind === 'throughout' ? gate.place.fromStep : undefined).find(step => step !== undefined);
  const dryRun = dryRunOf(gates);
  const background: BackgroundAnalysis = {
    templates: [
      ...named.map(gate => templateReference(gate.analysis, intent.name)),
      ...(rendered === undefined ? [] : [{ templateName: name }]),
    ],
    startingStep: fromStep ?? startingStep,
    ...(args.length === 0 ? {} : { args }),
    ...(dryRun.length === 0 ? {} : { dryRun }),
  };
  return { background, template: rendered, origins: () => backgroundOrigins(gates[0]?.property ?? 'catastrophe') };
}

function backgroundOrigins(property: string): readonly PartOrigin[] {
  return [{ path: [], property }, { path: ['startingStep'], property: `${property}.fromStep` }, { path: ['args'], property: `${property}.args` }];
}

/** Shared objects with conditions of their own say all that a run needs. */
function isNamed(gate: GateIntent): boolean {
  return gate.analysis.published !== undefined && gate.analysis.question.kind === 'verbatim';
}

function guardPart(gate: GateIntent, intent: RolloutIntent): TemplatePart {
  return { analysis: gate.analysis, rendered: guardMetric(gate.analysis, intent), property: gate.property };
}
