import { actionHoles } from './action-metric';
import { queryOf } from './query';
import { dialectOf, isMeasured } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import type { ArgumentIntent, ArgumentSource } from '../../intent/argument';
import { holeNames } from '../../intent/query';
import type { HoleName } from '../../intent/query';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import { argumentsOf, questionsIn } from '../../intent/template';
import type { AnalysisArgument, RolloutAnalysisArgument } from '../../manifests/argo-rollouts.generated';
import type { Leaf } from '../../manifests/leaf';

/** What is known of a release before it runs; the hashes never are. */
export type Fixed = { readonly [name in HoleName]?: Leaf<string> };

/** What a rollout's own templates can say by themselves. */
export function fixedBy(intent: ArgoRolloutIntent): Fixed {
  return {
    'namespace': intent.namespace,
    'rollout': intent.name,
    'canary-service': intent.services.next.name,
    'stable-service': intent.services.main.name,
  };
}

/** What a template declares: the holes of its queries, then its own arguments. */
export function declare(holes: readonly HoleName[], own: readonly ArgumentIntent[], fixed: Fixed): readonly AnalysisArgument[] {
  const ofHoles = holes.map(name => fixed[name] === undefined ? { name } : { name, value: fixed[name] });
  return [...ofHoles, ...own.map(declaration)];
}

function declaration({ name, source }: ArgumentIntent): AnalysisArgument {
  switch (source?.kind) {
    case 'value': return { name, value: source.value };
    case 'secret': return { name, valueFrom: { secretKeyRef: { name: source.secret, key: source.key } } };
    default: return { name }; // the rollout knows the rest, and supplies it
  }
}

/** What a rollout supplies to the analyses of one run: values given at the gate before anything else. */
export function supply(
  intent: ArgoRolloutIntent,
  holes: readonly HoleName[],
  analyses: readonly AnalysisIntent[],
  given: readonly ArgumentIntent[],
): readonly RolloutAnalysisArgument[] {
  const sources = new Map<string, ArgumentSource>();
  for (const name of holes) sources.set(name, ofHole(name, intent));
  for (const { name, source } of analyses.flatMap(argumentsOf)) {
    if (source !== undefined && source.kind !== 'value' && source.kind !== 'secret') sources.set(name, source);
  }
  for (const { name, source } of given) if (source !== undefined) sources.set(name, source);
  return [...sources].map(([name, source]) => ({ name, ...valueOf(source) }));
}

/** Shared templates know nothing of the release; the rollout's own leave only the hashes open. */
export function openHoles(intent: ArgoRolloutIntent, analyses: readonly AnalysisIntent[], ownHoles: readonly HoleName[] = []): readonly HoleName[] {
  const fixed = fixedBy(intent);
  const open = new Set(ownHoles.filter(name => fixed[name] === undefined));
  for (const analysis of analyses) {
    for (const name of holesOf(analysis, intent)) if (analysis.published !== undefined || fixed[name] === undefined) open.add(name);
  }
  return holeNames.filter(name => open.has(name));
}

/** A value that the controller fills in when an experiment starts its analyses. */
export function ofExperiment(source: Extract<ArgumentSource, { kind: 'variant' | 'experiment' }>): string {
  if (source.kind === 'experiment') return source.moment === 'start' ? '{{experiment.availableAt}}' : '{{experiment.finishedAt}}';
  return `{{templates.${source.variant}.${source.part === 'hash' ? 'podTemplateHash' : 'replicaset.name'}}}`;
}

/** What has to be filled in for an analysis to be asked. */
export function holesOf(analysis: AnalysisIntent, intent: Pick<ArgoRolloutIntent, 'telemetry' | 'source'>): readonly HoleName[] {
  return questionsIn(analysis).flatMap(each => {
    if (isMeasured(each)) return queryOf(each, dialectOf(each, intent), each.source ?? intent.source).holes;
    switch (each.question.kind) {
      case 'job': case 'http': return actionHoles(each.question);
      // under these names a template means what every rollout knows
      default: return holeNames.filter(name => each.args.some(arg => arg.name === name && arg.source === undefined));
    }
  });
}

function ofHole(name: HoleName, intent: ArgoRolloutIntent): ArgumentSource {
  switch (name) {
    case 'canary-hash': return { kind: 'canary-hash' };
    case 'stable-hash': return { kind: 'stable-hash' };
    case 'namespace': return { kind: 'field', path: 'metadata.namespace' };
    case 'rollout': return { kind: 'field', path: 'metadata.name' };
    case 'canary-service': return { kind: 'value', value: intent.services.next.name };
    case 'stable-service': return { kind: 'value', value: intent.services.main.name };
  }
}

function valueOf(source: ArgumentSource): Omit<RolloutAnalysisArgument, 'name'> {
  switch (source.kind) {
    case 'value': return { value: source.value };
    case 'canary-hash': return { valueFrom: { podTemplateHashValue: 'Latest' } };
    case 'stable-hash': return { valueFrom: { podTemplateHashValue: 'Stable' } };
    case 'field': return { valueFrom: { fieldRef: { fieldPath: source.path } } };
    case 'secret': return {}; // only a template can name a Secret
    case 'variant': case 'experiment': return { value: ofExperiment(source) };
  }
}
