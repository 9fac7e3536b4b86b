import type { Duration } from 'cdk8s';
import type { PodShare } from './pod-share';
import { serviceOf, serviceProblems } from './services';
import { versionMetadata } from './version-metadata';
import type { VersionMetadata } from './version-metadata';
import { fittingNumber, lastingSeconds, positivePercent, wholeNumber } from '../intent/checks';
import type { Problem } from '../intent/problem';
import type { ITrafficRouter } from '../intent/router';
import { secondsOfOptional } from '../intent/seconds';
import type { StrategyPlan } from '../intent/strategy-plan';

/** Services that exist already, by name. The rollout uses them and writes none in their place. */
export interface BlueGreenServices {
  /**
   * The Service that everybody calls.
   * @default - one is written under the rollout's name
   */
  readonly active?: string;

  /**
   * The Service that reaches the new version before everybody else does.
   * @default - one is written under the rollout's name and `-preview`
   */
  readonly preview?: string;
}

/** What a blue-green can be told beside what every rollout is told. */
export interface BlueGreenOptions {
  /**
   * What leads the traffic, for Flagger, which switches routes. Argo Rollouts switches Services, and needs none.
   * @default - Services alone; with Flagger the pods behind the one Service are exchanged then
   */
  readonly traffic?: ITrafficRouter;

  /**
   * How many percent of the requests are copied to the new version before the switch. The answers to the copies are thrown away.
   * For Flagger, behind a router that can.
   * @default - none
   */
  readonly mirrorPercent?: number;

  /**
   * How many pods the new version has before the switch. It gets the others before its first request of a user.
   * @default - as many as there are replicas
   */
  readonly previewReplicas?: number;

  /**
   * How long the old version's pods are kept after the promotion, which comes when everything asked after the switch was
   * answered well. Until they go, going back to them takes a second and asks nothing.
   * @default - that of the controller, or 5 minutes
   */
  readonly scaleDownDelay?: Duration;

  /**
   * How many old versions are kept that long, where releases follow each other quickly.
   * @default - all of them
   */
  readonly scaleDownRevisions?: number;

  /**
   * Services that exist already.
   * @default - Services are written
   */
  readonly services?: BlueGreenServices;

  /**
   * What the pods of the version that everybody calls carry.
   * @default - nothing more than all pods
   */
  readonly activeMetadata?: VersionMetadata;

  /**
   * What the pods of the new version carry before the switch.
   * @default - nothing more than all pods
   */
  readonly previewMetadata?: VersionMetadata;

  /**
   * How many pods may be away while the controller restarts all of them, one after the other. A switch takes none away.
   * @default - 25 %, the controller's own
   */
  readonly maxUnavailable?: PodShare;
}

/** All of the traffic goes to the new version at once. A question without a place is asked after that, when there are requests. */
export function blueGreenPlan(options: BlueGreenOptions): StrategyPlan {
  const { services } = options;
  const exist = services?.active !== undefined && services.preview !== undefined;
  return {
    defaultPlaces: [{ kind: 'after-promotion' }],
    portReason: exist ? undefined : { because: 'the Services of a blue-green lead to it', otherwise: 'name Services that exist, both of them' },
    problems: problems(options),
    services: rollout => ({ main: serviceOf(rollout, '', services?.active), next: serviceOf(rollout, '-preview', services?.preview) }),
    intent: release => ({
      ...release,
      kind: 'blue-green',
      router: options.traffic?._router,
      mirrorPercent: options.mirrorPercent,
      previewReplicas: options.previewReplicas,
      scaleDownDelaySeconds: secondsOfOptional(options.scaleDownDelay),
      scaleDownRevisions: options.scaleDownRevisions,
      activeMetadata: versionMetadata(options.activeMetadata),
      previewMetadata: versionMetadata(options.previewMetadata),
      maxUnavailable: options.maxUnavailable?._value,
    }),
  };
}

/** Numbers reach the manifest as they are, where rules say what would be lost; so does a time of nothing. */
function problems({ services, scaleDownDelay, previewReplicas, scaleDownRevisions, mirrorPercent }: BlueGreenOptions): readonly Problem[] {
  const seconds = secondsOfOptional(scaleDownDelay);
  return [
    ...serviceProblems({ active: services?.active, preview: services?.preview }),
    seconds === 0 ? undefined : lastingSeconds('scaleDownDelay', seconds),
    fittingNumber('previewReplicas', previewReplicas),
    positivePercent('mirrorPercent', mirrorPercent),
    wholeNumber('scaleDownRevisions', scaleDownRevisions),
  ].filter(problem => problem !== undefined);
}
