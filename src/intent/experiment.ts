import type { AnalysisIntent, KeptMeasurements } from './analysis';
import type { AskingIntent } from './gate';
import type { IMetricSource } from './metric-source';
import type { ArgoController } from './rollout';
import type { RunMetadataIntent } from './run-metadata';
import type { ITelemetry } from './telemetry';
import type { Leaf } from '../manifests/leaf';

/** Versions that run side by side for a while, apart from every rollout, as plain data. */
export interface ExperimentIntent {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, Leaf<string>>>;
  readonly annotations: Readonly<Record<string, Leaf<string>>>;
  readonly variants: readonly VariantIntent[];
  readonly questions: readonly ExperimentQuestionIntent[];
  /** How long it runs once all pods are there; absent: until its questions are answered. */
  readonly seconds?: Leaf<number>;
  readonly progressDeadlineSeconds?: Leaf<number>;
  readonly scaleDownDelaySeconds?: Leaf<number>;
  /** It is to end now. */
  readonly terminate: boolean;
  /** Metrics of every question that are measured and shown, without consequences: regular expressions for whole names. */
  readonly dryRun: readonly string[];
  readonly kept: readonly KeptMeasurements[];
  readonly runMetadata?: RunMetadataIntent;
  readonly controller: ArgoController;
  /** What the questions are written against, unless they say it themselves. */
  readonly telemetry: ITelemetry;
  /** Where the metrics are kept, unless a question says it itself. */
  readonly source: IMetricSource;
}

/** The pods of one version. */
export interface VariantIntent {
  readonly name: string;
  readonly replicas?: Leaf<number>;
  readonly minReadySeconds?: Leaf<number>;
  readonly selector: Leaf<Readonly<Record<string, unknown>>>;
  /** The pod template as Kubernetes wants it. */
  readonly template: Leaf<Readonly<Record<string, unknown>>>;
  /** The Service that reaches its pods alone; absent: there is none. */
  readonly service?: { readonly name?: string };
}

/** A question about one of the variants. */
export interface ExperimentQuestionIntent extends AskingIntent {
  /** Names its run, and the object that holds it. */
  readonly name: string;
  readonly analysis: AnalysisIntent;
  /** The variant that it is about. */
  readonly of?: string;
  /** The variant that it is compared with. */
  readonly against?: string;
  /** Whether the experiment goes on until it is answered, and ends when all of these are answered well. */
  readonly required: boolean;
  /** The property that asked for it, such as `analyses[0]`. */
  readonly property: string;
}

/** The Service of a variant by the name that the controller gives it. */
export function variantService(experiment: string, variant: VariantIntent | undefined): string | undefined {
  return variant?.service && (variant.service.name ?? variantPods(experiment, variant.name));
}

/** What the names of a variant's pods begin with. */
function variantPods(experiment: string, variant: string): string {
  return `${experiment}-${variant}`;
}

/** Whether a question is a comparison that we write ourselves: the answer about one variant less that about the other. */
export function isDifference({ analysis: { question, published }, against }: ExperimentQuestionIntent): boolean {
  return against !== undefined && published === undefined && (question.kind === 'error-rate' || question.kind === 'latency');
}
