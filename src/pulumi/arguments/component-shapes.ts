import { ControllerOwnedFields, Wait } from './component-args';
import { plain } from './plain';
import { any, boolean, duration, listOf, mapOf, named, needed, string } from './shape';
import type { Members, NamedShape, Shapes } from './shape';
import { shapes } from './shapes.generated';

/** What the object that stands for a component is called, and where it is. */
const object: Members = { name: plain(string, 'named'), namespace: string, labels: mapOf(string), annotations: mapOf(string) };

const waiting: Members = { wait: named('Wait'), waiting: named('Waiting') };

const release: Members = {
  ...membersOf('ReleaseOptions'),
  ...object,
  gitOps: named('GitOps'),
  template: any,
  adopt: named('Adopted'),
  alerts: listOf(named('AlertChannelOptions')),
  ...waiting,
  controllerOwnedFields: named('ControllerOwnedFields'),
  waive: listOf(named('Waiver')),
};

/** Of an analysis that is an object of its own. Its metric is called as the question is, so that the object has another name for its name. */
const published: Members = {
  templateName: plain(string, 'named'),
  namespace: string,
  labels: mapOf(string),
  gitOps: named('GitOps'),
  clusterWide: plain(boolean, 'fields'),
  controller: named('Controller'),
  source: named('MetricSource'),
  telemetry: named('Telemetry'),
  waive: listOf(named('Waiver')),
};

const waived = plain(string, 'waived');

const own: Shapes = {
  Wait: { kind: 'enum', values: Object.values(Wait) },
  ControllerOwnedFields: { kind: 'enum', values: Object.values(ControllerOwnedFields) },
  Waiting: struct({ kubeconfig: string, context: string, atMost: duration }),
  Waiver: struct({ rule: needed(waived), resource: waived, reason: needed(waived) }),
  CanaryRollout: struct({ ...release, ...membersOf('CanaryOptions') }),
  BlueGreenRollout: struct({ ...release, ...membersOf('BlueGreenOptions') }),
  ABTestRollout: struct({ ...release, ...membersOf('ABTestOptions') }),
  Rollout: struct({ ...release, strategy: needed(named('Strategy')) }),
  ExperimentPods: struct({ ...membersOf('ExperimentVariantOptions'), template: needed(any) }),
  Experiment: struct({
    ...membersOf('ExperimentOptions'),
    ...object,
    variants: needed(listOf(named('ExperimentPods'))),
    ...waiting,
    waive: listOf(named('Waiver')),
  }),
  SuccessRateAnalysis: question('SuccessRateOptions'),
  ErrorRateAnalysis: question('ErrorRateOptions'),
  LatencyAnalysis: question('LatencyOptions'),
  RequestRateAnalysis: question('RequestRateOptions'),
  SaturationAnalysis: question('SaturationOptions'),
  RestartAnalysis: question('RestartOptions'),
  BaselineAnalysis: question('BaselineOptions'),
  MetricAnalysis: question('MetricOptions'),
  AnalysisTemplate: question('AnalysisTemplateOptions'),
  AlertChannel: struct({ ...membersOf('AlertChannelOptions'), namespace: string, labels: mapOf(string), gitOps: named('GitOps'), controller: named('Controller') }),
  RolloutManifests: struct({
    files: listOf(string),
    yaml: string,
    objects: listOf(any),
    namespace: string,
    complete: plain(boolean, 'fields'),
    ignoreRules: listOf(string),
    waive: listOf(named('Waiver')),
    ...waiting,
    controllerOwnedFields: named('ControllerOwnedFields'),
  }),
  VersionedConfig: struct({ ...membersOf('VersionedConfigProps'), namespace: string }),
};

/** The arguments of every component, and of all that they hold. */
export const everyShape: Shapes = { ...shapes, ...own };

function question(options: string): NamedShape {
  return struct({ ...membersOf(options), ...published });
}

function struct(members: Members): NamedShape {
  return { kind: 'struct', members };
}

function membersOf(name: string): Members {
  const shape = shapes[name];
  return shape.kind === 'struct' ? shape.members : {};
}
