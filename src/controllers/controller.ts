import type { Duration } from 'cdk8s';
import { lastingSeconds, positiveNumber, wholeNumber } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { ControllerIntent } from '../intent/rollout';
import { runMetadataIntent } from '../intent/run-metadata';
import type { RunMetadata } from '../intent/run-metadata';
import { secondsOfOptional } from '../intent/seconds';

/** Options that only Argo Rollouts knows. */
export interface ArgoRolloutsOptions {
  /**
   * How many old versions are kept to go back to.
   * @default - 10, the controller's own
   */
  readonly revisionHistoryLimit?: number;

  /**
   * Going back to one of this many versions skips the steps.
   * @default - never
   */
  readonly rollbackWindow?: number;

  /**
   * How long a pod has to be ready before it counts.
   * @default - not at all
   */
  readonly minReady?: Duration;

  /**
   * How many successful analysis runs are kept.
   * @default - 5, the controller's own
   */
  readonly successfulRunHistoryLimit?: number;

  /**
   * How many other analysis runs are kept.
   * @default - 5, the controller's own
   */
  readonly unsuccessfulRunHistoryLimit?: number;

  /**
   * How long the old version's pods are kept after a promotion. A canary needs a router for it; a blue-green may say it itself.
   * @default - 30 seconds, the controller's own; 5 minutes in a blue-green
   */
  readonly scaleDownDelay?: Duration;

  /**
   * Whether the stable version gives up pods as the canary gets its traffic. For canaries behind a router; an abort then takes
   * as long as it takes to start them again.
   * @default false
   */
  readonly dynamicStableScale?: boolean;

  /**
   * Labels and annotations of every AnalysisRun.
   * @default - none
   */
  readonly analysisRunMetadata?: RunMetadata;
}

/** The engine that runs a rollout. */
export class Controller {
  /** Argo Rollouts. */
  public static argoRollouts(options: ArgoRolloutsOptions = {}): Controller {
    const minReadySeconds = secondsOfOptional(options.minReady);
    const scaleDownDelaySeconds = secondsOfOptional(options.scaleDownDelay);
    refuse('Controller.argoRollouts',
      positiveNumber('revisionHistoryLimit', options.revisionHistoryLimit),
      positiveNumber('rollbackWindow', options.rollbackWindow),
      wholeNumber('successfulRunHistoryLimit', options.successfulRunHistoryLimit),
      wholeNumber('unsuccessfulRunHistoryLimit', options.unsuccessfulRunHistoryLimit),
      lastingSeconds('minReady', minReadySeconds),
      lastingSeconds('scaleDownDelay', scaleDownDelaySeconds));
    return new Controller({
      kind: 'argo',
      argo: {
        revisionHistoryLimit: options.revisionHistoryLimit,
        rollbackWindowRevisions: options.rollbackWindow,
        minReadySeconds,
        successfulRunHistoryLimit: options.successfulRunHistoryLimit,
        unsuccessfulRunHistoryLimit: options.unsuccessfulRunHistoryLimit,
        scaleDownDelaySeconds,
        dynamicStableScale: options.dynamicStableScale,
        analysisRunMetadata: options.analysisRunMetadata && runMetadataIntent(options.analysisRunMetadata),
      },
    });
  }

  /** @internal */
  public readonly _intent: ControllerIntent;

  private constructor(intent: ControllerIntent) {
    this._intent = intent;
  }
}
