import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import { requestRateIntent } from '../../analyses/request-rate';
import type { RequestRateOptions } from '../../analyses/request-rate';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { RequestRateAnalysisArgs } from '../arguments/component-args';

/** Whether there are enough requests, or not too many, as an object that several rollouts may use. */
export class RequestRateAnalysis extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: RequestRateAnalysisArgs, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('RequestRateAnalysis'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(this, 'RequestRateAnalysis', name, args, (options: RequestRateOptions) => requestRateIntent('RequestRateAnalysis', options));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
