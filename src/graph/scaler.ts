import type { Field } from './field';
import { ResourceNode } from './resource-node';
import { mayBeSameNamespace } from '../manifests/namespaces';
import type { PodRange } from '../manifests/pod-range';

export const HORIZONTAL_POD_AUTOSCALER = 'HorizontalPodAutoscaler.autoscaling';
export const SCALED_OBJECT = 'ScaledObject.keda.sh';

/** What KEDA takes where nothing is said. */
const MOST_OF_KEDA = 100;

/** What changes the number of replicas of something else: a HorizontalPodAutoscaler, or KEDA's ScaledObject. */
export class ScalerNode extends ResourceNode {
  private nameRead?: string;

  get target(): Field {
    return this.spec.at('scaleTargetRef');
  }

  /** The kind it scales. KEDA takes a Deployment when nothing is said. */
  get targetKind(): string | undefined {
    const kind = this.target.at('kind');
    return kind.exists || this.groupKind !== SCALED_OBJECT ? kind.text : 'Deployment';
  }

  get targetName(): string | undefined {
    return this.nameRead ??= this.target.textAt('name');
  }

  /** How many pods it leaves its target, as far as that is known. */
  get range(): PodRange | undefined {
    const [fewest, most] = this.limits;
    const min = fewest.exists ? fewest.number : this.fewestWhereNoneIsSaid;
    const max = most.exists ? most.number : this.groupKind === SCALED_OBJECT ? MOST_OF_KEDA : undefined;
    return min === undefined || max === undefined ? undefined : { min, max };
  }

  /** Where the fewest and the most pods are written. */
  get limits(): readonly [fewest: Field, most: Field] {
    return this.groupKind === SCALED_OBJECT
      ? [this.spec.at('minReplicaCount'), this.spec.at('maxReplicaCount')]
      : [this.spec.at('minReplicas'), this.spec.at('maxReplicas')];
  }

  /** KEDA goes down to nothing, an autoscaler of Kubernetes does not. */
  get fewestWhereNoneIsSaid(): number {
    return this.groupKind === SCALED_OBJECT ? 0 : 1;
  }

  /** Whether it scales an object of this kind and name, somewhere where the other is. */
  scalesObject({ kind, name, near }: { readonly kind?: string; readonly name?: string; readonly near?: string }): boolean {
    return this.targetName !== undefined && this.targetName === name && this.targetKind === kind && mayBeSameNamespace(this.namespace, near);
  }

  /** Whether it scales the Rollout of this namespace and name. */
  scales(rollout: ResourceNode): boolean {
    // Every scaler may be asked about every Rollout: the name comes first, since it is the one that differs.
    return this.targetName === rollout.name && this.targetKind === 'Rollout' && mayBeSameNamespace(this.namespace, rollout.namespace);
  }
}
