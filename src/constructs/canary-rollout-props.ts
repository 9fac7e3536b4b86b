import type { Duration } from 'cdk8s';
import type { WorkloadProps } from 'cdk8s-plus-28';
import type { Controller } from '../controllers/controller';
import type { IAnalysis } from '../intent/analysis';
import type { IMetricSource } from '../intent/metric-source';
import type { ITrafficRouter } from '../intent/router';
import type { ITelemetry } from '../intent/telemetry';
import type { Catastrophe } from '../strategy/catastrophe';
import type { Gate } from '../strategy/gate';
import type { Promotion } from '../strategy/promotion';
import type { Ramp } from '../strategy/ramp';
import type { Step } from '../strategy/step';

/** Services that exist already, by name. The rollout uses them and writes none in their place. */
export interface ExistingServices {
  /**
   * The Service that everybody calls.
   * @default - one is written under the rollout's name
   */
  readonly stable?: string;

  /**
   * The Service that reaches the canary alone.
   * @default - one is written under the rollout's name and `-canary`
   */
  readonly canary?: string;
}

/** Properties of `CanaryRollout`, beside those of every cdk8s-plus workload. */
export interface CanaryRolloutProps extends WorkloadProps {
  /**
   * How many pods there are when nothing is being rolled out.
   * @default 5
   */
  readonly replicas?: number;

  /**
   * How the share of the canary grows.
   * @default - 5, 25 and 50 % with a router; without one, weights that the pods can reach; five minutes each
   */
  readonly ramp?: Ramp;

  /**
   * Every step spelled out, instead of a ramp.
   * @default - the steps of the ramp
   */
  readonly steps?: Step[];

  /**
   * What splits the traffic.
   * @default - nothing: pods share it, so the share of the canary is its share of the pods
   */
  readonly traffic?: ITrafficRouter;

  /**
   * Questions about the canary with the default gating: each guards the rollout throughout and gates every stage.
   * @default - none
   */
  readonly analyses?: IAnalysis[];

  /**
   * Questions at places of your choice.
   * @default - none
   */
  readonly gates?: Gate[];

  /**
   * What ends the rollout at once.
   * @default - more than 10 % errors, more than 2 restarts in 5 minutes, or one container out of memory, when there is any question
   */
  readonly catastrophe?: Catastrophe;

  /**
   * Who decides that the new version gets all of the traffic.
   * @default Promotion.automatic()
   */
  readonly promotion?: Promotion;

  /**
   * The engine that runs the rollout.
   * @default - that of `RolloutDefaults`, or Argo Rollouts
   */
  readonly controller?: Controller;

  /**
   * Services that exist already.
   * @default - Services are written
   */
  readonly services?: ExistingServices;

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

  /**
   * How long new pods may take to get ready before the rollout is aborted. Does nothing on the first deploy, where there
   * is nothing to go back to.
   * @default Duration.minutes(10)
   */
  readonly progressDeadline?: Duration;

  /**
   * How long the canary's pods are kept after an abort, for the post-mortem; below 15 minutes. Needs a router. As long as they
   * are kept, Argo Rollouts 1.10 keeps switching the canary's Service between the versions; its weight stays 0.
   * @default - 30 seconds, the controller's own
   */
  readonly keepAfterAbort?: Duration;

  /**
   * How many canary pods there are at least, so that one that restarts does not end the test. Needs a router.
   * @default 2, or as many as there are replicas
   */
  readonly minimumCanaryPods?: number;
}
