import * as pulumi from '@pulumi/pulumi';
import { bringRollout, typeOf } from './rollout-component';
import type { RolloutArgs, RolloutComponentOptions } from '../arguments/component-args';

/** A workload whose new version takes over as its strategy says. `CanaryRollout`, `BlueGreenRollout` and `ABTestRollout` are short forms of it. */
export class Rollout extends pulumi.ComponentResource {
  /** The name of the rollout. */
  public readonly rolloutName: pulumi.Output<string>;

  /** The namespace of the rollout. */
  public readonly namespace: pulumi.Output<string>;

  /** The name of the Service that everybody calls: the stable one of a canary, the active one of a blue-green. */
  public readonly mainServiceName: pulumi.Output<string>;

  /** The name of the Service that reaches the new version alone: that of the canary, the preview. */
  public readonly nextServiceName: pulumi.Output<string>;

  constructor(name: string, args: RolloutArgs, opts: RolloutComponentOptions = {}) {
    super(typeOf('Rollout'), name, {}, opts);
    const brought = bringRollout(this, 'Rollout', name, args, opts, value => value.strategy!);
    this.rolloutName = brought.rolloutName;
    this.namespace = brought.namespace;
    this.mainServiceName = brought.mainService;
    this.nextServiceName = brought.nextService;
    this.registerOutputs({
      rolloutName: this.rolloutName,
      namespace: this.namespace,
      mainServiceName: this.mainServiceName,
      nextServiceName: this.nextServiceName,
    });
  }
}
