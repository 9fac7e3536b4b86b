import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import { baselineIntent } from '../../analyses/baseline';
import type { BaselineOptions } from '../../analyses/baseline';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { BaselineAnalysisArgs } from '../arguments/component-args';

/** Whether the canary is no worse than the stable version, as an object that several rollouts may use. */
export class BaselineAnalysis extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: BaselineAnalysisArgs, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('BaselineAnalysis'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(this, 'BaselineAnalysis', name, args, (options: BaselineOptions) => baselineIntent('BaselineAnalysis', options));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
