import type { ExperimentPods } from './experiment-pods';
import type { ExperimentAnalysis, ExperimentProps } from './experiment-props';
import { podTemplate } from './pod-template';
import { lastingSeconds, nameProblem, positiveNumber, wholeNumber } from '../intent/checks';
import type { ExperimentIntent, ExperimentQuestionIntent, VariantIntent } from '../intent/experiment';
import type { Problem } from '../intent/problem';
import type { ArgoController, ControllerIntent } from '../intent/rollout';
import { runMetadataIntent } from '../intent/run-metadata';
import { secondsOfOptional } from '../intent/seconds';
import type { Opaque } from '../manifests/leaf';
import type { ResolvedDefaults } from '../release/defaults';

/** The wish behind the props, whichever engine runs it. */
export function experimentIntent(
  object: { readonly name: string; readonly namespace?: string }, pods: readonly ExperimentPods[], props: ExperimentProps,
  defaults: ResolvedDefaults, later: (produce: () => unknown) => Opaque,
): ExperimentIntent {
  return {
    ...object,
    labels: { ...defaults.labels, ...props.metadata?.labels },
    annotations: props.metadata?.annotations ?? {},
    variants: pods.map((each, index): VariantIntent => {
      const { name, replicas, minReady, service, serviceName } = props.variants[index];
      return {
        name,
        replicas,
        minReadySeconds: secondsOfOptional(minReady),
        selector: later(() => each._toLabelSelector()),
        template: later(() => podTemplate(each)),
        service: service ?? serviceName !== undefined ? { name: serviceName } : undefined,
      };
    }),
    questions: (props.analyses ?? []).map((asked, index) => questionIntent(asked, `analyses[${index}]`, props)),
    seconds: secondsOfOptional(props.duration),
    progressDeadlineSeconds: secondsOfOptional(props.progressDeadline),
    scaleDownDelaySeconds: secondsOfOptional(props.scaleDownDelay),
    terminate: props.terminate ?? false,
    dryRun: props.dryRun ?? [],
    kept: Object.entries(props.keptMeasurements ?? {}).map(([metric, limit]) => ({ metric, limit })),
    runMetadata: props.runMetadata && runMetadataIntent(props.runMetadata),
    controller: argoOnly((props.controller ?? defaults.controller)._intent),
    telemetry: props.telemetry ?? defaults.telemetry,
    source: props.source ?? defaults.source,
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

function questionIntent(asked: ExperimentAnalysis, property: string, { variants }: ExperimentProps): ExperimentQuestionIntent {
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

/** What is wrong with the props in a way that the intent cannot hold, and with single values. */
export function experimentPropProblems(props: ExperimentProps): readonly Problem[] {
  const { analyses = [], keptMeasurements = {} } = props;
  return [
    lastingSeconds('duration', secondsOfOptional(props.duration)),
    lastingSeconds('progressDeadline', secondsOfOptional(props.progressDeadline)),
    wholeNumber('scaleDownDelay', secondsOfOptional(props.scaleDownDelay)),
    ...Object.entries(keptMeasurements).map(([metric, limit]) => positiveNumber(`keptMeasurements["${metric}"]`, limit)),
    ...props.variants.flatMap(({ replicas, minReady, service, serviceName, metadata }, index) => [
      positiveNumber(`variants[${index}].replicas`, replicas),
      wholeNumber(`variants[${index}].minReady`, secondsOfOptional(minReady)),
      service === false && serviceName !== undefined ? {
        property: `variants[${index}].serviceName`, message: `names the Service "${serviceName}", and service is false`, fix: 'drop one of the two',
      } : undefined,
      metadata === undefined ? undefined : {
        property: `variants[${index}].metadata`, message: 'must not be given: a variant is a part of the experiment and no object of its own', fix: 'write podMetadata for its pods, or metadata at the experiment',
      },
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
