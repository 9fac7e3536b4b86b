import * as pulumi from '@pulumi/pulumi';
import { namespaceOf, typeOf } from './rollout-component';
import { resourceName } from '../../manifests/names';
import type { RolloutComponentOptions } from '../arguments/component-args';
import type { ExperimentArgs } from '../arguments/experiment-args';
import { knownText } from '../arguments/pending';
import { named } from '../arguments/shape';
import { writeExperiment } from '../compiling/compile-experiment';
import type { ExperimentValue, WrittenExperiment } from '../compiling/compile-experiment';
import { bring } from '../registering/bring';
import { releaseAmong } from '../registering/children';
import { waitingOf, withWaitProblems } from '../registering/wait-choice';

/**
 * Versions that run side by side for a while, apart from every rollout and from its traffic: a baseline and a canary under the same
 * conditions. It runs once, when it is created; whatever is changed of what runs or is asked has it deleted and run again.
 */
export class Experiment extends pulumi.ComponentResource {
  /** The name of the experiment. */
  public readonly experimentName: pulumi.Output<string>;

  /** The namespace of the experiment. */
  public readonly namespace: pulumi.Output<string>;

  constructor(name: string, args: ExperimentArgs, opts: RolloutComponentOptions = {}) {
    super(typeOf('Experiment'), name, {}, opts);
    const { compiled, children } = bring({
      component: this,
      kind: 'Experiment',
      name,
      args,
      compiling: {
        shape: named('Experiment'),
        resource: resourceName('Experiment', knownText(args?.namespace), knownText(args?.name) ?? name),
        write: (value: ExperimentValue) => withWaitProblems(writeExperiment(name, value), value, this),
      },
      prefix: ({ value }) => (value as WrittenExperiment).name,
      wait: args?.wait,
      waiting: waitingOf(args?.waiting),
      mainOptions: opts.rolloutOpts,
    });
    this.experimentName = pulumi.output((compiled.value as WrittenExperiment).name);
    this.namespace = namespaceOf(releaseAmong(children), args.namespace);
    this.registerOutputs({ experimentName: this.experimentName, namespace: this.namespace });
  }
}
