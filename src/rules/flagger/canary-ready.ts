import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted } from '../wording';

/** In seconds, where a Deployment says nothing. */
const DEADLINE = 600;

export const canaryReady: Rule = {
  id: 'canary-ready',
  class: 'broken',
  summary: 'a target gets ready for Flagger when pods of it are, and in the time that the Canary gives it',
  why: 'a threshold is a share of the pods in percent, rounded down: above 100 it is never reached, and where it comes to no pod at all the canary gets requests without one; and Flagger gives up when Kubernetes does',
  covers: ['FT-19', 'FT-20'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    yield* judgeThreshold(canary, canary.analysis.at('primaryReadyThreshold'));
    yield* judgeThreshold(canary, canary.analysis.at('canaryReadyThreshold'));
    yield* judgeDeadline(canary);
  }),
};

function* judgeThreshold({ pods, spec, scaler }: CanaryNode, field: Field): Iterable<Remark> {
  const { number } = field;
  if (number === undefined) {
    return;
  }
  const replicas = spec.at('autoscalerRef').exists ? scaler?.range?.min : pods?.isDeployment === true ? pods.workload.spec.at('replicas').number : undefined;
  if (number > 100) {
    yield remark(field, `must be at most 100, got ${number}, and so many percent of the pods are never ready`, write(field, 100));
  } else if (number <= 0) {
    yield remark(field, `must be at least 1, got ${number}: it is ready with no pod`, write(field, 100), { class: 'risky' });
  } else if (replicas !== undefined && replicas > 0 && Math.floor(replicas * number / 100) === 0) {
    yield remark(
      field, `must come to a pod at least, got ${number} percent of ${counted(replicas, 'pod')}: it is ready with none`,
      write(field, Math.ceil(100 / replicas)), { class: 'risky' },
    );
  }
}

function* judgeDeadline(canary: CanaryNode): Iterable<Remark> {
  const { pods, spec } = canary;
  const wanted = spec.at('progressDeadlineSeconds').number;
  const field = pods?.isDeployment === true ? pods.workload.spec.at('progressDeadlineSeconds') : undefined;
  const given = field === undefined || field.isUnknown ? undefined : field.exists ? field.number : DEADLINE;
  if (field !== undefined && wanted !== undefined && given !== undefined && given < wanted) {
    yield remark(
      field, `must be at least the ${wanted} s that ${canary.resource} waits, got ${given} s${field.exists ? '' : ' where nothing is said'}: after them it is taken back`,
      write(field, wanted), { about: canary, class: 'advice' },
    );
  }
}
