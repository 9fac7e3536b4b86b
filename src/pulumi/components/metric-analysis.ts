import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import type { MetricOptions } from '../../analyses/metric-options';
import { metricIntent } from '../../analyses/questions';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { MetricAnalysisArgs } from '../arguments/component-args';

/** A query of your own, as an object that several rollouts may use. */
export class MetricAnalysis extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: MetricAnalysisArgs, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('MetricAnalysis'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(this, 'MetricAnalysis', name, args, (options: MetricOptions) => metricIntent('MetricAnalysis', { ...options, name: options.name ?? name }));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
