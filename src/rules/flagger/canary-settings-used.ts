import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { parseGoDuration } from '../../manifests/durations';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Flagger looks at a Canary no more often than so many seconds, and every minute where it cannot read how often. */
const SHORTEST_INTERVAL = 10;

export const canarySettingsUsed: Rule = {
  id: 'canary-settings-used',
  class: 'risky',
  summary: 'what an analysis of Flagger says is done as it says',
  why: 'Flagger leaves out without a word what has no place in the way that the traffic moves, and takes other values for some: a release goes otherwise than it reads',
  covers: ['FW-06', 'FW-07', 'FW-08', 'FW-13', 'FW-14', 'FW-15', 'FW-24'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    yield* judgeInterval(canary.analysis.at('interval'));
    yield* judgeThreshold(canary.analysis.at('threshold'));
    yield* judgeWeights(canary);
    yield* judgeMirror(canary);
    yield* judgePromotion(canary);
  }),
};

function* judgeInterval(field: Field): Iterable<Remark> {
  const { text } = field;
  const seconds = text === undefined ? undefined : parseGoDuration(text);
  if (seconds !== undefined && seconds < SHORTEST_INTERVAL) {
    yield remark(field, `must be at least 10s, got ${text}, for which Flagger takes 10s`, write(field, '10s'));
  } else if (text !== undefined && seconds === undefined) {
    const [meant] = /^\d+[ms]/.exec(text) ?? ['1m'];
    yield remark(field, `must be a duration such as 90s, got ${text}, for which Flagger takes 1m`, write(field, meant));
  }
}

function* judgeThreshold(field: Field): Iterable<Remark> {
  if (field.number !== undefined && field.number < 1) {
    yield remark(field, `must be at least 1, got ${field.number}, for which Flagger takes 1: the first failed check takes the release back`, write(field, 1));
  }
}

function* judgeWeights({ analysis, course, provider }: CanaryNode): Iterable<Remark> {
  const [most, list] = [analysis.at('maxWeight'), analysis.at('stepWeights')];
  const isBlueGreen = course === 'blue-green' || course === 'ab-test';
  const step = analysis.has('stepWeights') ? list : analysis.at('stepWeight');
  if (provider === 'kubernetes' && step.exists && !analysis.has('iterations')) {
    yield remark(step, 'has no weights to give with provider kubernetes, which splits no traffic: it is a blue-green of 10 iterations', 'write iterations: 10 instead');
  } else if (most.exists && isBlueGreen) {
    yield remark(most, 'is not read beside iterations, which move the traffic all at once', 'drop maxWeight');
  } else if (most.exists && list.isList) {
    yield remark(most, `is not read beside stepWeights, the last of which is the most, got ${most.number ?? ''}`, 'drop maxWeight');
  }
  for (const weight of isBlueGreen ? [] : list.items().filter(({ number = 0 }) => number > 100)) {
    yield remark(weight, `must be at most 100, got ${weight.number ?? ''}, for which Flagger takes 100`, write(weight, 100));
  }
}

function* judgeMirror({ analysis, course, provider }: CanaryNode): Iterable<Remark> {
  const [mirror, weight] = [analysis.at('mirror'), analysis.at('mirrorWeight')];
  if (weight.exists && mirror.boolean !== true && !mirror.isUnknown) {
    yield remark(weight, 'is not read without mirror: true', 'drop mirrorWeight');
  } else if (weight.exists && provider !== undefined && provider !== 'istio') {
    yield remark(weight, `is not read with provider ${provider}, which mirrors all requests or none`, 'drop mirrorWeight');
  }
  if (mirror.boolean === true && course === 'ab-test') {
    yield remark(mirror, 'is not read in an A/B test, where requests of its audience go to the canary themselves', 'drop mirror');
  }
}

function* judgePromotion({ analysis, provider }: CanaryNode): Iterable<Remark> {
  const step = analysis.at('stepWeightPromotion');
  if (provider === 'kubernetes' && step.exists) {
    yield remark(step, 'is not read with provider kubernetes, which splits no traffic', 'drop stepWeightPromotion');
  } else if (step.number !== undefined && step.number > 100) {
    yield remark(step, `must be at most 100, got ${step.number}: the primary gets all in one step`, write(step, 100), { class: 'advice' });
  }
}
