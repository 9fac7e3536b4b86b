import type { ApiObject } from 'cdk8s';
import { LabelSelector, Workload } from 'cdk8s-plus-28';
import type { Container, ContainerProps } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addProbed } from './default-probe';
import type { ExperimentVariantProps } from './experiment-props';
import { plainError } from '../intent/problem';
import { variantLabels } from '../release/variant-names';

/** The pods of one variant of an experiment. */
export class ExperimentPods extends Workload {
  /** Its kind among the resources of its group: that of the experiment. */
  public readonly resourceType = 'experiments';

  /** The name of the variant. */
  public readonly variantName: string;

  private owner?: ApiObject;

  /** @internal */
  constructor(scope: Construct, id: string, props: ExperimentVariantProps) {
    super(scope, id, { ...props, select: false });
    this.variantName = props.name;
  }

  /** Adds a container; one with a port and no readiness probe gets a probe of that port. */
  public addContainer(cont: ContainerProps): Container {
    return addProbed(cont, probed => super.addContainer(probed));
  }

  /**
   * Labels by which no Service of anybody else knows these pods.
   * @internal
   */
  public _belongTo(experiment: string, owner: ApiObject): void {
    this.owner = owner;
    const labels = variantLabels(experiment, this.variantName);
    this.select(LabelSelector.of({ labels }));
    for (const [key, value] of Object.entries(labels)) this.podMetadata.addLabel(key, value);
    if (this.isolate) this.connections.isolate();
  }

  protected get apiObject(): ApiObject {
    if (this.owner === undefined) throw plainError(`ExperimentPods: ${this.node.path} belongs to no experiment yet`);
    return this.owner;
  }
}
