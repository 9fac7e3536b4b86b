import type { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type * as building from './building-experiment';
import { ExperimentPods } from './experiment-pods';
import type { ExperimentProps } from './experiment-props';
import { plainError, refuse, show } from '../intent/problem';
import { variantNameProblems } from '../release/variant-names';

/**
 * Versions that run side by side for a while, apart from every rollout and from its traffic: a baseline and a canary under the same
 * conditions. It runs once, from when it is applied; another run is another object.
 */
export class Experiment extends Resource {
  /** Its kind among the resources of its group. */
  public readonly resourceType = 'experiments';

  protected readonly apiObject: ApiObject;
  private readonly pods: readonly ExperimentPods[];

  constructor(scope: Construct, id: string, props: ExperimentProps) {
    super(scope, id);
    refuse('Experiment', ...variantNameProblems(props));
    const name = props.metadata?.name ?? id;
    this.pods = props.variants.map(variant => new ExperimentPods(this, `variant-${variant.name}`, variant));
    // loaded here, so that importing the library costs little more than importing cdk8s-plus
    const { buildExperiment } = require('./building-experiment') as typeof building;
    this.apiObject = buildExperiment(this, name, this.pods, props);
    for (const pods of this.pods) pods._belongTo(name, this.apiObject);
  }

  /** The pods of a variant, for whatever cdk8s-plus can do with those of a workload. */
  public variant(name: string): ExperimentPods {
    const found = this.pods.find(({ variantName }) => variantName === name);
    if (found === undefined) {
      const names = this.pods.map(({ variantName }) => show(variantName)).join(', ');
      throw plainError(`Experiment.variant: name: must be one of the variants, got ${show(name)}; there are ${names}`);
    }
    return found;
  }
}
