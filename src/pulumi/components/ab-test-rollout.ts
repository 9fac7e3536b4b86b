import * as pulumi from '@pulumi/pulumi';
import { bringRollout, typeOf } from './rollout-component';
import type { ABTestOptions } from '../../strategy/ab-test';
import { Strategy } from '../../strategy/strategy';
import type { ABTestRolloutArgs, RolloutComponentOptions } from '../arguments/component-args';

/** A workload whose new version is seen by those whom you choose, and by everybody when the test was passed. */
export class ABTestRollout extends pulumi.ComponentResource {
  /** The name of the rollout. */
  public readonly rolloutName: pulumi.Output<string>;

  /** The namespace of the rollout. */
  public readonly namespace: pulumi.Output<string>;

  /** The name of the Service that everybody calls. */
  public readonly stableServiceName: pulumi.Output<string>;

  /** The name of the Service that reaches the new version alone. */
  public readonly canaryServiceName: pulumi.Output<string>;

  constructor(name: string, args: ABTestRolloutArgs, opts: RolloutComponentOptions = {}) {
    super(typeOf('ABTestRollout'), name, {}, opts);
    const brought = bringRollout(this, 'ABTestRollout', name, args, opts, value => Strategy.abTest(value as unknown as ABTestOptions)._flat());
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
