import * as pulumi from '@pulumi/pulumi';
import { bringRollout, typeOf } from './rollout-component';
import type { BlueGreenOptions } from '../../strategy/blue-green';
import { Strategy } from '../../strategy/strategy';
import type { BlueGreenRolloutArgs, RolloutComponentOptions } from '../arguments/component-args';

/** A workload whose new version gets all of the traffic at once, beside an old one that is still there to go back to. */
export class BlueGreenRollout extends pulumi.ComponentResource {
  /** The name of the rollout. */
  public readonly rolloutName: pulumi.Output<string>;

  /** The namespace of the rollout. */
  public readonly namespace: pulumi.Output<string>;

  /** The name of the Service that everybody calls. */
  public readonly activeServiceName: pulumi.Output<string>;

  /** The name of the Service that reaches the new version before everybody else does. */
  public readonly previewServiceName: pulumi.Output<string>;

  constructor(name: string, args: BlueGreenRolloutArgs, opts: RolloutComponentOptions = {}) {
    super(typeOf('BlueGreenRollout'), name, {}, opts);
    const brought = bringRollout(this, 'BlueGreenRollout', name, args, opts, value => Strategy.blueGreen(value as BlueGreenOptions)._flat());
    this.rolloutName = brought.rolloutName;
    this.namespace = brought.namespace;
    this.activeServiceName = brought.mainService;
    this.previewServiceName = brought.nextService;
    this.registerOutputs({
      rolloutName: this.rolloutName,
      namespace: this.namespace,
      activeServiceName: this.activeServiceName,
      previewServiceName: this.previewServiceName,
    });
  }
}
