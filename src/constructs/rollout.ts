import type { ApiObject } from 'cdk8s';
import { LabelSelector, Probe, Workload } from 'cdk8s-plus-28';
import type { Container, ContainerProps, IScalable, ScalingTarget } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type * as building from './building';
import type { RolloutProps } from './rollout-props';
import type { ServiceReference } from './service-reference';

/** By this label a rollout knows its pods. It cannot be changed once the rollout was applied. */
const nameLabel = 'app.kubernetes.io/name';

/** A workload whose new version takes over as its strategy says. `CanaryRollout` and `BlueGreenRollout` are short forms of it. */
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

  /** Absent where the default counts, which gives way to an autoscaler. */
  private readonly givenReplicas?: number;

  constructor(scope: Construct, id: string, props: RolloutProps) {
    super(scope, id, { ...props, select: false });
    this.givenReplicas = props.replicas;
    const name = props.metadata?.name ?? id;
    const labels = { [nameLabel]: labelValue(name) };
    // loaded here, so that importing the library costs little more than importing cdk8s-plus
    const { buildRollout } = require('./building') as typeof building;
    const built = buildRollout(this, name, labels, props);
    this.apiObject = built.apiObject;
    this.mainService = built.mainService;
    this.nextService = built.nextService;
    this.select(LabelSelector.of({ labels }));
    if (this.podMetadata.getLabel(nameLabel) === undefined) this.podMetadata.addLabel(nameLabel, labels[nameLabel]);
    if (this.isolate) this.connections.isolate();
  }

  /** Adds a container; one with a port and no readiness probe gets a probe of that port. */
  public addContainer(cont: ContainerProps): Container {
    const port = cont.port ?? cont.portNumber ?? cont.ports?.[0]?.number;
    const needsProbe = port !== undefined && cont.readiness === undefined;
    return super.addContainer(needsProbe ? { ...cont, readiness: Probe.fromTcpSocket({ port }) } : cont);
  }

  /** Called by an autoscaler that takes over the number of pods. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler scales. cdk8s-plus refuses one beside a number of pods that was asked for. */
  public toScalingTarget(): ScalingTarget {
    return { kind: this.kind, apiVersion: this.apiVersion, name: this.name, containers: this.containers, replicas: this.givenReplicas };
  }
}

/** Values of labels end at 63 characters, names of rollouts do not. */
function labelValue(name: string): string {
  return name.slice(0, 63).replace(/[^a-z0-9]+$/, '');
}
