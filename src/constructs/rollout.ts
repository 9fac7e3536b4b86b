import type { ApiObject } from 'cdk8s';
import { Workload } from 'cdk8s-plus-28';
import type { Container, ContainerProps, IScalable, ScalingTarget } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type * as building from './building';
import { addProbed } from './default-probe';
import type { IgnoredDifference } from './ignored-difference';
import type { RolloutPods } from './rollout-pods';
import type { RolloutProps } from './rollout-props';
import type { ServiceReference } from './service-reference';
import { handsOver } from '../intent/adopted';
import type { ControllerWrites } from '../manifests/controller-writes';

/** A workload whose new version takes over as its strategy says. `CanaryRollout`, `BlueGreenRollout` and `ABTestRollout` are short forms of it. */
export class Rollout extends Workload implements IScalable {
  /** Its kind among the resources of its group. */
  public readonly resourceType = 'rollouts';

  /** Whether an autoscaler decides how many pods there are. */
  public hasAutoscaler = false;

  /** The Service that everybody calls: the stable one of a canary, the active one of a blue-green. */
  public readonly mainService: ServiceReference;

  /** The Service that reaches the new version alone: that of the canary, the preview. */
  public readonly nextService: ServiceReference;

  protected readonly apiObject: ApiObject;

  /** Absent where the default counts, which gives way to an autoscaler, and where something scales already. */
  private readonly givenReplicas?: number;

  private readonly pods: RolloutPods;

  private readonly controllerWrites: readonly ControllerWrites[];

  private readonly scaled?: { readonly kind: string; readonly name: string };

  constructor(scope: Construct, id: string, props: RolloutProps) {
    super(scope, id, { ...props, select: false });
    this.givenReplicas = props.scaling === undefined ? props.replicas : undefined;
    const name = props.metadata?.name ?? id;
    const { buildRollout, selectPods } = loadBuilding();
    const built = buildRollout(this, name, props);
    this.apiObject = built.apiObject;
    this.controllerWrites = built.controllerWrites;
    this.mainService = built.mainService;
    this.nextService = built.nextService;
    this.pods = built.pods;
    this.scaled = built.scaled;
    selectPods(this, built.pods, props);
    if (this.isolate && props.adopt === undefined) this.connections.isolate();
  }

  /**
   * What the controllers change in the objects that are applied, and Argo CD has to leave alone. An autoscaler counts from the moment
   * on in which it is given the rollout.
   */
  public get ignoreDifferences(): IgnoredDifference[] {
    return loadBuilding().ignoredDifferences(this.controllerWrites, this.metadata.namespace, this.hasAutoscaler ? this.name : undefined);
  }

  /** `ignoreDifferences` as YAML, with the option that makes a sync respect them: a part of an Application of Argo CD. */
  public toArgoCd(): string {
    return loadBuilding().applicationPart(this.ignoreDifferences);
  }

  /** Adds a container; one with a port and no readiness probe gets a probe of that port. */
  public addContainer(cont: ContainerProps): Container {
    return addProbed(cont, probed => super.addContainer(probed));
  }

  /** Called by an autoscaler that takes over the number of pods. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler scales. cdk8s-plus refuses one beside a number of pods that was asked for. */
  public toScalingTarget(): ScalingTarget {
    // one that takes pods over is given their number whatever scales it afterwards
    const replicas = handsOver(this.pods.adopted?.intent) ? undefined : this.givenReplicas;
    const { kind, name } = this.scaled ?? this;
    return { kind, apiVersion: this.scaled === undefined ? this.apiVersion : 'apps/v1', name, containers: [...this.pods.containers], replicas };
  }
}

/** Loaded when the first rollout is built, so that importing the library costs little more than importing cdk8s-plus. */
function loadBuilding(): typeof building {
  return require('./building') as typeof building;
}
