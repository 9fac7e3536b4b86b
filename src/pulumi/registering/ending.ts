/** How a release stands, as the object that stands for it says. */
export type Ending = { readonly kind: 'under way' } | { readonly kind: 'done' } | { readonly kind: 'waits'; readonly why: string } | { readonly kind: 'failed'; readonly why: string };

interface Condition {
  readonly type?: string;
  readonly status?: string;
  readonly message?: string;
}

interface ReleasedObject {
  readonly metadata?: { readonly generation?: number };
  readonly spec?: {
    readonly strategy?: { readonly canary?: { readonly steps?: readonly { readonly pause?: { readonly duration?: unknown } }[] } };
  };
  readonly status?: {
    readonly phase?: string;
    readonly message?: string;
    readonly abort?: boolean;
    readonly observedGeneration?: string;
    readonly currentStepIndex?: number;
    readonly pauseConditions?: readonly { readonly reason?: string }[];
    readonly lastTransitionTime?: string;
    readonly conditions?: readonly Condition[];
  };
}

const underWay: Ending = { kind: 'under way' };

/** How a Rollout stands after its change of this generation. The controller tells which one it has seen as a text. */
export function endingOfRollout({ spec, status = {} }: ReleasedObject, generation: number): Ending {
  const { phase, abort, message, observedGeneration, pauseConditions = [], currentStepIndex } = status;
  if (observedGeneration === undefined || Number(observedGeneration) < generation) return underWay;
  if (abort === true) return { kind: 'failed', why: message ?? 'it was aborted' };
  if (phase === 'Healthy') return { kind: 'done' };
  if (phase === 'Degraded') return { kind: 'failed', why: message ?? 'it is degraded' };
  const step = spec?.strategy?.canary?.steps?.[currentStepIndex ?? 0];
  const asks = pauseConditions.some(({ reason }) => reason === 'InconclusiveAnalysisRun' || reason === 'BlueGreenPause'
    || (reason === 'CanaryPauseStep' && step?.pause !== undefined && step.pause.duration === undefined));
  return phase === 'Paused' && asks ? { kind: 'waits', why: message ?? pauseConditions[0].reason! } : underWay;
}

/** How an Experiment stands, which runs once. */
export function endingOfExperiment({ status: { phase, message } = {} }: ReleasedObject): Ending {
  switch (phase) {
    case 'Successful': return { kind: 'done' };
    case 'Failed': case 'Error': case 'Inconclusive': return { kind: 'failed', why: message ?? `its phase is ${phase}` };
    default: return underWay;
  }
}

/** How a Canary stands; `since` is when its workload was changed, which Flagger sees at its next look. */
export function endingOfCanary({ status = {} }: ReleasedObject, since: Date | undefined): Ending {
  const { phase, lastTransitionTime, conditions = [] } = status;
  const said = conditions.find(({ type }) => type === 'Promoted')?.message;
  if (since === undefined) return phase !== undefined && phase !== '' && phase !== 'Initializing' ? { kind: 'done' } : underWay;
  // the API server keeps whole seconds
  if (lastTransitionTime === undefined || new Date(lastTransitionTime).getTime() < Math.floor(since.getTime() / 1000) * 1000) return underWay;
  switch (phase) {
    case 'Succeeded': return { kind: 'done' };
    case 'Failed': case 'Terminated': return { kind: 'failed', why: said ?? 'it was rolled back' };
    case 'Waiting': case 'WaitingPromotion': return { kind: 'waits', why: said ?? 'a gate is closed' };
    default: return underWay;
  }
}
