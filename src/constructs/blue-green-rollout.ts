import type { Construct } from 'constructs';
import { Rollout } from './rollout';
import type { CommonRolloutProps } from './rollout-props';
import type { ServiceReference } from './service-reference';
import type { BlueGreenOptions } from '../strategy/blue-green';
import { Strategy } from '../strategy/strategy';

/** Properties of `BlueGreenRollout`, beside those of every cdk8s-plus workload. */
export interface BlueGreenRolloutProps extends CommonRolloutProps, BlueGreenOptions {}

/** A workload whose new version gets all of the traffic at once, beside an old one that is still there to go back to. */
export class BlueGreenRollout extends Rollout {
  /** The Service that everybody calls. */
  public readonly activeService: ServiceReference;

  /** The Service that reaches the new version before everybody else does. */
  public readonly previewService: ServiceReference;

  constructor(scope: Construct, id: string, props: BlueGreenRolloutProps) {
    super(scope, id, { ...props, strategy: Strategy.blueGreen(props)._flat() });
    this.activeService = this.mainService;
    this.previewService = this.nextService;
  }
}
