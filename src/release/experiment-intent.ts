import type { ResolvedDefaults } from './defaults';
import type { ExperimentAnalysis, ExperimentOptions, ExperimentVariantOptions } from './experiment-options';
import { lastingSeconds, nameProblem, positiveNumber, wholeNumber } from '../intent/checks';
import type { ExperimentIntent, ExperimentQuestionIntent, VariantIntent } from '../intent/experiment';
import type { Problem } from '../intent/problem';
import type { ArgoController, ControllerIntent } from '../intent/rollout';
import { runMetadataIntent } from '../intent/run-metadata';
import { secondsOfOptional } from '../intent/seconds';

/** What somebody wishes of an experiment. */
export interface ExperimentWish extends ExperimentOptions {
  readonly variants: readonly ExperimentVariantOptions[];
}

/** What stands for it, and what is in it. */
export interface ExperimentObject extends Pick<ExperimentIntent, 'name' | 'namespace' | 'annotations'> {
  readonly labels?: ExperimentIntent['labels'];
  /** The pods of each variant. */
  readonly pods: readonly Pick<VariantIntent, 'selector' | 'template'>[];
}

/** The wish, whichever engine runs it. */
export function experimentIntent({ pods, ...object }: ExperimentObject, wish: ExperimentWish, defaults: ResolvedDefaults): ExperimentIntent {
  return {
    ...object,
    labels: { ...defaults.labels, ...object.labels },
    variants: wish.variants.map(({ name, replicas, minReady, service, serviceName }, index): VariantIntent => ({
      name,
      replicas,
      minReadySeconds: secondsOfOptional(minReady),
      ...pods[index],
      service: service ?? serviceName !== undefined ? { name: serviceName } : undefined,
    })),
    questions: (wish.analyses ?? []).map((asked, index) => questionIntent(asked, `analyses[${index}]`, wish)),
    seconds: secondsOfOptional(wish.duration),
    progressDeadlineSeconds: secondsOfOptional(wish.progressDeadline),
    scaleDownDelaySeconds: secondsOfOptional(wish.scaleDownDelay),
    terminate: wish.terminate ?? false,
    dryRun: wish.dryRun ?? [],
    kept: Object.entries(wish.keptMeasurements ?? {}).map(([metric, limit]) => ({ metric, limit })),
    runMetadata: wish.runMetadata && runMetadataIntent(wish.runMetadata),
    controller: argoOnly((wish.controller ?? defaults.controller)._intent),
    telemetry: wish.telemetry ?? defaults.telemetry,
    source: wish.source ?? defaults.source,
  };
}

/** Nobody else runs experiments; that there is another engine is told as a problem. */
function argoOnly(controller: ControllerIntent): ArgoController {
  return controller.kind === 'argo' ? controller : { kind: 'argo', argo: {} };
}

/** Flagger takes a release through its stages, and that is all it does. */
export function engineProblems(controller: ControllerIntent): readonly Problem[] {
  return controller.kind === 'argo' ? [] : [{
    property: 'controller',
    message: 'must be Argo Rollouts, which an Experiment needs, got Flagger, which knows none',
    fix: 'write controller: Controller.argoRollouts() where it runs in the cluster as well, or release the version with a CanaryRollout',
  }];
}

function questionIntent(asked: ExperimentAnalysis, property: string, { variants }: ExperimentWish): ExperimentQuestionIntent {
  const { analysis, against, required = true, args = [], dryRun = false, keptMeasurements } = asked;
  const of = asked.of ?? (variants.length === 1 ? variants[0].name : undefined);
  return {
    name: asked.name ?? [analysis.analysisName, asked.of, against].filter(part => part !== undefined).join('-'),
    analysis: analysis._intent,
    of,
    against,
    required,
    args: args.map(arg => arg._intent),
    dryRun,
    keptMeasurements,
    property,
  };
}

/** What is wrong with the wish in a way that the intent cannot hold, and with single values. */
export function experimentWishProblems(wish: ExperimentWish): readonly Problem[] {
  const { analyses = [], keptMeasurements = {} } = wish;
  return [
    lastingSeconds('duration', secondsOfOptional(wish.duration)),
    lastingSeconds('progressDeadline', secondsOfOptional(wish.progressDeadline)),
    wholeNumber('scaleDownDelay', secondsOfOptional(wish.scaleDownDelay)),
    ...Object.entries(keptMeasurements).map(([metric, limit]) => positiveNumber(`keptMeasurements["${metric}"]`, limit)),
    ...wish.variants.flatMap(({ replicas, minReady, service, serviceName }, index) => [
      positiveNumber(`variants[${index}].replicas`, replicas),
      wholeNumber(`variants[${index}].minReady`, secondsOfOptional(minReady)),
      service === false && serviceName !== undefined ? {
        property: `variants[${index}].serviceName`, message: `names the Service "${serviceName}", and service is false`, fix: 'drop one of the two',
      } : undefined,
    ]),
    ...analyses.flatMap(({ name, args = [], keptMeasurements: limit }, index) => [
      name === undefined ? undefined : nameProblem(`analyses[${index}].name`, name),
      positiveNumber(`analyses[${index}].keptMeasurements`, limit),
      ...args.map(({ _intent: { source, name: arg } }, at) => source !== undefined && source.kind !== 'secret' ? undefined : {
        property: `analyses[${index}].args[${at}]`,
        message: source === undefined ? `must have a value, got Arg.required("${arg}")` : `cannot come from a Secret here, got Arg.secret("${arg}")`,
        fix: source === undefined ? 'write Arg.value' : 'give it to the analysis, which may name a Secret',
      }),
    ]),
  ].filter(problem => problem !== undefined);
}
