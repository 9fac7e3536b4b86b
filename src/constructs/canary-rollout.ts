import { Chart, Lazy } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import { LabelSelector, Probe, Workload } from 'cdk8s-plus-28';
import type { Container, ContainerProps, IScalable, ScalingTarget } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { canaryIntent, defaultReplicas, propProblems } from './canary-intent';
import type { CanaryRolloutProps } from './canary-rollout-props';
import { podTemplate } from './pod-template';
import { RolloutDefaults } from './rollout-defaults';
import { lockedProblems, strangerProblems, strangers } from './scope-problems';
import { portProblems, servicePorts } from './service-ports';
import { ServiceReference } from './service-reference';
import { checkAtSynth } from './synth-checks';
import { writeManifests, writeObject } from './written-manifests';
import { render } from '../engines/render';
import { rolloutProblems } from '../intent/rollout-problems';
import type { Opaque } from '../manifests/leaf';

/** By this label a rollout knows its pods. It cannot be changed once the rollout was applied. */
const nameLabel = 'app.kubernetes.io/name';

/** A workload whose new version gets the traffic step by step, watched at every one of them. */
export class CanaryRollout extends Workload implements IScalable {
  /** Its kind among the resources of its group. */
  public readonly resourceType = 'rollouts';

  /** Whether an autoscaler decides how many pods there are. */
  public hasAutoscaler = false;

  /** The Service that everybody calls. */
  public readonly stableService: ServiceReference;

  /** The Service that reaches the canary alone. */
  public readonly canaryService: ServiceReference;

  protected readonly apiObject: ApiObject;

  /** Absent where the default counts, which gives way to an autoscaler. */
  private readonly givenReplicas?: number;

  constructor(scope: Construct, id: string, props: CanaryRolloutProps) {
    super(scope, id, { ...props, select: false });
    this.givenReplicas = props.replicas;
    const name = props.metadata?.name ?? id;
    const labels = { [nameLabel]: labelValue(name) };
    const intent = canaryIntent({
      name,
      namespace: props.metadata?.namespace ?? Chart.of(this).namespace,
      pods: {
        replicas: props.replicas ?? defaultReplicas,
        selector: labels,
        template: later(() => podTemplate(this)),
      },
      ports: servicePorts(this.containers, props.traffic !== undefined),
    }, props, RolloutDefaults._resolve(this));
    const rendered = render(intent);

    const [rollout, ...others] = rendered.manifests;
    const spec = rollout.spec as Record<string, unknown>;
    this.apiObject = writeObject(this, 'Resource', {
      ...rollout,
      metadata: { ...props.metadata, ...rollout.metadata },
      spec: { ...spec, replicas: later(() => this.hasAutoscaler ? undefined : spec.replicas), selector: later(() => this._toLabelSelector()) },
    });
    const written = writeManifests(this, others);
    this.select(LabelSelector.of({ labels }));
    if (this.podMetadata.getLabel(nameLabel) === undefined) this.podMetadata.addLabel(nameLabel, labelValue(name));
    if (this.isolate) this.connections.isolate();

    const { stable, canary } = intent.services;
    this.stableService = new ServiceReference(stable.name, written.services.get(stable.name));
    this.canaryService = new ServiceReference(canary.name, written.services.get(canary.name));
    checkAtSynth(this, {
      objects: [this.apiObject, ...written.objects],
      origins: () => render(intent).origins(), // again, since most rollouts need them never
      elsewhere: [...rendered.elsewhere, ...strangers(this, intent)],
      problems: [
        ...propProblems(props),
        ...portProblems(this.containers, props.traffic),
        ...lockedProblems(this, props, intent),
        ...strangerProblems(this, intent),
        ...rolloutProblems(intent),
        ...rendered.gaps,
      ],
    });
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

/** A value that cdk8s asks for when it writes the manifest, and that no engine looks at. */
function later(produce: () => unknown): Opaque {
  return Lazy.any({ produce }) as Opaque;
}

/** Values of labels end at 63 characters, names of rollouts do not. */
function labelValue(name: string): string {
  return name.slice(0, 63).replace(/[^a-z0-9]+$/, '');
}
