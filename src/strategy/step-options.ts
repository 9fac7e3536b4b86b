import type { Duration } from 'cdk8s';
import type { AskingOptions, GateOptions } from './asking';
import type { VersionMetadata } from './version-metadata';
import type { IAnalysis } from '../intent/analysis';

/** Options for `Step.analyze`. */
export interface AnalyzeStepOptions extends GateOptions {}

/** How many canary pods there are, apart from what the traffic needs. Give exactly one. */
export interface ScaleStepOptions {
  /**
   * This many pods.
   * @default - not by a number
   */
  readonly replicas?: number;

  /**
   * This percentage of the rollout's pods.
   * @default - not by a percentage
   */
  readonly percent?: number;

  /**
   * As many as the traffic needs again.
   * @default false
   */
  readonly matchTraffic?: boolean;
}

/** How a text is compared. Give exactly one. */
export interface TextMatch {
  /**
   * It is this text.
   * @default - not compared as a whole
   */
  readonly exact?: string;

  /**
   * It begins with this text.
   * @default - not compared by its beginning
   */
  readonly prefix?: string;

  /**
   * It matches this regular expression.
   * @default - not compared with an expression
   */
  readonly regex?: string;
}

/** A request header and what it has to be. */
export interface HeaderMatch {
  /** The name of the header. */
  readonly header: string;

  /** What it has to be. */
  readonly value: TextMatch;
}

/** Options for `Step.headers`. */
export interface HeadersStepOptions {
  /** Names the route, so that a later step can take it away again. */
  readonly route: string;

  /**
   * Requests with all of these headers go to the canary; none takes the route away.
   * @default - the route is taken away
   */
  readonly matches?: HeaderMatch[];
}

/** Which requests are mirrored. */
export interface MirrorMatch {
  /**
   * The HTTP method.
   * @default - any
   */
  readonly method?: TextMatch;

  /**
   * The path.
   * @default - any
   */
  readonly path?: TextMatch;

  /**
   * Headers they have to have.
   * @default - none
   */
  readonly headers?: HeaderMatch[];
}

/** Options for `Step.mirror`. */
export interface MirrorStepOptions {
  /** Names the route, so that a later step can take it away again. */
  readonly route: string;

  /**
   * The percentage of the matching requests that the canary gets a copy of.
   * @default 100
   */
  readonly percent?: number;

  /**
   * Which requests are mirrored; none takes the route away.
   * @default - the route is taken away
   */
  readonly matches?: MirrorMatch[];
}

/** The version that pods of an experiment run. */
export enum ExperimentVersion {
  /** The version that is being rolled out. */
  CANARY = 'canary',
  /** The version that serves the traffic. */
  STABLE = 'stable',
}

/** Pods of an experiment that run one version. */
export interface ExperimentVariant {
  /** Names the pods. */
  readonly name: string;

  /** What they run. */
  readonly version: ExperimentVersion;

  /**
   * How many there are.
   * @default 1
   */
  readonly replicas?: number;

  /**
   * The percentage of the traffic they get; needs a router that can.
   * @default - none
   */
  readonly weight?: number;

  /**
   * What these pods carry beside what the pods of their version do.
   * @default - nothing more
   */
  readonly metadata?: VersionMetadata;

  /**
   * The labels by which the experiment knows these pods, which have to carry them.
   * @default - those by which the rollout knows its own
   */
  readonly selector?: Record<string, string>;

  /**
   * The name of a Service that reaches these pods alone, which the experiment makes and takes away again.
   * @default - none; one under a name of the controller's with `weight`
   */
  readonly serviceName?: string;
}

/** Options for `Step.experiment`. */
export interface ExperimentStepOptions extends AskingOptions {
  /** The versions that run side by side. */
  readonly variants: ExperimentVariant[];

  /**
   * How long they run.
   * @default - until the analyses are done
   */
  readonly duration?: Duration;

  /**
   * Questions that have to be answered well before the rollout goes on.
   * @default - none
   */
  readonly analyses?: IAnalysis[];

  /**
   * How long the pods are kept after it.
   * @default - 30 seconds, the controller's own
   */
  readonly scaleDownDelay?: Duration;
}

/** Options for `Step.plugin`. */
export interface PluginStepOptions {
  /**
   * Its settings, where all of them are texts.
   * @default - none
   */
  readonly settings?: Record<string, string>;

  /**
   * Its settings as a JSON object, where they are more than texts.
   * @default - none
   */
  readonly json?: string;
}
