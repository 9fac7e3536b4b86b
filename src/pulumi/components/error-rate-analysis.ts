import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import type { ErrorRateOptions } from '../../analyses/options';
import { errorRateIntent } from '../../analyses/questions';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { ErrorRateAnalysisArgs } from '../arguments/component-args';

/** Whether few enough requests are bad, as an object that several rollouts may use. */
export class ErrorRateAnalysis extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: ErrorRateAnalysisArgs = {}, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('ErrorRateAnalysis'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(this, 'ErrorRateAnalysis', name, args, (options: ErrorRateOptions) => errorRateIntent('ErrorRateAnalysis', options));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
