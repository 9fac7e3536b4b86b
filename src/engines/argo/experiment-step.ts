import { openHoles, supply } from './arguments';
import { byPodNames } from './experiment-arguments';
import { labelsAndAnnotations } from '../labels-and-annotations';
import { runRules } from './run-rules';
import { templateReference } from './template-reference';
import type { AnalysisIntent } from '../../intent/analysis';
import type { ArgumentIntent } from '../../intent/argument';
import type { GateIntent } from '../../intent/gate';
import { holeNames } from '../../intent/query';
import type { HoleName } from '../../intent/query';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import type { ExperimentIntent } from '../../intent/step';
import { argumentsOf } from '../../intent/template';
import type { ExperimentStep, ExperimentStepAnalysis, ExperimentStepTemplate } from '../../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../../manifests/durations';
import { mapLeaf } from '../../manifests/leaf';

/** Several versions side by side for a while, in the middle of a rollout. */
export function experimentStep(wish: ExperimentIntent, intent: ArgoRolloutIntent): ExperimentStep {
  const asked = wish.analyses.map(({ analysis }): GateIntent => ({ ...wish, place: { kind: 'each-stage' }, analysis, property: '' }));
  return {
    templates: wish.variants.map(variant),
    ...(wish.seconds === undefined ? {} : { duration: mapLeaf(wish.seconds, formatGoDuration) }),
    ...(asked.length === 0 ? {} : { analyses: wish.analyses.map(each => question(each, wish, intent)), ...forEachRun(runRules(asked, intent)) }),
    ...(wish.scaleDownDelaySeconds === undefined ? {} : { scaleDownDelaySeconds: wish.scaleDownDelaySeconds }),
  };
}

/** Each analysis is a run of its own, and each run has to have a metric for each entry: several become one. */
function forEachRun({ dryRun, analysisRunMetadata }: ReturnType<typeof runRules>): Pick<ExperimentStep, 'dryRun' | 'analysisRunMetadata'> {
  return {
    ...(dryRun === undefined ? {} : { dryRun: [{ metricName: dryRun.map(({ metricName }) => metricName).join('|') }] }),
    ...(analysisRunMetadata === undefined ? {} : { analysisRunMetadata }),
  };
}

function variant({ name, version, replicas, weight, metadata, selector, serviceName }: ExperimentIntent['variants'][number]): ExperimentStepTemplate {
  return {
    name,
    specRef: version,
    ...(replicas === undefined ? {} : { replicas }),
    ...(weight === undefined ? {} : { weight }),
    ...(metadata === undefined ? {} : { metadata: labelsAndAnnotations(metadata) }),
    ...(selector === undefined ? {} : { selector: { matchLabels: selector } }),
    ...(serviceName === undefined ? {} : { service: { name: serviceName } }),
  };
}

function question({ name, analysis, required }: ExperimentIntent['analyses'][number], wish: ExperimentIntent, intent: ArgoRolloutIntent): ExperimentStepAnalysis {
  const holes = openHoles(intent, [analysis]);
  const args = supply(intent, holes, [analysis], [...podNames(analysis, holes, wish), ...wish.args.filter(arg => isFor(analysis, arg, wish))]);
  const { templateName, clusterScope } = templateReference(analysis, intent.name);
  return {
    name,
    templateName: templateName ?? '',
    ...(clusterScope === undefined ? {} : { clusterScope }),
    requiredForCompletion: required,
    ...(args.length === 0 ? {} : { args }),
  };
}

/** The hash, the revision, the index of the step, and a number where an experiment of this name was there before. */
const stepOfRelease = '[a-z0-9]+-[0-9]+-[0-9]+(-[0-9]+)?';

/**
 * The pods of a step are not those of the rollout: `<rollout>-<hash>-<revision>-<step>-<variant>-<five characters>`. A question that
 * knows pods by their names is given what stands there between the first and the last of these.
 */
function podNames(analysis: AnalysisIntent, holes: readonly HoleName[], { variants }: ExperimentIntent): readonly ArgumentIntent[] {
  if (byPodNames(analysis) !== true) return [];
  return (['canary', 'stable'] as const).flatMap(version => {
    const asked = variants.find(each => each.version === version);
    const name = `${version}-hash` as const;
    return asked === undefined || !holes.includes(name) ? [] : [{ name, source: { kind: 'value', value: `${stepOfRelease}-${asked.name}` } as const }];
  });
}

/** Each analysis is a run of its own, and gets what it declares. What none declares goes to all of them, where a rule tells it. */
function isFor(analysis: AnalysisIntent, { name }: ArgumentIntent, { analyses }: ExperimentIntent): boolean {
  const declares = (each: AnalysisIntent) => holeNames.some(hole => hole === name) || argumentsOf(each).some(arg => arg.name === name);
  return declares(analysis) || !analyses.some(other => declares(other.analysis));
}
