import type { MetricInUse } from '../../graph/metric-in-use';
import type { RolloutNode } from '../../graph/rollout';
import { outcomeWithoutData } from '../outcomes';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted } from '../wording';

const GATES = 'hold with an inline analysis after each setWeight';

export const inconclusiveLimit: Rule = {
  id: 'inconclusive-limit',
  class: 'risky',
  summary: 'measurements that say nothing do not promote',
  why: 'a run with as many inconclusive answers as it may have ends as a success; in the background, no data pauses the rollout for a step and then lets it go on unwatched (measured on the controller)',
  covers: ['GATE-01', 'GATE-02', 'GATE-03', 'GATE-09'],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.metric.field.has('successCondition') && item.metric.conditions.length === 2) {
        yield* judgeCount(item);
        yield* judgeBackground(item);
      }
    }
  },
};

/** All measurements may say nothing, and the run is a success all the same. */
function* judgeCount({ metric, given, use }: MetricInUse): Iterable<Remark> {
  const count = metric.count(given);
  const limit = metric.limit('inconclusiveLimit', 0, given);
  // a run that must have good answers in a row does not end well without them (measured)
  if (count !== undefined && count > 0 && limit === count && !metric.field.has('consecutiveSuccessLimit')) {
    yield remark(
      metric.field.at('inconclusiveLimit'),
      `must be below the ${counted(count, 'measurement')} of ${metric.name ?? 'this metric'}, got ${limit}, so a run that learns nothing is a success`,
      `write inconclusiveLimit: ${count - 1}`, { class: 'broken', about: use?.rollout },
    );
  }
}

function* judgeBackground(item: MetricInUse): Iterable<Remark> {
  const { metric, given, use } = item;
  const limit = metric.limit('inconclusiveLimit', 0, given);
  const count = metric.count(given);
  if (use?.place !== 'background' || limit === undefined || limit === count || outcomeWithoutData(item) !== 'inconclusive') {
    return;
  }
  const rollout = use.rollout as RolloutNode;
  if (limit === 0) {
    yield remark(
      metric.field.at('inconclusiveLimit'),
      'without data this background analysis is inconclusive at once: the rollout pauses, the next hold ends it, and the weights go on with no analysis running',
      `drop successCondition, so that no data is no verdict here, and ${GATES}`, { about: rollout },
    );
  } else if (!hasGates(rollout)) {
    yield remark(
      metric.field.at('inconclusiveLimit'),
      `without data this background analysis lets ${counted(limit, 'inconclusive measurement')} pass and holds nothing, so the rollout can reach 100 % unmeasured`,
      `${GATES}, and drop successCondition here`, { about: rollout },
    );
  }
}

/** Whether an inline analysis stands after each weight that sends the canary some of the traffic. */
function hasGates(rollout: RolloutNode): boolean {
  let isOpen = false;
  for (const step of rollout.steps) {
    const weight = step.at('setWeight').number;
    if (weight !== undefined) {
      if (isOpen) {
        return false;
      }
      isOpen = weight > 0 && weight < 100;
    }
    isOpen &&= !step.at('analysis').exists;
  }
  return !isOpen;
}
