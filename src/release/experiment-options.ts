import type { Duration } from 'cdk8s';
import type { Controller } from '../controllers/controller';
import type { IAnalysis } from '../intent/analysis';
import type { Arg } from '../intent/arg';
import type { IMetricSource } from '../intent/metric-source';
import type { RunMetadata } from '../intent/run-metadata';
import type { ITelemetry } from '../intent/telemetry';

/** What one version of an experiment is told, beside its pods. */
export interface ExperimentVariantOptions {
  /** Names the version. Its pods are called `<experiment>-<name>-<five characters>`. */
  readonly name: string;

  /**
   * How many pods there are.
   * @default 1
   */
  readonly replicas?: number;

  /**
   * How long a pod has to be ready before it counts.
   * @default - not at all
   */
  readonly minReady?: Duration;

  /**
   * Whether there is a Service that reaches these pods alone, with the ports of the containers. The controller makes it when there
   * are pods, and removes it with them.
   * @default - only where `serviceName` is given
   */
  readonly service?: boolean;

  /**
   * The name of that Service.
   * @default - the name of the experiment, a dash, and the name of the variant
   */
  readonly serviceName?: string;
}

/** A question about a variant. */
export interface ExperimentAnalysis {
  /** What is asked. */
  readonly analysis: IAnalysis;

  /**
   * The variant that it is about.
   * @default - the only one, or none
   */
  readonly of?: string;

  /**
   * The variant that it is compared with. An error rate and a latency then ask for the difference: `Analysis.errorRate({ atMost: 1 })` is
   * one percentage point more than the other variant.
   * @default - none
   */
  readonly against?: string;

  /**
   * Whether the experiment is a success only when it is answered well, and ends then. One that is not required is cut short by the end
   * of the experiment, as a success. A bad answer ends the experiment in any case.
   * @default true
   */
  readonly required?: boolean;

  /**
   * Names the run, after the name of the experiment.
   * @default - the name of the analysis and the variants it is about, such as `error-rate-canary`
   */
  readonly name?: string;

  /**
   * Values for the arguments that the analysis declares. They are values, hashes and names of variants, or the start and the end of the
   * experiment.
   * @default - none
   */
  readonly args?: Arg[];

  /**
   * Measured and shown, without consequences.
   * @default false
   */
  readonly dryRun?: boolean;

  /**
   * How many measurements are kept in the run.
   * @default - as the analysis says
   */
  readonly keptMeasurements?: number;
}

/** What an experiment is told, beside its versions. */
export interface ExperimentOptions {
  /**
   * How long they run, from the moment when all pods are there.
   * @default - until the required analyses are answered
   */
  readonly duration?: Duration;

  /**
   * Questions about them.
   * @default - none
   */
  readonly analyses?: ExperimentAnalysis[];

  /**
   * How long pods may take to get ready before the experiment has failed.
   * @default - 10 minutes, the controller's own
   */
  readonly progressDeadline?: Duration;

  /**
   * How long the pods are kept after the end, for a look at them.
   * @default - 30 seconds, the controller's own
   */
  readonly scaleDownDelay?: Duration;

  /**
   * Ends an experiment that is running: its analyses are stopped and its pods removed. Argo Rollouts 1.10 leaves one that has required
   * analyses in the phase Running, without pods.
   * @default false
   */
  readonly terminate?: boolean;

  /**
   * Metrics that are measured and shown, without consequences: names, or regular expressions for whole names. The controller wants each
   * to match a metric of every analysis; `dryRun` of one analysis is for that one alone.
   * @default - none
   */
  readonly dryRun?: string[];

  /**
   * How many measurements of a metric are kept in each run, by names or regular expressions as in `dryRun`.
   * @default - 10 of each, the controller's own
   */
  readonly keptMeasurements?: Record<string, number>;

  /**
   * Labels and annotations of the AnalysisRuns, beside those that the controller was told for all runs.
   * @default - none
   */
  readonly runMetadata?: RunMetadata;

  /**
   * The engine that runs it.
   * @default - that of `RolloutDefaults`, or Argo Rollouts
   */
  readonly controller?: Controller;

  /**
   * What the questions are written against.
   * @default - that of `RolloutDefaults`, or `Telemetry.httpRequests()`
   */
  readonly telemetry?: ITelemetry;

  /**
   * Where the metrics are kept.
   * @default - that of `RolloutDefaults`, or Prometheus at `http://prometheus:9090`
   */
  readonly source?: IMetricSource;
}
