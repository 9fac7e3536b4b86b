import * as pulumi from '@pulumi/pulumi';
import { bringAnalysis } from './published-analysis';
import { typeOf } from './rollout-component';
import { restartIntent } from '../../analyses/restarts';
import type { RestartOptions } from '../../analyses/restarts';
import type { ExistingAnalysis } from '../arguments/arguments.generated';
import type { RestartAnalysisArgs } from '../arguments/component-args';

/** Whether the containers of the canary stay up, as an object that several rollouts may use. */
export class RestartAnalysis extends pulumi.ComponentResource {
  /** The name of the object. */
  public readonly templateName: pulumi.Output<string>;

  /** What a rollout in another program or language names it by; one in this program takes the component itself. */
  public readonly existing: ExistingAnalysis;

  constructor(name: string, args: RestartAnalysisArgs = {}, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('RestartAnalysis'), name, {}, opts);
    const { templateName, existing } = bringAnalysis(this, 'RestartAnalysis', name, args, (options: RestartOptions) => restartIntent('RestartAnalysis', options));
    this.templateName = templateName;
    this.existing = existing;
    this.registerOutputs({ templateName, existing });
  }
}
