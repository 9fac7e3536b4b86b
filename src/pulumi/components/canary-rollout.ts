import * as pulumi from '@pulumi/pulumi';
import { bringRollout, typeOf } from './rollout-component';
import type { CanaryOptions } from '../../strategy/canary';
import { Strategy } from '../../strategy/strategy';
import type { CanaryRolloutArgs, RolloutComponentOptions } from '../arguments/component-args';

/** A workload whose new version gets the traffic step by step, watched at every one of them. */
export class CanaryRollout extends pulumi.ComponentResource {
  /** The name of the rollout. */
  public readonly rolloutName: pulumi.Output<string>;

  /** The namespace of the rollout. */
  public readonly namespace: pulumi.Output<string>;

  /** The name of the Service that everybody calls. */
  public readonly stableServiceName: pulumi.Output<string>;

  /** The name of the Service that reaches the canary alone. */
  public readonly canaryServiceName: pulumi.Output<string>;

  constructor(name: string, args: CanaryRolloutArgs, opts: RolloutComponentOptions = {}) {
    super(typeOf('CanaryRollout'), name, {}, opts);
    const brought = bringRollout(this, 'CanaryRollout', name, args, opts, value => Strategy.canary(value as CanaryOptions)._flat());
    this.rolloutName = brought.rolloutName;
    this.namespace = brought.namespace;
    this.stableServiceName = brought.mainService;
    this.canaryServiceName = brought.nextService;
    this.registerOutputs({
      rolloutName: this.rolloutName,
      namespace: this.namespace,
      stableServiceName: this.stableServiceName,
      canaryServiceName: this.canaryServiceName,
    });
  }
}
