import type { Construct } from 'constructs';
import { Rollout } from './rollout';
import type { CommonRolloutProps } from './rollout-props';
import type { ServiceReference } from './service-reference';
import type { CanaryOptions } from '../strategy/canary';
import { Strategy } from '../strategy/strategy';

/** Properties of `CanaryRollout`, beside those of every cdk8s-plus workload. */
export interface CanaryRolloutProps extends CommonRolloutProps, CanaryOptions {}

/** A workload whose new version gets the traffic step by step, watched at every one of them. */
export class CanaryRollout extends Rollout {
  /** The Service that everybody calls. */
  public readonly stableService: ServiceReference;

  /** The Service that reaches the canary alone. */
  public readonly canaryService: ServiceReference;

  constructor(scope: Construct, id: string, props: CanaryRolloutProps) {
    super(scope, id, { ...props, strategy: Strategy.canary(props)._flat() });
    this.stableService = this.mainService;
    this.canaryService = this.nextService;
  }
}
