import { Duration } from 'cdk8s';
import { Analysis, NginxTraffic, NoData, Ramp, Step, Telemetry } from 'rolloutkit';
import type { CanaryRolloutProps } from 'rolloutkit';
import { bad, empty, good, notANumber, play } from './metric-model';
import type { Answer } from './metric-model';
import { canaryOf, playRollout } from './rollout-model';
import { checkoutCanary, checkoutManifests, metricOf } from '../../render';

const quickstart: Partial<CanaryRolloutProps> = {
  ramp: Ramp.stages([20, 40], { hold: Duration.minutes(5) }),
  analyses: [Analysis.successRate({ atLeast: 99 })],
};
const manifests = checkoutManifests(quickstart);
const guard = metricOf(manifests, 'checkout-guard', 'success-rate');
const gate = metricOf(manifests, 'checkout-success-rate', 'success-rate');
const catastrophes = ['catastrophic-errors', 'restarts', 'out-of-memory'];

describe('the guard', () => {
  test('asks every window, tolerates one failure and an outage of five minutes, and has no end of its own', () => {
    expect(guard).toEqual({
      name: 'success-rate',
      interval: '2m',
      initialDelay: '2m',
      failureLimit: 1,
      consecutiveErrorLimit: 30,
      failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] < 99',
      provider: expect.anything(),
    });
  });

  test('section 1, rows 1 and 3: has no inconclusive answers, so that silence neither pauses nor promotes by it', () => {
    for (const answer of [empty, notANumber, good]) expect(play(guard, [answer], 500)).toEqual({ phase: 'Running', measurements: 500 });
  });

  test('section 3b: fails at the second bad answer, whatever lies between', () => {
    expect(play(guard, [bad])).toEqual({ phase: 'Failed', measurements: 2 });
    expect(play(guard, [bad, empty, good, notANumber, 'error', bad])).toEqual({ phase: 'Failed', measurements: 6 });
  });

  test('section 4: survives a restart of the metric store of five minutes, and ends when it stays away', () => {
    const outage = Array.from<Answer>({ length: 30 }).fill('error');
    expect(play(guard, [...outage, good], 100)).toMatchObject({ phase: 'Running' });
    expect(play(guard, [...outage, 'error'], 100)).toEqual({ phase: 'Error', measurements: 31 });
  });

  test('section 4: begins at the step after the first weight, when there is a canary to watch', () => {
    expect(checkoutCanary(quickstart).analysis).toMatchObject({ startingStep: 1, templates: [{ templateName: 'checkout-guard' }] });
  });
});

describe('the stage gate', () => {
  test('asks for two good answers in a row, tolerates one bad one, and ends after twelve hours', () => {
    expect(gate).toEqual({
      name: 'success-rate',
      interval: '2m',
      count: 360,
      inconclusiveLimit: 359,
      consecutiveSuccessLimit: 2,
      failureLimit: 1,
      consecutiveErrorLimit: 30,
      successCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] >= 99',
      failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] < 99',
      provider: expect.anything(),
    });
  });

  test('section 3, row 1: without data keeps running to its last answer, and then does not pass', () => {
    expect(play(gate, [empty])).toEqual({ phase: 'Inconclusive', measurements: 360 });
    expect(play(gate, [notANumber])).toEqual({ phase: 'Inconclusive', measurements: 360 });
  });

  test('section 3, row 2: fails at the second bad answer', () => {
    expect(play(gate, [bad])).toEqual({ phase: 'Failed', measurements: 2 });
    expect(play(gate, [bad, good, bad])).toEqual({ phase: 'Failed', measurements: 3 });
  });

  test('section 3, row 3: passes after two good answers in a row, and not after two that are apart', () => {
    expect(play(gate, [good])).toEqual({ phase: 'Successful', measurements: 2 });
    expect(play(gate, [good, bad, good, good])).toEqual({ phase: 'Successful', measurements: 4 });
    expect(play(gate, [empty, empty, good, good])).toEqual({ phase: 'Successful', measurements: 4 });
  });

  test('waits out its window before the first answer, less what the stage held before it', () => {
    const delayed = (hold: Duration) => metricOf(checkoutManifests({ ...quickstart, ramp: Ramp.stages([20, 40], { hold }) }), 'checkout-success-rate', 'success-rate').initialDelay;
    expect(delayed(Duration.seconds(30))).toBe('1m30s');
    expect(delayed(Duration.minutes(2))).toBeUndefined();
    expect(delayed(Duration.minutes(5))).toBeUndefined();
  });

  test('waits out its whole window where one of the stages is not held', () => {
    const delayed = (...steps: Step[]) => metricOf(checkoutManifests({ ...quickstart, ramp: undefined, steps }), 'checkout-success-rate', 'success-rate').initialDelay;
    const held = [Step.weight(20), Step.hold(Duration.minutes(5))];
    expect(delayed(...held, Step.weight(40), Step.hold(Duration.minutes(5)))).toBeUndefined();
    expect(delayed(...held, Step.weight(40))).toBe('2m');
    expect(delayed(Step.weight(20), Step.weight(40), Step.hold(Duration.minutes(5)))).toBe('2m');
  });

  test.each([
    ['hold for less than an interval', { noData: NoData.hold({ atMost: Duration.seconds(10) }) }],
    ['hold for an hour', { noData: NoData.hold({ atMost: Duration.hours(1) }) }],
    ['six good answers in a row', { consecutiveSuccesses: 6 }],
    ['nine tolerated failures in a short hold', { failureLimit: 9, noData: NoData.hold({ atMost: Duration.minutes(4) }) }],
  ])('section 3, row 4: does not pass without data, with %s', (_, options) => {
    const metric = metricOf(checkoutManifests({ analyses: [Analysis.successRate(options)] }), 'checkout-success-rate', 'success-rate');
    expect(metric.inconclusiveLimit).toBeLessThan(metric.count);
    expect(metric.count).toBeGreaterThanOrEqual(metric.failureLimit + metric.consecutiveSuccessLimit); // the controller refuses less
    expect(play(metric, [empty]).phase).toBe('Inconclusive');
    expect(play(metric, [bad]).phase).toBe('Failed');
    expect(play(metric, [good]).phase).toBe('Successful');
  });
});

describe('a check that is made once', () => {
  const smoke = (options: object = {}) => checkoutManifests({ analyses: [Analysis.custom({ name: 'smoke', query: 'smoke_result', atLeast: 1, count: 1, ...options })] });

  test('section 2, row 1: tolerates no failure at a gate', () => {
    const metric = metricOf(smoke(), 'checkout-smoke', 'smoke');
    expect(metric).toMatchObject({ count: 1, failureLimit: 0 });
    expect(play(metric, [bad])).toEqual({ phase: 'Failed', measurements: 1 });
    expect(play(metric, [good])).toEqual({ phase: 'Successful', measurements: 1 });
  });

  test('section 2, row 1: tolerates no failure in the background either', () => {
    const metric = metricOf(smoke(), 'checkout-guard', 'smoke');
    expect(play(metric, [bad])).toEqual({ phase: 'Failed', measurements: 1 });
  });

  test('without an answer fails at its gate, where an inconclusive end would make the rollout deaf to its guard', () => {
    expect(play(metricOf(smoke(), 'checkout-smoke', 'smoke'), [empty])).toEqual({ phase: 'Failed', measurements: 1 });
  });

  test('fails to hold: it is asked once', () => {
    expect(() => smoke({ noData: NoData.hold() })).toThrow(/noData: cannot hold a question that is asked once \(count: 1\); leave count out, or write NoData.reject\(\) or NoData.accept\(\)/);
  });

  test.each([2, 3, 4])('asked %i times in all, still fails by bad answers alone', count => {
    const metric = metricOf(smoke({ count }), 'checkout-smoke', 'smoke');
    expect(play(metric, [bad])).toMatchObject({ phase: 'Failed' });
    expect(play(metric, [good])).toMatchObject({ phase: 'Successful' });
    expect(play(metric, [empty])).toMatchObject({ phase: 'Inconclusive' });
  });
});

describe('the catastrophe guard', () => {
  test.each(catastrophes)('%s ends the rollout at the first bad answer, and says nothing by silence', name => {
    const metric = metricOf(manifests, 'checkout-guard', name);
    expect(metric).toMatchObject({ interval: '30s', failureLimit: 0, consecutiveErrorLimit: 30 });
    expect(play(metric, [[100]])).toEqual({ phase: 'Failed', measurements: 1 });
    expect(play(metric, [empty], 500)).toEqual({ phase: 'Running', measurements: 500 });
    expect(play(metric, [[0]], 500)).toEqual({ phase: 'Running', measurements: 500 });
  });

  test('is looser than the guard: ten percent of errors, two restarts, no container out of memory', () => {
    const limits = catastrophes.map(name => metricOf(manifests, 'checkout-guard', name).failureCondition.split(' && ').at(-1));
    expect(limits).toEqual(['result[0] > 10', 'result[0] > 2', 'result[0] > 0']);
  });
});

describe('the whole rollout', () => {
  const canary = canaryOf(checkoutManifests({ ...quickstart, traffic: new NginxTraffic({ hosts: ['shop.example.com'] }) }));
  const calm = (answer: (at: number) => Answer) => (metric: string, at: number) => catastrophes.includes(metric) ? empty : answer(at);

  test('section 3b, good all the time: goes through every weight', () => {
    expect(playRollout(canary, calm(() => good))).toMatchObject({ phase: 'Healthy', weights: [20, 40] });
  });

  test('section 3b, bad from the second weight on: the guard aborts within three windows', () => {
    const start = 8 * 60;
    const outcome = playRollout(canary, calm(at => at < start ? good : bad));
    expect(outcome).toMatchObject({ phase: 'Aborted', weight: 0, weights: [20, 40] });
    expect(outcome.at).toBeLessThanOrEqual(start + 3 * 120);
  });

  test('section 3b, no data and then good: the weight stays until there are good answers, then it goes on', () => {
    expect(playRollout(canary, calm(() => empty), 3 * 3600)).toMatchObject({ phase: 'Progressing', weights: [20] });
    expect(playRollout(canary, calm(at => at < 3600 ? empty : good))).toMatchObject({ phase: 'Healthy', weights: [20, 40] });
  });

  test('section 3b, no data and then bad: the guard still aborts, even hours later', () => {
    expect(playRollout(canary, calm(at => at < 6 * 3600 ? empty : bad))).toMatchObject({ phase: 'Aborted', weights: [20] });
  });

  test('section 3b, a gate that gave up: only after twelve hours is the rollout paused and deaf', () => {
    expect(playRollout(canary, calm(() => empty), 13 * 3600)).toMatchObject({ phase: 'Paused', weights: [20] });
    expect(playRollout(canary, calm(() => empty), 12 * 3600 - 600)).toMatchObject({ phase: 'Progressing', weights: [20] });
  });

  test('section 4, a metric store away for four minutes: nothing aborts', () => {
    expect(playRollout(canary, (metric, at) => at >= 400 && at < 640 ? 'error' : calm(() => good)(metric, at))).toMatchObject({ phase: 'Healthy' });
  });

  test('a disaster aborts at once, while everything else still looks good', () => {
    const outcome = playRollout(canary, (metric, at) => metric === 'restarts' ? [at < 400 ? 0 : 3] : metric === 'success-rate' ? good : empty);
    expect(outcome).toMatchObject({ phase: 'Aborted' });
    expect(outcome.at).toBeLessThanOrEqual(430);
  });
});

describe('windows', () => {
  test.each([[10, '1m'], [15, '1m'], [30, '2m'], [60, '4m']])('at a scrape every %i seconds are %s long', (seconds, window) => {
    const telemetry = Telemetry.httpRequests({ scrapeInterval: Duration.seconds(seconds) });
    const metric = metricOf(checkoutManifests({ analyses: [Analysis.successRate({ telemetry })] }), 'checkout-guard', 'success-rate');
    expect(metric).toMatchObject({ interval: window, initialDelay: window });
    expect(metric.provider.prometheus.query).toContain(`[${window}]`);
  });

  test('section 6: with fewer than fifty requests are no answer', () => {
    expect(guard.provider.prometheus.query).toMatch(/and sum\(increase\(http_requests_total\{.*\}\[2m\]\)\) >= 50$/);
  });
});
