import type { Duration } from 'cdk8s';
import type { WorkloadProps } from 'cdk8s-plus-28';
import type { Controller } from '../controllers/controller';
import type { IAnalysis } from '../intent/analysis';
import type { IMetricSource } from '../intent/metric-source';
import type { ITelemetry } from '../intent/telemetry';
import type { Catastrophe } from '../strategy/catastrophe';
import type { Gate } from '../strategy/gate';
import type { Hook } from '../strategy/hook';
import type { Promotion } from '../strategy/promotion';
import type { Strategy } from '../strategy/strategy';

/** What every rollout is told, whatever its strategy, beside the properties of every cdk8s-plus workload. */
export interface CommonRolloutProps extends WorkloadProps {
  /**
   * How many pods there are when nothing is being rolled out.
   * @default 5
   */
  readonly replicas?: number;

  /**
   * Questions about the new version with the default gating. In a canary each guards the rollout throughout and gates every
   * stage; in a blue-green each is asked after the switch, and switches back.
   * @default - none
   */
  readonly analyses?: IAnalysis[];

  /**
   * Questions at places of your choice.
   * @default - none
   */
  readonly gates?: Gate[];

  /**
   * What is done at certain moments of every release.
   * @default - nothing
   */
  readonly hooks?: Hook[];

  /**
   * What ends the rollout at once. In a blue-green it is looked for in the five minutes after the switch.
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
   * How long the new version's pods are kept after an abort, for the post-mortem. A canary needs a router for it, and less than
   * 15 minutes; as long as they are kept, Argo Rollouts 1.10 keeps switching the canary's Service between the versions, while
   * its weight stays 0. In a blue-green that asks something after the switch, any time is a risk: the controller switches back
   * only when all of these pods are ready, and removes them when the time is over although the active Service leads to them.
   * @default - until the next release where a blue-green asks something after the switch, 30 seconds otherwise
   */
  readonly keepAfterAbort?: Duration;
}

/** Properties of `Rollout`. */
export interface RolloutProps extends CommonRolloutProps {
  /** How a new version takes over. */
  readonly strategy: Strategy;
}
