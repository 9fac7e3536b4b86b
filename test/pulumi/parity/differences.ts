/** Something that users of the constructs say otherwise than users of the components, or that one of them cannot say. */
export interface Difference {
  /** What the constructs have, by the names of the public API. */
  readonly constructs: readonly string[];
  /** The arguments that stand for it. */
  readonly components: readonly string[];
  /** In Markdown, as docs/pulumi.md shows it. */
  readonly there: string;
  readonly here: string;
  readonly why: string;
}

/** All of them. A test compares both surfaces and wants to find these, and nothing else. */
export const differences: readonly Difference[] = [
  {
    constructs: ['WorkloadProps', 'Rollout.addContainer', 'Experiment.metadata', 'Experiment.variant', 'ExperimentPods.addContainer'],
    components: ['template', 'name', 'namespace', 'labels', 'annotations'],
    there: 'the properties and methods of a workload of cdk8s-plus, which the pods of an experiment are as well',
    here: '`template`, `selector`, `name`, `namespace`, `labels`, `annotations`',
    why: 'the components do without cdk8s, and pods are written as Kubernetes has them',
  },
  {
    constructs: ['Rollout.markHasAutoscaler', 'Rollout.toScalingTarget'],
    components: [],
    there: 'an autoscaler of cdk8s-plus takes the rollout for its target',
    here: '`scaling: { external: ... }`, beside an autoscaler of your own',
    why: 'as above',
  },
  {
    constructs: ['Action.job'],
    components: [],
    there: '`Action.job`',
    here: '`job: { spec: ... }`',
    why: 'it is made of containers of cdk8s-plus',
  },
  {
    constructs: ['Adopted.apiObject', 'Adopted.deployment'],
    components: [],
    there: '`Adopted.apiObject`, `Adopted.deployment`',
    here: '`adopt: { name: ..., labels: ..., ports: ... }`',
    why: 'they are given objects of cdk8s; a workload of the same program is named as any other',
  },
  {
    constructs: ['RolloutDefaults.of', 'RolloutDefaults.use', 'RolloutDefaults.lockValue'],
    components: ['controller', 'source', 'telemetry', 'gitOps'],
    there: '`RolloutDefaults` of a part of the app',
    here: 'the arguments of each component, and an object that several of them share',
    why: 'components have no scope from which they could inherit',
  },
  {
    constructs: ['RolloutChecks.of', 'RolloutChecks.waive'],
    components: ['waive'],
    there: '`RolloutChecks` of a part of the app',
    here: '`waive` of a component',
    why: 'each component judges what it writes; what others write it does not see',
  },
  {
    constructs: ['AlertChannelProps.controller'],
    components: [],
    there: '`controller` of a channel among `alerts`',
    here: 'that of the rollout; an `AlertChannel` has its own',
    why: 'a channel that is plain data belongs to one rollout',
  },
  {
    constructs: ['Rollout.toArgoCd', 'IgnoredDifference'],
    components: [],
    there: '`ignoreDifferences` and `toArgoCd()` of a rollout',
    here: 'nothing; the table above is of the same fields',
    why: 'Pulumi is told by `ignoreChanges`; an Argo CD that applies rendered YAML has to be told by hand',
  },
  {
    constructs: [],
    components: ['wait', 'waiting', 'controllerOwnedFields', 'ControllerOwnedFields', 'Wait'],
    there: 'nothing',
    here: '`wait`, `waiting`, `controllerOwnedFields`',
    why: 'it is about `pulumi up`; synthesis ends before anything is applied',
  },
];
