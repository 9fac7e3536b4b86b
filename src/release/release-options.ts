import type { Duration } from 'cdk8s';
import type { Controller } from '../controllers/controller';
import type { GitOps } from '../controllers/git-ops';
import type { IAnalysis } from '../intent/analysis';
import type { IMetricSource } from '../intent/metric-source';
import type { ITelemetry } from '../intent/telemetry';
import type { Catastrophe } from '../strategy/catastrophe';
import type { DisruptionBudget } from '../strategy/disruption-budget';
import type { Gate } from '../strategy/gate';
import type { Hook } from '../strategy/hook';
import type { Promotion } from '../strategy/promotion';
import type { Protocol } from '../strategy/protocol';
import type { Scaling } from '../strategy/scaling';
import type { Scrape } from '../strategy/scrape';

/** What every release is told, whatever its strategy and whoever brings its objects into the cluster. */
export interface ReleaseOptions {
  /**
   * The labels by which the rollout knows its pods, which get them. They cannot be changed once the rollout was applied, and are
   * given for pods that had others before it.
   * @default - `app.kubernetes.io/name` with the name of the rollout; those of the workload that it adopts
   */
  readonly selector?: { [key: string]: string };

  /**
   * How many pods there are when nothing is being rolled out.
   * @default 5
   */
  readonly replicas?: number;

  /**
   * Who decides how many pods there are, instead of `replicas`.
   * @default - nobody: there are as many as `replicas` says
   */
  readonly scaling?: Scaling;

  /**
   * How many pods may be taken away at once by who empties nodes.
   * @default - nobody is told
   */
  readonly disruptionBudget?: DisruptionBudget;

  /**
   * What is spoken on the port of the pods.
   * @default Protocol.http()
   */
  readonly protocol?: Protocol;

  /**
   * The container that serves the requests: the Services lead to its ports alone, by their names where they have any, and the first of
   * them has the traffic.
   * @default - the Services lead to the ports of all containers, the first of the first has the traffic
   */
  readonly mainContainer?: string;

  /**
   * Where Prometheus finds the metrics of the pods, told by annotations of the Services that are written.
   * @default - Prometheus is not told
   */
  readonly scrape?: Scrape;

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
   * Why nothing may be released at the moment. Before anything of a release is done, a person has to promote it: a canary waits in
   * front of its first step, a blue-green in front of its switch. The first deploy of all waits for nobody.
   * @default - releases take their course
   */
  readonly freeze?: string;

  /**
   * What brings the manifests into the cluster, where it has to be told something by them.
   * @default - that of `RolloutDefaults`, or nothing, such as `kubectl apply`
   */
  readonly gitOps?: GitOps;

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
