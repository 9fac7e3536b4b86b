import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import type { SuccessRateOptions } from '../../analyses/options';
import { successRateIntent } from '../../analyses/questions';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { SuccessRateAnalysisArgs } from '../arguments/component-args';

/** Whether enough requests are good, as an object that several rollouts may use. */
export class SuccessRateAnalysis extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: SuccessRateAnalysisArgs = {}, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('SuccessRateAnalysis'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(this, 'SuccessRateAnalysis', name, args, (options: SuccessRateOptions) => successRateIntent('SuccessRateAnalysis', options));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
