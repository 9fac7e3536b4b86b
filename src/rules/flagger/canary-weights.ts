import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { ALL, climbOf, lastOf, lastWeight } from '../canary-climb';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryWeights: Rule = {
  id: 'canary-weights',
  class: 'broken',
  summary: 'the weights of a Canary rise until it is promoted, and not beyond its maxWeight',
  why: 'where the next weight is not above the one before, Flagger neither goes on nor promotes, and says nothing (measured on the controller); and it asks after each step, not before, whether maxWeight is reached',
  covers: ['FW-01', 'FW-02', 'FW-03', 'FW-04', 'FW-05', 'FW-21', 'FW-22', 'FW-23', 'GATE-24'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    if (!canary.isAnalysed) {
      return;
    }
    const iterations = canary.analysis.at('iterations');
    if (canary.course === undefined && iterations.number !== undefined && canary.provider !== 'kubernetes') {
      yield remark(iterations, `must be at least 1 where there are no weights, got ${iterations.number}, and the analysis never gets beyond its beginning`, write(iterations, 10));
    } else if (canary.course === 'weights') {
      // an audience gets all at once there, whatever the first weight is
      const isOneStep = canary.provider === 'nginx' && canary.matchEffect === 'heeded';
      yield* canary.analysis.has('stepWeights') ? judgeList(canary.analysis.at('stepWeights'), isOneStep) : judgeEqual(canary);
    }
    yield* judgePromotion(canary);
  }),
};

function* judgeList(list: Field, isOneStep: boolean): Iterable<Remark> {
  const weights = list.items().map(({ number }) => number);
  if (!list.isList) {
    return;
  }
  if (weights.length === 0) {
    yield remark(list, 'must have a weight at least, got none, and the analysis never gets beyond its beginning', 'write for example stepWeights: [5, 20, 50]');
  } else if (weights.every((weight) => weight !== undefined)) {
    const stuck = climbOf(weights).stuckAt;
    const before = stuck === undefined ? 0 : weights[stuck - 1] ?? 0;
    const last = list.at(weights.length - 1);
    const rest = weights.filter((weight, index) => weight > Math.max(0, ...weights.slice(0, index)));
    if (stuck !== undefined && (stuck === 0 || !isOneStep)) {
      yield remark(
        list.at(stuck), `must be above ${before}, got ${weights[stuck]}, and the weight stays at ${Math.min(before, ALL)} for ever`,
        rest.length === 0 ? 'write stepWeights: [5, 20, 50]' : `take ${weights[stuck]} out, so that they are [${rest.join(', ')}]`,
      );
    } else if ((last.number ?? 0) <= 0) {
      yield remark(
        last, `must be above 0, got ${last.number}: the last weight is the most, so that the release is promoted before the canary gets a request`,
        `take ${last.number} out, so that they are [${rest.join(', ')}]`,
      );
    }
  }
}

function* judgeEqual({ analysis }: CanaryNode): Iterable<Remark> {
  const [step, most] = [analysis.at('stepWeight'), analysis.at('maxWeight')];
  const max = most.number !== undefined && most.number > 0 ? most.number : most.isUnknown ? undefined : ALL;
  if (step.number !== undefined && step.number <= 0) {
    yield remark(step, `must be above 0, got ${step.number}, and the analysis never gets beyond its beginning`, write(step, 10));
  } else if (max !== undefined && max > ALL) {
    yield remark(most, `must be at most ${ALL}, got ${max}, which no weight reaches, so nothing is promoted`, write(most, ALL));
  } else if (step.number !== undefined && max !== undefined) {
    yield* judgeLast(step, most, max, analysis.at('mirror').boolean === true);
  }
}

function* judgeLast(step: Field, most: Field, max: number, isMirrored: boolean): Iterable<Remark> {
  const by = step.number ?? 0;
  const last = lastOf(by, max);
  if (by > ALL && isMirrored) {
    yield remark(step, `must be at most ${ALL} beside mirror, got ${by}, a weight that every router refuses: the analysis never gets beyond its beginning`, write(step, Math.min(ALL, max)));
  } else if (by > max) {
    yield remark(step, `must be at most the ${shown(max)} of maxWeight, got ${by}, which is the first and only weight`, write(step, max), { class: 'risky' });
  } else if (last > max) {
    yield remark(
      most, `must be a weight that steps of ${by} come to, got ${max}: the last one is ${last}`, `${write(most, last - by > 0 ? Math.floor(max / by) * by : last)} or ${last}`, { class: 'risky' },
    );
  }
}

function* judgePromotion(canary: CanaryNode): Iterable<Remark> {
  const { analysis, provider } = canary;
  const step = analysis.at('stepWeightPromotion');
  if (provider === 'kubernetes' || step.number === undefined) {
    return;
  }
  if (step.number < 0) {
    yield remark(step, `must not be below 0, got ${step.number}: the primary gets less with each step, and the promotion never ends`, write(step, 0));
  } else if (provider === 'knative' && step.number > 0) {
    yield* judgeKnative(step, step.number, lastWeight(canary));
  }
}

/** Once promoted, the new revision stands there for both versions, so that Flagger takes the share of the canary for that of the primary. */
function* judgeKnative(step: Field, by: number, last?: number): Iterable<Remark> {
  const least = last === undefined ? 0 : Math.max(last, ALL - last);
  if (by < least) {
    yield remark(
      step, `must be 0 with provider knative, or at least ${least}, got ${by}: Flagger takes the ${last} % of the canary for those of the primary as well, and the promotion never ends`,
      write(step, 0),
    );
  }
}
