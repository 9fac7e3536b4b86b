import { template } from './analysis-template';
import type { RenderedTemplate, TemplatePart } from './analysis-template';
import { fixedBy, openHoles, supply } from './arguments';
import { catastropheParts } from './catastrophe';
import { withFrozenStep } from './freeze';
import { objectMeta } from '../object-meta';
import { questionMetric } from './question-metric';
import { runRules } from './run-rules';
import { templateReference } from './template-reference';
import type { TemplateRules } from './template-rules';
import { isAction } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import { distinctGates } from '../../intent/gate';
import type { GateIntent } from '../../intent/gate';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import { metricNamesOf, questionsIn } from '../../intent/template';
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
export function renderGuard(intent: ArgoRolloutIntent, startingStep: number): RenderedGuard {
  const gates = distinctGates(intent.strategy.gates.filter(gate => gate.place.kind === 'throughout'));
  const own = gates.filter(gate => !isNamed(gate.analysis));
  const named = gates.flatMap(({ analysis }) => isNamed(analysis) ? [analysis] : questionsIn(analysis).filter(isNamed));
  const parts = [...own.flatMap(gate => guardParts(gate, intent)), ...catastropheParts(intent)];
  if (gates.length === 0 && parts.length === 0) return { origins: () => [] };

  const rendered = parts.length === 0 ? undefined : guardTemplate(intent, parts, rulesOf(own));
  const holes = openHoles(intent, named, rendered?.holes);
  const args = supply(intent, holes, gates.map(gate => gate.analysis), gates.flatMap(gate => gate.args));
  const fromStep = gates.map(gate => gate.place.kind === 'throughout' ? gate.place.fromStep : undefined).find(step => step !== undefined);
  const background: BackgroundAnalysis = {
    templates: [
      ...named.map(analysis => templateReference(analysis, intent.name)),
      ...(rendered === undefined ? [] : [{ templateName: rendered.manifest.metadata.name }]),
    ],
    startingStep: withFrozenStep(fromStep, intent.strategy) ?? startingStep,
    ...(args.length === 0 ? {} : { args }),
    ...runRules(gates.map(withoutActions), intent),
  };
  return { background, template: rendered, origins: () => backgroundOrigins(gates[0]?.property ?? 'catastrophe') };
}

/** What can end a release at once, in one place. */
export function guardTemplate(intent: ArgoRolloutIntent, parts: readonly TemplatePart[], rules?: TemplateRules): RenderedTemplate {
  return template(objectMeta(`${intent.name}-guard`, intent), 'AnalysisTemplate', parts, fixedBy(intent), rules);
}

function backgroundOrigins(property: string): readonly PartOrigin[] {
  return [{ path: [], property }, { path: ['startingStep'], property: `${property}.fromStep` }, { path: ['args'], property: `${property}.args` }];
}

/** Shared objects with conditions of their own say all that a run needs. */
function isNamed(analysis: AnalysisIntent): boolean {
  return analysis.published !== undefined && questionsIn(analysis).every(({ question }) => question.kind === 'verbatim' || question.kind === 'elsewhere');
}

/** The questions of a template watch one by one; what it does once is no watching. */
function guardParts({ analysis, property }: GateIntent, intent: ArgoRolloutIntent): readonly TemplatePart[] {
  return watchedIn(analysis).filter(each => !isNamed(each)).map(each => ({ analysis: each, rendered: questionMetric(each, intent, 'guard'), property }));
}

/** The gate as far as it watches. */
function withoutActions(gate: GateIntent): GateIntent {
  const { analysis } = gate;
  return isNamed(analysis) || analysis.question.kind !== 'template' ? gate
    : { ...gate, analysis: { ...analysis, question: { ...analysis.question, members: watchedIn(analysis) } } };
}

function watchedIn(analysis: AnalysisIntent): readonly AnalysisIntent[] {
  return analysis.question.kind === 'template' ? questionsIn(analysis).filter(each => !isAction(each)) : [analysis];
}

/** What templates say of their metrics holds for the copies as well. A rule for a metric that does not run would be an error. */
function rulesOf(gates: readonly GateIntent[]): TemplateRules {
  const templates = gates.flatMap(({ analysis }) => analysis.question.kind === 'template' ? [analysis.question] : []);
  const watched = gates.flatMap(gate => watchedIn(gate.analysis)).flatMap(each => metricNamesOf(each) ?? []);
  return {
    dryRun: templates.flatMap(({ dryRun }) => dryRun).filter(metric => watched.includes(metric)),
    kept: templates.flatMap(({ kept }) => kept).filter(({ metric }) => watched.includes(metric)),
  };
}
