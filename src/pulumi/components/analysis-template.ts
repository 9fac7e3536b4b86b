import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import { templateIntent } from '../../analyses/template';
import type { AnalysisTemplateOptions } from '../../analyses/template';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { AnalysisTemplateArgs } from '../arguments/component-args';

/** Several questions under one name, as an object that any number of rollouts may use. */
export class AnalysisTemplate extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: AnalysisTemplateArgs, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('AnalysisTemplate'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(
      this, 'AnalysisTemplate', name, args, (options: AnalysisTemplateOptions) => templateIntent('AnalysisTemplate', args.templateName ?? name, options));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
