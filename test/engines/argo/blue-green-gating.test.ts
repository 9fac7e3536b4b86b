import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { Analysis, Gate, NoData, Promotion, Telemetry } from 'rolloutkit';
import type { BlueGreenRolloutProps } from 'rolloutkit';
import { blueGreenOf, playBlueGreen } from './blue-green-model';
import type { Outcome } from './blue-green-model';
import { bad, empty, good, notANumber } from './metric-model';
import type { Answer, MetricFields } from './metric-model';
import { metricOf, switchedManifests } from '../../render';

const asking = (options = {}): Partial<BlueGreenRolloutProps> => ({ analyses: [Analysis.successRate({ atLeast: 99, ...options })] });
const manifests = switchedManifests(asking());
const blueGreen = blueGreenOf(manifests);
const gate = metricOf(manifests, 'checkout-success-rate', 'success-rate');
const catastrophes = ['catastrophic-errors', 'restarts', 'out-of-memory'];
/** Nothing but the question says anything. */
const calm = (answer: (at: number) => Answer) => (metric: string, at: number) => catastrophes.includes(metric) ? empty : answer(at);
const always = (answer: Answer) => calm(() => answer);
const crash = (from: number, until = Infinity) => (at: number) => at < from || at >= until;

describe('a question after the switch', () => {
  test('has the limits of a stage gate, and waits out its window: the old version answers for what was before', () => {
    expect(gate).toEqual({
      name: 'success-rate',
      interval: '2m',
      initialDelay: '2m',
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

  test('good all the time: promoted within five minutes', () => {
    expect(playBlueGreen(blueGreen, always(good))).toEqual({ phase: 'Healthy', at: 270, active: 'new', switchedAt: 0 });
  });

  test('bad: everybody is back with the old version after two answers', () => {
    expect(playBlueGreen(blueGreen, always(bad))).toEqual({ phase: 'Aborted', at: 240, active: 'old', switchedAt: 0 });
  });

  test('one bad answer is tolerated, and wants two good ones after it', () => {
    expect(playBlueGreen(blueGreen, calm(at => at < 200 ? bad : good))).toMatchObject({ phase: 'Healthy', at: 360 });
  });

  test('no data and then good: the old version waits beside the new one', () => {
    expect(playBlueGreen(blueGreen, always(empty), { seconds: 3 * 3600 })).toMatchObject({ phase: 'Progressing', active: 'new' });
    expect(playBlueGreen(blueGreen, calm(at => at < 3600 ? notANumber : good))).toMatchObject({ phase: 'Healthy' });
  });

  test('no data and then bad: still goes back, even hours later', () => {
    expect(playBlueGreen(blueGreen, calm(at => at < 6 * 3600 ? empty : bad))).toMatchObject({ phase: 'Aborted', active: 'old' });
  });

  test('no data at all: after twelve hours a person is asked, and nothing is promoted', () => {
    expect(playBlueGreen(blueGreen, always(empty))).toMatchObject({ phase: 'Paused', active: 'new' });
  });

  test('a metric store away for four minutes: nothing is aborted', () => {
    expect(playBlueGreen(blueGreen, (metric, at) => at < 240 ? 'error' : always(good)(metric, at))).toMatchObject({ phase: 'Healthy' });
  });
});

describe('a disaster after the switch', () => {
  test.each(catastrophes)('%s is looked for from the first second on, for five minutes', name => {
    expect(metricOf(manifests, 'checkout-guard', name)).toMatchObject({ interval: '30s', count: 10, failureLimit: 0, consecutiveErrorLimit: 30 });
    expect(metricOf(manifests, 'checkout-guard', name)).not.toHaveProperty('initialDelay');
  });

  test.each(catastrophes)('%s: everybody is back within half a minute', name => {
    const outcome = playBlueGreen(blueGreen, (metric, at) => metric === name && at >= 50 ? [100] : empty);
    expect(outcome).toMatchObject({ phase: 'Aborted', at: 60, active: 'old' });
  });

  test.each([[10, 30], [60, 5], [120, 3]])('with a scrape every %i seconds is asked %i times', (seconds, count) => {
    const telemetry = Telemetry.httpRequests({ scrapeInterval: Duration.seconds(seconds) });
    expect(metricOf(switchedManifests(asking({ telemetry })), 'checkout-guard', 'restarts').count).toBe(count);
  });
});

describe('an abort while pods of the new version are down', () => {
  const restarting = (metric: string) => metric === 'restarts' ? [5] : empty;

  test('never leaves the Service without pods, and goes back when they are ready', () => {
    expect(playBlueGreen(blueGreen, restarting, { ready: crash(0) })).toMatchObject({ active: 'old' }); // not switched at all
    expect(playBlueGreen(blueGreen, always(bad), { ready: crash(200) })).toMatchObject({ phase: 'Aborted', active: 'new' });
    expect(playBlueGreen(blueGreen, always(bad), { ready: crash(200, 1500) })).toMatchObject({ phase: 'Aborted', active: 'old' });
  });

  test('would with any time to keep them', () => {
    const kept = blueGreenOf(switchedManifests({ ...asking(), keepAfterAbort: Duration.minutes(10) }));
    expect(playBlueGreen(kept, always(bad), { ready: crash(200) })).toMatchObject({ phase: 'Aborted', active: 'nothing' });
  });
});

describe('a question before the switch', () => {
  const smoke = Analysis.custom({ name: 'smoke', query: 'smoke_passed', atLeast: 1, count: 1 });
  const tested = (promotion?: Promotion) => blueGreenOf(switchedManifests({ ...asking(), gates: [Gate.beforePromotion(smoke)], promotion }));
  const answers = (passed: Answer) => (metric: string) => metric === 'smoke' ? passed : metric === 'success-rate' ? good : empty;

  test('that is bad keeps everybody with the old version', () => {
    expect(playBlueGreen(tested(), answers([0]))).toMatchObject({ phase: 'Aborted', active: 'old', switchedAt: undefined });
    expect(playBlueGreen(tested(), answers(empty))).toMatchObject({ phase: 'Aborted', active: 'old', switchedAt: undefined });
  });

  test('that is good lets the switch come, after a while if that is wanted', () => {
    expect(playBlueGreen(tested(), answers([1]))).toMatchObject({ phase: 'Healthy', switchedAt: 120 });
    expect(playBlueGreen(tested(Promotion.automatic({ after: Duration.minutes(5) })), answers([1]))).toMatchObject({ phase: 'Healthy', switchedAt: 420 });
  });

  test('that is good leaves it to a person', () => {
    expect(playBlueGreen(tested(Promotion.manual()), answers([1]), { seconds: 3600 })).toMatchObject({ phase: 'Waiting', active: 'old' });
  });
});

describe('whatever a question is told', () => {
  const minutes = (most: number) => fc.integer({ min: 1, max: most }).map(value => Duration.minutes(value));
  const options = fc.record({
    window: minutes(10),
    interval: minutes(10),
    failureLimit: fc.integer({ min: 0, max: 5 }),
    consecutiveSuccesses: fc.integer({ min: 1, max: 5 }),
    noData: fc.oneof(minutes(600).map(atMost => NoData.hold({ atMost })), fc.constant(NoData.reject())),
  }, { requiredKeys: [] });
  const written = (given: object) => blueGreenOf(switchedManifests(asking(given)));
  const end = (given: object, answer: Answer): Outcome => playBlueGreen(written(given), always(answer));

  test('its limits are ones that the controller accepts, and it ends', () => {
    fc.assert(fc.property(options, given => {
      const [metric] = written(given).metrics['checkout-success-rate'] as Required<MetricFields>[];
      expect(metric.count).toBeGreaterThanOrEqual(metric.failureLimit + metric.consecutiveSuccessLimit);
      expect(metric.inconclusiveLimit).toBeLessThan(metric.count);
    }), { numRuns: 40 });
  });

  test('good answers promote, bad ones switch back, and silence does not promote', () => {
    fc.assert(fc.property(options, given => {
      expect(end(given, good)).toMatchObject({ phase: 'Healthy', active: 'new' });
      expect(end(given, bad)).toMatchObject({ phase: 'Aborted', active: 'old' });
      expect(end(given, empty).phase).not.toBe('Healthy');
    }), { numRuns: 25 });
  });

  test('and however the pods fare, the Service always leads to some', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 4 }).map(list => [...list].sort((a, b) => a - b));
    fc.assert(fc.property(moments, fc.constantFrom(good, bad, empty), (turns, answer) => {
      const ready = (at: number) => turns.filter(turn => turn <= at).length % 2 === 0;
      expect(playBlueGreen(blueGreen, always(answer), { ready, seconds: 3600 }).active).not.toBe('nothing');
    }), { numRuns: 100 });
  });
});
