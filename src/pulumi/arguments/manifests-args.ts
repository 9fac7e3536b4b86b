import type * as pulumi from '@pulumi/pulumi';
import type { ControllerOwnedFields, Wait, Waiting, Waiver } from './component-args';

/** Arguments of `RolloutManifests`: the manifests, in one or several of three ways, and what holds for all of them. */
export interface RolloutManifestsArgs {
  /**
   * Files of YAML or JSON: paths, folders and patterns such as `k8s/*.yaml`, from where the program runs.
   * @default - none
   */
  files?: string[];

  /**
   * Documents of YAML or JSON in one text.
   * @default - none
   */
  yaml?: string;

  /**
   * Objects as they stand in YAML, of which values may be Outputs, and names may not.
   * @default - none
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as Kubernetes knows them
  objects?: any[];

  /**
   * The namespace of the objects that name none and that belong to one.
   * @default - that of the provider
   */
  namespace?: pulumi.Input<string>;

  /**
   * Whether the manifests are all there is, so that an object that is named and not among them is an error.
   * @default false
   */
  complete?: boolean;

  /**
   * Rules that are not asked.
   * @default - none
   */
  ignoreRules?: string[];

  /**
   * Findings that are accepted. The object has to be named, unless there is one Rollout or Canary alone.
   * @default - none
   */
  waive?: Waiver[];

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
   * What becomes of fields that a controller changes while the manifests declare them, such as the weights of a route.
   * @default ignore
   */
  controllerOwnedFields?: ControllerOwnedFields;
}

/** A Rollout or Canary among the manifests, and the Services that lead to its versions. */
export interface ManifestRelease {
  /** Rollout or Canary. */
  kind: string;

  /** Its name. */
  name: string;

  /** Its namespace. */
  namespace: string;

  /**
   * The Service that everybody calls.
   * @default - it names none
   */
  stableServiceName?: string;

  /**
   * The Service that reaches the canary alone.
   * @default - it names none
   */
  canaryServiceName?: string;

  /**
   * Of a blue-green, the Service that everybody calls.
   * @default - it is none
   */
  activeServiceName?: string;

  /**
   * Of a blue-green, the Service that reaches the preview alone.
   * @default - it names none
   */
  previewServiceName?: string;
}
