// What a trace keeps of an object: all that a person would watch, and nothing that differs from run to run for no reason.

const HASH = 'rollouts-pod-template-hash';
const CANARY_WEIGHT = 'nginx.ingress.kubernetes.io/canary-weight';

export const hashOf = ({ metadata }) => metadata.labels?.[HASH];

/** Undefined while the controller has not seen what was written last: its status is that of the version before. */
export function describeRollout({ metadata, spec, status = {} }) {
  if (status.observedGeneration !== String(metadata.generation)) return undefined;
  return {
    phase: status.phase,
    ...status.message && { message: status.message },
    weight: weightOf(spec, status),
    step: status.currentStepIndex,
    pauses: (status.pauseConditions ?? []).map(({ reason }) => reason),
    aborted: status.abort ?? false,
    promoted: isPromoted(status),
    replicas: {
      wanted: spec.replicas, all: status.replicas ?? 0, updated: status.updatedReplicas ?? 0, available: status.availableReplicas ?? 0,
    },
    hash: status.currentPodHash,
  };
}

const isPromoted = ({ currentPodHash, stableRS }) => currentPodHash !== undefined && currentPodHash === stableRS;

/**
 * The share of the new version. A router's is what the controller has set; without one it is what the step asks for, and
 * the pods come as near to it as their number allows.
 */
function weightOf({ strategy: { canary } }, status) {
  if (isPromoted(status)) return 100;
  if (status.canary?.weights) return status.canary.weights.canary.weight;
  if (!canary || status.abort || canary.trafficRouting) return 0;
  const steps = canary.steps ?? [];
  const index = status.currentStepIndex ?? 0;
  if (index >= steps.length) return 100;
  return steps.slice(0, index + 1).findLast(({ setWeight }) => setWeight !== undefined)?.setWeight ?? 0;
}

export function describeReplicaSet(object) {
  const { spec, status = {} } = object;
  return { hash: hashOf(object), wanted: spec.replicas, ready: status.readyReplicas ?? 0 };
}

/** Whose pods a Service leads to: all of them, unless the controller has narrowed it to a version. */
export function describeService({ spec }) {
  return { hash: spec.selector?.[HASH] };
}

export function describeIngress({ metadata }) {
  const weight = metadata.annotations?.[CANARY_WEIGHT];
  return weight === undefined ? {} : { weight: Number(weight) };
}

export function describeRun({ metadata, spec, status = {} }) {
  return {
    type: metadata.labels?.['rollout-type'],
    hash: hashOf({ metadata }),
    phase: status.phase ?? 'Pending',
    ...status.message && { message: status.message },
    metrics: Object.fromEntries(spec.metrics.map(({ name }) => {
      return [name, describeResult(status.metricResults?.find((one) => one.name === name))];
    })),
  };
}

function describeResult({ phase = 'Pending', ...result } = {}) {
  const counts = ['successful', 'failed', 'inconclusive', 'error', 'consecutiveError'].filter((count) => result[count]);
  return { phase, ...Object.fromEntries(counts.map((count) => [count, result[count]])) };
}

/** Those that have ended; what is being measured has no value yet. */
export function measurementsOf({ status = {} }) {
  return (status.metricResults ?? []).flatMap(({ name, measurements = [] }) => measurements
    .filter(({ finishedAt }) => finishedAt)
    .map(({ phase, value, message, startedAt, finishedAt }) => ({
      metric: name, phase, ...value !== undefined && { value }, ...message && { message }, period: `${startedAt} ${finishedAt}`,
    })));
}
