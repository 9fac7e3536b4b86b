// What a trace keeps of Flagger's objects and of those it writes.
import type { Fields, KubeObject } from './objects';
import type { Describe } from './trace';

export const describeFlagger: Readonly<Record<string, Describe>> = {
  Canary: describeCanary,
  Deployment: ({ spec, status = {} }) => ({
    image: spec.template.spec.containers[0].image, wanted: spec.replicas, ready: status.readyReplicas ?? 0,
  }),
  // The apex Service leads to the primary's pods; a blue-green one to the canary's while it is judged.
  Service: ({ spec }) => ({ selector: spec.selector }),
};

/** Undefined until the controller has said something. */
function describeCanary({ status }: KubeObject): Fields | undefined {
  if (!status?.phase) return undefined;
  const { phase, canaryWeight = 0, iterations = 0, failedChecks = 0, conditions = [] } = status;
  const message = conditions.find(({ type }: Fields) => type === 'Promoted')?.message;
  return {
    phase,
    ...message && { message },
    weight: canaryWeight,
    iterations,
    failedChecks,
    aborted: phase === 'Failed',
    promoted: ['Initialized', 'Succeeded'].includes(phase),
  };
}
