import type { Construct } from 'constructs';
import { Rollout } from './rollout';
import type { CommonRolloutProps } from './rollout-props';
import type { ServiceReference } from './service-reference';
import type { ABTestOptions } from '../strategy/ab-test';
import { Strategy } from '../strategy/strategy';

/** Properties of `ABTestRollout`, beside those of every cdk8s-plus workload. */
export interface ABTestRolloutProps extends CommonRolloutProps, ABTestOptions {}

/** A workload whose new version is seen by those whom you choose, and by everybody when the test was passed. */
export class ABTestRollout extends Rollout {
  /** The Service that everybody calls. */
  public readonly stableService: ServiceReference;

  /** The Service that reaches the new version alone. */
  public readonly canaryService: ServiceReference;

  constructor(scope: Construct, id: string, props: ABTestRolloutProps) {
    super(scope, id, { ...props, strategy: Strategy.abTest(props)._flat() });
    this.stableService = this.mainService;
    this.canaryService = this.nextService;
  }
}
