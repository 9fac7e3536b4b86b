// What a trace keeps of Argo's objects: all that a person would watch, and nothing that differs from run to run for no reason.
import type { Fields, KubeObject } from './objects';
import type { Describe } from './trace';

const HASH = 'rollouts-pod-template-hash';

export function hashOf({ metadata }: KubeObject): string | undefined {
  return metadata.labels?.[HASH];
}

export const describeArgo: Readonly<Record<string, Describe>> = {
  Rollout: describeRollout,
  ReplicaSet: describeReplicaSet,
  // What the disruption controller makes of it, once it has looked.
  PodDisruptionBudget: ({ status = {} }) =>
    status.expectedPods === undefined ? undefined : { mayGo: status.disruptionsAllowed, of: status.expectedPods },
  AnalysisRun: describeRun,
  Experiment: describeExperiment,
  // One that lends its template.
  Deployment: ({ spec, status = {} }) => ({
    image: spec.template.spec.containers[0].image, wanted: spec.replicas, ready: status.readyReplicas ?? 0,
  }),
  // Those that are a version of their own; every namespace has one that is not.
  ConfigMap: ({ immutable }) => immutable === true ? { immutable } : undefined,
  // Whose pods a Service leads to: all of them, unless the controller has narrowed it to a version.
  Service: ({ spec }) => ({ hash: spec.selector?.[HASH] }),
  // Those of the rollout itself; others tell of pods that were made and bound.
  Event: ({ involvedObject, reason, message, count }) => involvedObject.kind === 'Rollout' ? { type: reason, message, count } : undefined,
};

/** Undefined while the controller has not seen what was written last: its status is that of the version before. */
function describeRollout({ metadata, spec, status = {} }: KubeObject): Fields | undefined {
  if (status.observedGeneration !== String(metadata.generation)) return undefined;
  return {
    phase: status.phase,
    ...status.message && { message: status.message },
    weight: weightOf(spec, status),
    step: status.currentStepIndex,
    pauses: (status.pauseConditions ?? []).map(({ reason }: Fields) => reason),
    aborted: status.abort ?? false,
    promoted: isPromoted(status),
    replicas: {
      wanted: spec.replicas, all: status.replicas ?? 0, updated: status.updatedReplicas ?? 0, available: status.availableReplicas ?? 0,
    },
    hash: status.currentPodHash,
  };
}

function isPromoted({ currentPodHash, stableRS }: Fields): boolean {
  return currentPodHash !== undefined && currentPodHash === stableRS;
}

/**
 * The share of the new version. A router's is what the controller has set; without one it is what the step asks for, and
 * the pods come as near to it as their number allows.
 */
function weightOf({ strategy: { canary } }: Fields, status: Fields): number {
  if (isPromoted(status)) return 100;
  if (status.canary?.weights) return status.canary.weights.canary.weight;
  if (!canary || status.abort || canary.trafficRouting) return 0;
  const steps: Fields[] = canary.steps ?? [];
  const index = status.currentStepIndex ?? 0;
  if (index >= steps.length) return 100;
  return steps.slice(0, index + 1).filter(({ setWeight }) => setWeight !== undefined).at(-1)?.setWeight ?? 0;
}

/** Those of Deployments are none of Argo's. */
function describeReplicaSet(object: KubeObject): Fields | undefined {
  const { spec, status = {} } = object;
  const hash = hashOf(object);
  const configs = configsOf(spec.template?.spec ?? {});
  return hash === undefined ? undefined : { hash, wanted: spec.replicas, ready: status.readyReplicas ?? 0, ...configs.length > 0 && { configs } };
}

/** The ConfigMaps that are the environment of the pods. */
function configsOf({ containers = [] }: Fields): string[] {
  return containers.flatMap(({ envFrom = [] }: Fields) => envFrom.flatMap(({ configMapRef }: Fields) => configMapRef?.name ?? []));
}

function describeRun(object: KubeObject): Fields {
  const { metadata, spec, status = {} } = object;
  return {
    type: metadata.labels?.['rollout-type'] ?? metadata.ownerReferences?.[0]?.kind,
    hash: hashOf(object),
    phase: status.phase ?? 'Pending',
    ...status.message && { message: status.message },
    metrics: Object.fromEntries(spec.metrics.map(({ name }: Fields) => {
      return [name, describeResult(status.metricResults?.find((one: Fields) => one.name === name))];
    })),
  };
}

/** It gets none of the traffic. The hash is that of the version that has a Service, of several the last. */
function describeExperiment({ status = {} }: KubeObject): Fields {
  const versions: Fields[] = status.templateStatuses ?? [];
  const hash = versions.flatMap(({ podTemplateHash }) => podTemplateHash ?? []).at(-1);
  return {
    phase: status.phase ?? 'Pending',
    ...status.message && { message: status.message },
    weight: 0,
    versions: Object.fromEntries(versions.map(version => [version.name, version.status])),
    analyses: Object.fromEntries((status.analysisRuns ?? []).map(({ name, phase }: Fields) => [name, phase])),
    ...hash && { hash },
  };
}

function describeResult({ phase = 'Pending', ...result }: Fields = {}): Fields {
  const counts = ['successful', 'failed', 'inconclusive', 'error', 'consecutiveError'].filter(count => result[count]);
  return { phase, ...Object.fromEntries(counts.map(count => [count, result[count]])) };
}

/** Those that have ended; what is being measured has no value yet. `period` tells two with the same answer apart. */
export function measurementsOf({ status = {} }: KubeObject): Fields[] {
  return (status.metricResults ?? []).flatMap(({ name, measurements = [] }: Fields) => measurements
    .filter(({ finishedAt }: Fields) => finishedAt)
    .map(({ phase, value, message, startedAt, finishedAt }: Fields) => ({
      metric: name, phase, ...value !== undefined && { value }, ...message && { message }, period: `${startedAt} ${finishedAt}`,
    })));
}
