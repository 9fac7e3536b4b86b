import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import { saturationIntent } from '../../analyses/saturation';
import type { SaturationOptions } from '../../analyses/saturation';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { SaturationAnalysisArgs } from '../arguments/component-args';

/** Whether the canary's containers have room left, as an object that several rollouts may use. */
export class SaturationAnalysis extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: SaturationAnalysisArgs, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('SaturationAnalysis'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(this, 'SaturationAnalysis', name, args, (options: SaturationOptions) => saturationIntent('SaturationAnalysis', options));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
