import type { ArgoRolloutsOptions } from './argo-rollouts-options';
import { flaggerIntent, flaggerProblems } from './flagger/intent';
import type { FlaggerOptions } from './flagger/options';
import { lastingSeconds, positiveNumber, wholeNumber } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { ControllerIntent } from '../intent/rollout';
import { runMetadataIntent } from '../intent/run-metadata';
import { secondsOfOptional } from '../intent/seconds';
import { argoVersions, isArgoVersion, newestArgo } from '../manifests/argo-versions';
import { fits } from '../manifests/leaf';

/** The engine that runs a rollout. */
export class Controller {
  /** Argo Rollouts. */
  public static argoRollouts(options: ArgoRolloutsOptions = {}): Controller {
    const version = options.version ?? newestArgo;
    const minReadySeconds = secondsOfOptional(options.minReady);
    const scaleDownDelaySeconds = secondsOfOptional(options.scaleDownDelay);
    refuse('Controller.argoRollouts',
      isArgoVersion(version) ? undefined : unknownVersion(version),
      positiveNumber('revisionHistoryLimit', options.revisionHistoryLimit),
      positiveNumber('rollbackWindow', options.rollbackWindow),
      wholeNumber('successfulRunHistoryLimit', options.successfulRunHistoryLimit),
      wholeNumber('unsuccessfulRunHistoryLimit', options.unsuccessfulRunHistoryLimit),
      lastingSeconds('minReady', minReadySeconds),
      lastingSeconds('scaleDownDelay', scaleDownDelaySeconds),
      positiveNumber('scaleDownRevisions', options.scaleDownRevisions),
      beyondHistory('rollbackWindow', options),
      beyondHistory('scaleDownRevisions', options),
      options.dynamicStableScale === true && options.scaleDownDelay !== undefined ? scaledTwice : undefined,
      timeProblem(options.restartAt));
    return new Controller({
      kind: 'argo',
      argo: {
        version: isArgoVersion(version) ? version : newestArgo,
        revisionHistoryLimit: options.revisionHistoryLimit,
        rollbackWindowRevisions: options.rollbackWindow,
        minReadySeconds,
        successfulRunHistoryLimit: options.successfulRunHistoryLimit,
        unsuccessfulRunHistoryLimit: options.unsuccessfulRunHistoryLimit,
        scaleDownDelaySeconds,
        scaleDownRevisions: options.scaleDownRevisions,
        dynamicStableScale: options.dynamicStableScale,
        replicaProgressThreshold: options.replicaProgressThreshold?._intent,
        antiAffinity: options.antiAffinity?._intent,
        controllerDefaults: options.controllerDefaults,
        analysisRunMetadata: options.analysisRunMetadata && runMetadataIntent(options.analysisRunMetadata),
        paused: options.paused === true ? true : undefined,
        restartAt: options.restartAt?.toISOString().replace(/\.\d+Z$/, 'Z'),
      },
    });
  }

  /** Flagger. It writes the Services, the routes and the pods that everybody calls; what is written for it is the new version. */
  public static flagger(options: FlaggerOptions = {}): Controller {
    refuse('Controller.flagger', ...flaggerProblems(options));
    return new Controller({ kind: 'flagger', flagger: flaggerIntent(options) });
  }

  /** @internal */
  public readonly _intent: ControllerIntent;

  private constructor(intent: ControllerIntent) {
    this._intent = intent;
  }
}

/** What the controller keeps where nothing is said. */
const defaultHistory = 10;

const scaledTwice: Problem = {
  property: 'dynamicStableScale',
  message: 'cannot be combined with scaleDownDelay: the old version has no pods left to keep when all of the traffic is gone from it',
  fix: 'keep the one you mean',
};

function unknownVersion(version: string): Problem {
  return { property: 'version', message: `must be one of ${argoVersions.join(', ')}, got ${show(version)}`, fix: 'leave out what comes after the second number' };
}

function beyondHistory(property: 'rollbackWindow' | 'scaleDownRevisions', options: ArgoRolloutsOptions): Problem | undefined {
  const { revisionHistoryLimit: history, [property]: versions } = options;
  if (versions === undefined || fits<number>(versions, kept => fits<number>(history ?? defaultHistory, all => kept <= all))) return undefined;
  return {
    property,
    message: `must not exceed revisionHistoryLimit, ${history ?? `which is ${defaultHistory} where nothing is said`}, got ${show(versions)}`,
    fix: 'raise revisionHistoryLimit as well',
  };
}

function timeProblem(time: Date | undefined): Problem | undefined {
  return time === undefined || !Number.isNaN(time.getTime()) ? undefined : {
    property: 'restartAt', message: 'must be a time, got an invalid one', fix: "write for example new Date('2026-01-31T12:00:00Z')",
  };
}
