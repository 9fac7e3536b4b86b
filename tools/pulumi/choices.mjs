// What is decided by hand of the arguments for Pulumi; all the rest follows from the API.

/** What a user gives that is written as one interface in the API of cdk8s, and by any of several classes. */
export const UNIONS = {
  ITrafficRouter: {
    docs: { text: 'Who splits the traffic: one of these.' },
    classes: [
      'AlbTraffic', 'AmbassadorTraffic', 'ApisixTraffic', 'ContourTraffic', 'GatewayApiTraffic', 'GlooTraffic', 'IstioTraffic', 'KnativeTraffic', 'KongTraffic',
      'KumaTraffic', 'LinkerdTraffic', 'NginxTraffic', 'OpenShiftTraffic', 'PluginTraffic', 'SkipperTraffic', 'TraefikTraffic',
    ],
  },
  IMetricSource: {
    docs: { text: 'Where metrics are kept: one of these.' },
    classes: [
      'CloudWatchSource', 'DatadogSource', 'DynatraceSource', 'ExternalMetricsSource', 'GraphiteSource', 'InfluxDbSource', 'KayentaSource', 'KeptnSource',
      'NewRelicSource', 'PluginSource', 'PrometheusSource', 'SkyWalkingSource', 'SplunkSource', 'StackdriverSource', 'WavefrontSource',
    ],
  },
  ITelemetry: { docs: { text: 'What questions are written against: one of these.' }, classes: ['Telemetry'], prefix: 'factory' },
  IAnalysis: { docs: { text: 'A question about a new version: one of these.' }, classes: ['Analysis', 'AnalysisTemplate', 'Action'], prefix: 'factory' },
  IAction: { docs: { text: 'Something that is done once at a moment of a release: one of these.' }, classes: ['Action'], prefix: 'factory' },
};

/** What an interface of the API is called where users of Pulumi write it. */
export const RENAMED = {
  ITrafficRouter: 'Traffic', IMetricSource: 'MetricSource', ITelemetry: 'Telemetry', IAnalysis: 'Analysis', IAction: 'Action', AlertChannelProps: 'AlertChannelOptions',
};

/** Choices whose options stand beside what is chosen, `{ stages: [5, 25], hold: '5m' }`; with the parameter that all of their factories have. */
export const INLINE = { Ramp: '', Stage: '', Gate: 'analysis', Arg: 'name' };

/** Classes with a single factory, which are no choice. */
export const AS_STRUCT = ['SecretReference', 'Adopted'];

/** Endings of classes that say no more than the property they are given to. */
export const CLASS_FACTORIES = ['Traffic', 'Source'];

/** What needs constructs, or says what an argument of the component says. */
export const LEFT_OUT = [
  'Action.job', // made of containers of cdk8s-plus; a spec does the same
  'Adopted.apiObject', 'Adopted.deployment', // of constructs; a name does the same
  'AnalysisTemplate.new', // a component of its own
  'AlertChannelProps.controller', // the rollout says it
];

/** Members that are called otherwise than the factory. */
export const MADE_BY_HAND = { 'Action.jobFromSpec': { member: 'job' }, 'AnalysisTemplate.fromName': { member: 'existing' } };

/** Classes of constructs, by the module that makes the same values without them. */
export const STAND_INS = { Action: 'pulumi/arguments/values', AnalysisTemplate: 'pulumi/arguments/values', Adopted: 'pulumi/arguments/values' };

/** Interfaces of others that are written as they are there. */
export const FOREIGN = {
  'cdk8s-plus-28.ContainerPort': {
    name: 'ContainerPort',
    type: {
      kind: 'struct', docs: { text: 'A port that a container listens on.' },
      members: [
        { name: 'name', optional: true, docs: { text: 'Its name.', default: '- none' }, shape: { kind: 'leaf', type: 'string' } },
        { name: 'number', optional: false, docs: { text: 'Its number.' }, shape: { kind: 'leaf', type: 'number' } },
        { name: 'protocol', optional: true, docs: { text: 'What is spoken there.', default: 'TCP' }, shape: { kind: 'leaf', type: 'string' } },
      ],
    },
  },
};

/** Calls that are of no class of ours, in the form that words.mjs gives to those that are. */
export const BY_HAND = { Date: '$1' };

/** Units of durations, which are texts here. */
export const DURATIONS = { 'Duration.days': 'd', 'Duration.hours': 'h', 'Duration.millis': 'ms', 'Duration.minutes': 'm', 'Duration.seconds': 's' };

/** What a factory is called in a sentence where it has no member, or one whose name says too little. */
export const NAMED_BY_HAND = { 'Adopted.named': 'adopt', 'Stage.at': '{ at: ... }' };

/** What has no counterpart, or another sentence for it. */
export const PHRASES = {
  'give the chart a namespace, or write metadata: { namespace: ... }': 'write namespace',
  'give the chart a namespace': 'write namespace',
  'that of `RolloutDefaults`, or ': '',
  ', beside those of `RolloutDefaults`': '',
  'the id of the construct': 'the name of the component',
  'write podMetadata: { annotations: { "prometheus.io/scrape": "true" } }': 'write template: { metadata: { annotations: { "prometheus.io/scrape": "true" } } }',
  'controller.version': 'controller.argoRollouts.version',
  'ask it in an Experiment': 'ask it in an experiment',
  'failureLimit: 0 at Gate.throughout': 'failureLimit: 0 and throughout: true',
  'shorten Controller.flagger({ interval })': 'shorten controller.flagger.interval',
  'the queries of its DatadogSource': 'the queries of its source',
};

/** Sentences that are not true of plain data, by what they are said of. */
export const DOCS = {
  'Action.jobFromSpec': { text: 'A Job, which has to succeed, by its spec as Kubernetes knows it. It runs in the namespace of the rollout.' },
  'GitOps.argoCd': { text: 'Argo CD. What a Rollout refers to is applied before it, by sync waves.' },
  'VersionedConfigProps.gitOps': { default: '- nothing, such as `kubectl apply`' },
};
