import type { ApiObject } from 'cdk8s';
import type { ContainerPort, Deployment } from 'cdk8s-plus-28';
import { constructWorkload, namedWorkload, objectWorkload } from './adopted-workload';
import type { AdoptedWorkload } from './adopted-workload';
import { adoptableKind, namedProblems } from '../intent/adopted-checks';
import { refuse } from '../intent/problem';
import { AdoptedKind } from '../release/adopted-kind';
import { HandOver } from '../strategy/hand-over';

/** Options for `Adopted.deployment`. */
export interface AdoptedDeploymentOptions {
  /**
   * What becomes of its pods.
   * @default HandOver.progressively()
   */
  readonly handOver?: HandOver;
}

/** Options for `Adopted.apiObject`. */
export interface AdoptedObjectOptions extends AdoptedDeploymentOptions {
  /**
   * The labels by which its pods are known.
   * @default - those of its selector; of a PodTemplate, those of its pods
   */
  readonly labels?: { [key: string]: string };

  /**
   * The ports that its containers listen on.
   * @default - those that its containers say
   */
  readonly ports?: ContainerPort[];
}

/** Options for `Adopted.named`. */
export interface AdoptedNamedOptions extends AdoptedDeploymentOptions {
  /**
   * What it is.
   * @default AdoptedKind.DEPLOYMENT
   */
  readonly kind?: AdoptedKind;

  /**
   * The labels by which its pods are known: the `matchLabels` of its selector. The Services that the rollout writes need them.
   * @default - the controller looks them up, which it cannot in a PodTemplate
   */
  readonly labels?: { [key: string]: string };

  /**
   * The ports that its containers listen on. The Services that the rollout writes need them.
   * @default - none, and no Services
   */
  readonly ports?: ContainerPort[];
}

/** A workload that a rollout takes its pod template from, and whose pods it replaces with its own. */
export class Adopted {
  /** A Deployment of cdk8s-plus. */
  public static deployment(deployment: Deployment, options: AdoptedDeploymentOptions = {}): Adopted {
    refuse('Adopted.deployment', adoptableKind('deployment', deployment.apiGroup, deployment.kind, deployment.name, options.handOver?._intent));
    return new Adopted(constructWorkload(deployment, handOverOf(options)));
  }

  /** A Deployment, a ReplicaSet or a PodTemplate that another construct or a file brought into the program. */
  public static apiObject(apiObject: ApiObject, options: AdoptedObjectOptions = {}): Adopted {
    const { kind, apiGroup, name } = apiObject;
    refuse('Adopted.apiObject', adoptableKind('apiObject', apiGroup, kind, name, options.handOver?._intent));
    return new Adopted(objectWorkload(apiObject, { ...options, kind: kind as AdoptedKind, handOver: handOverOf(options) }));
  }

  /** One that is written elsewhere, in the namespace of the rollout. */
  public static named(name: string, options: AdoptedNamedOptions = {}): Adopted {
    const { kind = AdoptedKind.DEPLOYMENT } = options;
    refuse('Adopted.named', ...namedProblems(name, { ...options, kind, handOver: options.handOver?._intent }));
    return new Adopted(namedWorkload(name, { ...options, kind, handOver: handOverOf(options) }));
  }

  /** @internal */
  public readonly _workload: AdoptedWorkload;

  private constructor(workload: AdoptedWorkload) {
    this._workload = workload;
  }
}

function handOverOf({ handOver = HandOver.progressively() }: AdoptedDeploymentOptions) {
  return handOver._intent;
}
