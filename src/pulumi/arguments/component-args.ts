import type * as pulumi from '@pulumi/pulumi';
import type {
  ABTestOptions, Adopted, AlertChannelOptions, AnalysisTemplateOptions, BaselineOptions, BlueGreenOptions,
  CanaryOptions, Controller, ErrorRateOptions, GitOps, LatencyOptions, MetricOptions, MetricSource, ReleaseOptions,
  RequestRateOptions, RestartOptions, SaturationOptions, Strategy, SuccessRateOptions, Telemetry, VersionedConfigProps,
} from './arguments.generated';

/** What `pulumi up` waits for. */
export const Wait = {
  /** Nothing: it returns when the API server has taken the objects. */
  NONE: 'none',
  /** The pods of the first version. A release is not waited for. */
  CREATED: 'created',
  /** The end of the release that the change has started. */
  FINISHED: 'finished',
} as const;

export type Wait = (typeof Wait)[keyof typeof Wait];

/** What becomes of fields that a controller changes while Pulumi declares them. */
export const ControllerOwnedFields = {
  /** They stay as the controller has written them, also where the arguments say otherwise later. */
  IGNORE: 'ignore',
  /** They are written over by each change of their object, and the controller has to write them again. */
  FORCE: 'force',
} as const;

export type ControllerOwnedFields = (typeof ControllerOwnedFields)[keyof typeof ControllerOwnedFields];

/** How the end of a release is seen, which takes kubectl beside Pulumi. */
export interface Waiting {
  /**
   * The path of a kubeconfig, or what is in it.
   * @default - that of kubectl
   */
  kubeconfig?: pulumi.Input<string>;

  /**
   * The context in it.
   * @default - the current one
   */
  context?: pulumi.Input<string>;

  /**
   * How long it may take. The release goes on when the time is over.
   * @default 1h
   */
  atMost?: pulumi.Input<string>;
}

/** What one rule says about one object, accepted for a reason. */
export interface Waiver {
  /** The rule, such as `weights-reachable`. */
  rule: string;

  /**
   * The object, as findings name it: `Rollout shop/checkout`.
   * @default - the one that stands for the component
   */
  resource?: string;

  /** Why. It is told at each run. */
  reason: string;
}

/** Arguments of every rollout, whatever its strategy. */
export interface CommonRolloutArgs extends ReleaseOptions {
  /**
   * The name of the rollout in the cluster; those of its Services and of whatever else is written begin with it.
   * @default - the name of the component
   */
  name?: string;

  /**
   * The namespace.
   * @default - that of the provider
   */
  namespace?: pulumi.Input<string>;

  /**
   * Labels of all that is written.
   * @default - none
   */
  labels?: Record<string, pulumi.Input<string>>;

  /**
   * Annotations of the object that stands for the rollout.
   * @default - none
   */
  annotations?: Record<string, pulumi.Input<string>>;

  /**
   * The pods, as Kubernetes has them in a Deployment: `{ spec: { containers: [...] } }`. The ports of the containers become those of the Services.
   * @default - none: the pods are those of `adopt`
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as Kubernetes knows it, and the schema of other languages has no unions
  template?: any;

  /**
   * A workload that exists, whose pods the rollout takes over. It keeps the pod template, and a release is a change of its template.
   * @default - none: the pods are those of `template`
   */
  adopt?: Adopted;

  /**
   * Who is told of a release, and of what: plain data, or components of the class `AlertChannel`.
   * @default - nobody
   */
  alerts?: AlertChannelOptions[];

  /**
   * What `pulumi up` waits for.
   * @default none
   */
  wait?: Wait;

  /**
   * How the end of a release is seen, for `wait: 'finished'`. Beside a provider of your own it has to be given, since kubectl would look
   * at the cluster of its own otherwise.
   * @default - through kubectl as it is set up
   */
  waiting?: Waiting;

  /**
   * What becomes of fields that a controller changes while Pulumi declares them, such as the weights of a route.
   * @default ignore
   */
  controllerOwnedFields?: ControllerOwnedFields;

  /**
   * Findings that are accepted.
   * @default - none
   */
  waive?: Waiver[];
}

/** Arguments of `CanaryRollout`. */
export interface CanaryRolloutArgs extends CommonRolloutArgs, CanaryOptions {}

/** Arguments of `BlueGreenRollout`. */
export interface BlueGreenRolloutArgs extends CommonRolloutArgs, BlueGreenOptions {}

/** Arguments of `ABTestRollout`. */
export interface ABTestRolloutArgs extends CommonRolloutArgs, ABTestOptions {}

/** Arguments of `Rollout`. */
export interface RolloutArgs extends CommonRolloutArgs {
  /** How a new version takes over: one of these. */
  strategy: Strategy;
}

/** Options of a rollout beside those of every component. */
export interface RolloutComponentOptions extends pulumi.ComponentResourceOptions {
  /**
   * Options of the resource that stands for the release, the Rollout or the Canary, which it does not inherit: `ignoreChanges`, `customTimeouts`.
   * @default - none
   */
  rolloutOpts?: pulumi.CustomResourceOptions;
}

/** Arguments of every analysis that is an object of its own. */
export interface CommonAnalysisArgs {
  /**
   * The name of the object.
   * @default - the name of the component
   */
  templateName?: string;

  /**
   * Whether rollouts in every namespace may use it.
   * @default false
   */
  clusterWide?: boolean;

  /**
   * The namespace.
   * @default - that of the provider
   */
  namespace?: pulumi.Input<string>;

  /**
   * Labels of the object.
   * @default - none
   */
  labels?: Record<string, pulumi.Input<string>>;

  /**
   * The engine that asks.
   * @default Argo Rollouts
   */
  controller?: Controller;

  /**
   * What the question is written against.
   * @default - the metrics of an HTTP server
   */
  telemetry?: Telemetry;

  /**
   * Where the metrics are kept.
   * @default - Prometheus at `http://prometheus:9090`
   */
  source?: MetricSource;

  /**
   * What brings the manifests into the cluster, where it has to be told something by them.
   * @default - nothing but Pulumi
   */
  gitOps?: GitOps;

  /**
   * Findings that are accepted.
   * @default - none
   */
  waive?: Waiver[];
}

/** Arguments of `SuccessRateAnalysis`. */
export interface SuccessRateAnalysisArgs extends SuccessRateOptions, CommonAnalysisArgs {}

/** Arguments of `ErrorRateAnalysis`. */
export interface ErrorRateAnalysisArgs extends ErrorRateOptions, CommonAnalysisArgs {}

/** Arguments of `LatencyAnalysis`. */
export interface LatencyAnalysisArgs extends LatencyOptions, CommonAnalysisArgs {}

/** Arguments of `RequestRateAnalysis`. */
export interface RequestRateAnalysisArgs extends RequestRateOptions, CommonAnalysisArgs {}

/** Arguments of `SaturationAnalysis`. */
export interface SaturationAnalysisArgs extends SaturationOptions, CommonAnalysisArgs {}

/** Arguments of `RestartAnalysis`. */
export interface RestartAnalysisArgs extends RestartOptions, CommonAnalysisArgs {}

/** Arguments of `BaselineAnalysis`. */
export interface BaselineAnalysisArgs extends BaselineOptions, CommonAnalysisArgs {}

/** Arguments of `MetricAnalysis`. */
export interface MetricAnalysisArgs extends MetricOptions, CommonAnalysisArgs {}

/** Arguments of `AnalysisTemplate`. */
export interface AnalysisTemplateArgs extends AnalysisTemplateOptions, CommonAnalysisArgs {}

/** Arguments of `AlertChannel`. */
export interface AlertChannelArgs extends AlertChannelOptions {
  /**
   * The namespace of the AlertProvider that Flagger needs, which is that of its Secret.
   * @default - that of the provider
   */
  namespace?: pulumi.Input<string>;

  /**
   * Labels of the AlertProvider.
   * @default - none
   */
  labels?: Record<string, pulumi.Input<string>>;

  /**
   * The engine that tells. A rollout of Flagger makes an AlertProvider of each of its channels in any case.
   * @default Argo Rollouts
   */
  controller?: Controller;

  /**
   * What brings the manifests into the cluster, where it has to be told something by them.
   * @default - nothing but Pulumi
   */
  gitOps?: GitOps;
}

/** Arguments of `VersionedConfig`. */
export interface VersionedConfigArgs extends VersionedConfigProps {
  /**
   * The namespace.
   * @default - that of the provider
   */
  namespace?: pulumi.Input<string>;
}
