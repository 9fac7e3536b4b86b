import { refuse, show } from '../intent/problem';
import { KNOWN_TRIGGERS } from '../manifests/notifications';

/** Something that happens to a release and that somebody may want to know. */
export class AlertEvent {
  /** The release was taken back, by a failed analysis, the progress deadline or a person. */
  public static aborted(): AlertEvent {
    return new AlertEvent('on-rollout-aborted');
  }

  /** An analysis found the new version bad. */
  public static analysisFailed(): AlertEvent {
    return new AlertEvent('on-analysis-run-failed');
  }

  /** An analysis could not be made, such as with a metric store that does not answer. */
  public static analysisError(): AlertEvent {
    return new AlertEvent('on-analysis-run-error');
  }

  /** An analysis began. */
  public static analysisStarted(): AlertEvent {
    return new AlertEvent('on-analysis-run-running');
  }

  /** The release waits: for a person, or for the time of a hold, which is no different to the controller. */
  public static paused(): AlertEvent {
    return new AlertEvent('on-rollout-paused');
  }

  /** The new version is the stable one. */
  public static completed(): AlertEvent {
    return new AlertEvent('on-rollout-completed');
  }

  /** A step of a canary is done. */
  public static stepCompleted(): AlertEvent {
    return new AlertEvent('on-rollout-step-completed');
  }

  /** The Rollout was changed. */
  public static updated(): AlertEvent {
    return new AlertEvent('on-rollout-updated');
  }

  /** A version got more pods, or fewer. */
  public static scaled(): AlertEvent {
    return new AlertEvent('on-scaling-replica-set');
  }

  /**
   * A trigger by its name, such as `on-traffic-weight-updated`. It has to be named after an event of the controller, and where it is
   * not among those that come with it, it has to be defined in `argo-rollouts-notification-configmap`.
   */
  public static trigger(name: string): AlertEvent {
    refuse('AlertEvent.trigger', /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name) ? undefined : {
      property: 'name',
      message: `must be the name of a trigger, in lower case and with dashes, got ${show(name)}`,
      fix: `write one such as ${show(KNOWN_TRIGGERS.find(known => known.includes('weight')))}`,
    });
    return new AlertEvent(name);
  }

  /** The trigger of Argo Rollouts that stands for it. */
  public readonly triggerName: string;

  private constructor(triggerName: string) {
    this.triggerName = triggerName;
  }
}
