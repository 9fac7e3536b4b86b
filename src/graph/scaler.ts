import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const HORIZONTAL_POD_AUTOSCALER = 'HorizontalPodAutoscaler.autoscaling';
export const SCALED_OBJECT = 'ScaledObject.keda.sh';

/** What changes the number of replicas of something else: a HorizontalPodAutoscaler, or KEDA's ScaledObject. */
export class ScalerNode extends ResourceNode {
  get target(): Field {
    return this.spec.at('scaleTargetRef');
  }

  /** The kind it scales. KEDA takes a Deployment when nothing is said. */
  get targetKind(): string | undefined {
    const kind = this.target.at('kind');
    return kind.exists || this.groupKind !== SCALED_OBJECT ? kind.text : 'Deployment';
  }

  get targetName(): string | undefined {
    return this.target.at('name').text;
  }

  /** Whether it scales the Rollout of this namespace and name. */
  scales(rollout: ResourceNode): boolean {
    return this.targetKind === 'Rollout' && this.targetName === rollout.name
      && (this.namespace === rollout.namespace || this.namespace === undefined || rollout.namespace === undefined);
  }
}
