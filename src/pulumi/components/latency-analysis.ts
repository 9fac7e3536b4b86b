import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import type { LatencyOptions } from '../../analyses/options';
import { latencyIntent } from '../../analyses/questions';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { LatencyAnalysisArgs } from '../arguments/component-args';

/** Whether requests are fast enough, as an object that several rollouts may use. */
export class LatencyAnalysis extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: LatencyAnalysisArgs = {}, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('LatencyAnalysis'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(this, 'LatencyAnalysis', name, args, (options: LatencyOptions) => latencyIntent('LatencyAnalysis', options));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
