import { bad, empty, good, play } from './metric-model';
import type { Answer, MetricFields } from './metric-model';
import { playRollout } from './rollout-model';
import type { Canary, Data } from './rollout-model';

/*
 * The forms that were tried on the running controllers (gates-measured.md of the project's reference), played through the
 * model that the tests of our own gating use. Each test is one measured row: where one fails, the model is wrong.
 */

const both: MetricFields = {
  interval: '2s',
  successCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.95',
  failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] < 0.95',
};
const failureOnly: MetricFields = { interval: '2s', failureCondition: both.failureCondition };
const always = (answer: Answer): Data => () => answer;
const hold = { pause: { duration: 6 } };
const analysis = (templateName: string) => ({ analysis: { templates: [{ templateName }] } });

describe('section 1: a background analysis without data', () => {
  const background = (metric: MetricFields): Canary => ({
    strategy: {
      steps: [{ setWeight: 5 }, hold, { setWeight: 25 }, hold, { setWeight: 50 }, hold],
      analysis: { templates: [{ templateName: 'background' }], startingStep: 1 },
    },
    metrics: { background: [{ name: 'success-rate', ...metric }] },
  });

  test('is inconclusive at once, and does not keep the rollout from the next weight', () => {
    expect(play(both, [empty])).toEqual({ phase: 'Inconclusive', measurements: 1 });
    expect(playRollout(background(both), always(empty))).toMatchObject({ phase: 'Paused', weight: 25 });
  });

  test('with a raised inconclusive limit promotes blind', () => {
    const outcome = playRollout(background({ ...both, inconclusiveLimit: 100 }), always(empty));
    expect(outcome).toMatchObject({ phase: 'Healthy', weights: [5, 25, 50] });
  });
});

describe('section 2: a check that is made once', () => {
  const once: MetricFields = { name: 'smoke', count: 1, failureLimit: 1, successCondition: 'result[0] >= 0.95' };

  test('cannot fail while one failure is tolerated, and the rollout goes on to all of the traffic', () => {
    expect(play(once, [bad])).toEqual({ phase: 'Successful', measurements: 1 });
    expect(playRollout({ strategy: { steps: [{ setWeight: 20 }, analysis('smoke')] }, metrics: { smoke: [once] } }, always(bad))).toMatchObject({ phase: 'Healthy' });
  });

  test('fails as soon as no failure is tolerated', () => {
    expect(play({ ...once, failureLimit: 0 }, [bad])).toEqual({ phase: 'Failed', measurements: 1 });
  });
});

describe('section 3: an inline analysis', () => {
  const gate: MetricFields = { name: 'gate', ...both, count: 12, consecutiveSuccessLimit: 2, failureLimit: 1, inconclusiveLimit: 11 };
  const inline: Canary = { strategy: { steps: [{ setWeight: 5 }, analysis('gate'), { setWeight: 50 }] }, metrics: { gate: [gate] } };

  test('without data holds the weight, and is inconclusive after its twelfth answer', () => {
    expect(play(gate, [empty])).toEqual({ phase: 'Inconclusive', measurements: 12 });
    expect(playRollout(inline, always(empty))).toMatchObject({ phase: 'Paused', weight: 5 });
  });

  test('with bad data aborts at the second answer', () => {
    expect(play(gate, [bad])).toEqual({ phase: 'Failed', measurements: 2 });
    expect(playRollout(inline, always(bad))).toMatchObject({ phase: 'Aborted', weight: 0 });
  });

  test('with good data goes on after two answers', () => {
    expect(play(gate, [good])).toEqual({ phase: 'Successful', measurements: 2 });
    expect(playRollout(inline, always(good))).toMatchObject({ phase: 'Healthy', weights: [5, 50] });
  });

  test('without data passes when its inconclusive limit is not below its count', () => {
    const { consecutiveSuccessLimit, ...withoutEnd } = gate;
    expect(consecutiveSuccessLimit).toBe(2);
    expect(play({ ...withoutEnd, count: 3, inconclusiveLimit: 3 }, [empty])).toEqual({ phase: 'Successful', measurements: 3 });
    expect(play({ ...withoutEnd, count: 3, inconclusiveLimit: 2 }, [empty])).toEqual({ phase: 'Inconclusive', measurements: 3 });
  });
});

describe('section 3b: a guard beside gates', () => {
  const gate = (count: number): MetricFields => ({
    name: 'gate', ...both, consecutiveSuccessLimit: 2, failureLimit: 1, consecutiveErrorLimit: 30, count, inconclusiveLimit: count - 1,
  });
  const guarded = (count: number, ...more: object[]): Canary => ({
    strategy: {
      steps: [5, 25, 50].flatMap(setWeight => [{ setWeight }, hold, analysis('gate'), ...more]),
      analysis: { templates: [{ templateName: 'guard' }], startingStep: 1 },
    },
    metrics: { gate: [gate(count)], guard: [{ name: 'guard', ...failureOnly, failureLimit: 1, consecutiveErrorLimit: 30 }] },
  });
  const onceBad = (from: number): Data => (_, at) => at < from ? empty : bad;

  test('good all the time goes through every weight', () => {
    const outcome = playRollout(guarded(200), always(good));
    expect(outcome).toMatchObject({ phase: 'Healthy', weights: [5, 25, 50] });
    expect(outcome.at).toBeLessThan(30);
  });

  test('bad from the second weight on is ended by the guard after two answers', () => {
    const outcome = playRollout(guarded(200), (_, at) => at < 10 ? good : bad);
    expect(outcome).toMatchObject({ phase: 'Aborted', weights: [5, 25] });
    expect(outcome.at).toBeLessThanOrEqual(14);
  });

  test('no data for ten seconds keeps the weight until there are two good answers', () => {
    expect(playRollout(guarded(200), always(empty), 60)).toMatchObject({ phase: 'Progressing', weights: [5] });
    expect(playRollout(guarded(200), (_, at) => at < 16 ? empty : good)).toMatchObject({ phase: 'Healthy', weights: [5, 25, 50] });
  });

  test('a metric store that is away for 25 seconds aborts nothing', () => {
    const outcome = playRollout(guarded(200), (_, at) => at < 25 ? 'error' : good);
    expect(outcome).toMatchObject({ phase: 'Healthy', weights: [5, 25, 50] });
  });

  test('a gate that gave up leaves the rollout deaf to its guard', () => {
    expect(playRollout(guarded(12), onceBad(40), 80)).toMatchObject({ phase: 'Paused', weight: 5 });
  });

  test('a gate that keeps running leaves the guard its power to abort', () => {
    const outcome = playRollout(guarded(200), (metric, at) => metric === 'guard' && at >= 40 ? bad : empty);
    expect(outcome).toMatchObject({ phase: 'Aborted', weights: [5] });
    expect(outcome.at).toBeLessThanOrEqual(44);
  });

  test('a canary that goes bad during an approval is aborted', () => {
    const outcome = playRollout(guarded(200, { pause: {} }), (_, at) => at < 40 ? good : bad);
    expect(outcome).toMatchObject({ phase: 'Aborted', weights: [5] });
  });
});

describe('section 4: other facts', () => {
  test('the fifth error in a row ends a run, which aborts after forty seconds', () => {
    expect(play(failureOnly, ['error'])).toEqual({ phase: 'Error', measurements: 5 });
    const canary: Canary = {
      strategy: { steps: [{ setWeight: 5 }, { pause: {} }], analysis: { templates: [{ templateName: 'guard' }], startingStep: 1 } },
      metrics: { guard: [failureOnly] },
    };
    expect(playRollout(canary, always('error'))).toMatchObject({ phase: 'Aborted', at: 40 });
  });

  test('four errors and an answer begin the row of errors anew', () => {
    expect(play(failureOnly, ['error', 'error', 'error', 'error', good, 'error', 'error', 'error', 'error', good], 20)).toMatchObject({ phase: 'Running' });
  });

  test('an initial delay counts from the start of the run, once', () => {
    const canary: Canary = {
      strategy: { steps: [{ setWeight: 5 }, { pause: {} }], analysis: { templates: [{ templateName: 'guard' }], startingStep: 1 } },
      metrics: { guard: [{ ...failureOnly, initialDelay: '30s' }] },
    };
    expect(playRollout(canary, always(bad))).toMatchObject({ phase: 'Aborted', at: 30 });
  });

  test('an empty list that is indexed without asking is an error, and NaN compares as a failure', () => {
    const unguarded: MetricFields = { count: 1, successCondition: 'result[0] >= 0.95' };
    expect(play(unguarded, [empty])).toMatchObject({ phase: 'Error', measurements: 5 });
    expect(play(unguarded, [[NaN]])).toMatchObject({ phase: 'Failed', measurements: 1 });
  });

  test('a finite background run is not started again', () => {
    const canary: Canary = {
      strategy: { steps: [{ setWeight: 5 }, { pause: {} }], analysis: { templates: [{ templateName: 'guard' }], startingStep: 1 } },
      metrics: { guard: [{ ...failureOnly, count: 2 }] },
    };
    expect(playRollout(canary, (_, at) => at < 10 ? good : bad, 100)).toMatchObject({ phase: 'Progressing', weight: 5 });
  });
});
