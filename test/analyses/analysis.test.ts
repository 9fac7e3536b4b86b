import { Duration } from 'cdk8s';
import { Analysis, Gate, NoData } from 'rolloutkit';
import type { AnalysisOptions } from 'rolloutkit';
import { checkout, checkoutManifests, findingsOf, metricOf, named } from '../render';

const gateOf = (analysis: Analysis) => metricOf(checkoutManifests({ gates: [Gate.eachStage(analysis)] }), `checkout-${analysis.analysisName}`, analysis.analysisName);
const guardOf = (analysis: Analysis) => metricOf(checkoutManifests({ gates: [Gate.throughout(analysis)] }), 'checkout-guard', analysis.analysisName);
const threshold = (analysis: Analysis) => gateOf(analysis).successCondition.split(' && ').at(-1);

test('a gate may tolerate any number of bad answers, and a guard may not', () => {
  const patient = Analysis.errorRate({ failureLimit: -1 });
  expect(gateOf(patient)).toMatchObject({ failureLimit: -1, consecutiveSuccessLimit: 2 });
  expect(findingsOf(chart => checkout(chart, { gates: [Gate.throughout(patient)] }))).toEqual([
    expect.stringContaining('gates[0].failureLimit: must not be -1 without a consecutiveSuccessLimit, because nothing could end the metric then'),
  ]);
});

describe('thresholds', () => {
  test('are 99 % of good requests, 1 % of bad ones, and half a second for 95 of a hundred', () => {
    expect([Analysis.successRate(), Analysis.errorRate(), Analysis.latency()].map(threshold)).toEqual(['result[0] >= 99', 'result[0] <= 1', 'result[0] <= 500']);
    expect(gateOf(Analysis.latency()).provider.prometheus.query).toContain('histogram_quantile(0.95,');
  });

  test('are percentages and times, as given', () => {
    const asked = [Analysis.successRate({ atLeast: 99.9 }), Analysis.errorRate({ atMost: 0.25 }), Analysis.latency({ atMost: Duration.seconds(2) })];
    expect(asked.map(threshold)).toEqual(['result[0] >= 99.9', 'result[0] <= 0.25', 'result[0] <= 2000']);
  });

  test('of whole milliseconds are written as such', () => {
    const written = Array.from({ length: 1500 }, (_, index) => Analysis.latency({ atMost: Duration.millis(index + 1) })._intent.question);
    expect(written.filter(question => question.kind === 'latency' && !Number.isInteger(question.atMostMillis))).toEqual([]);
  });

  test('of 1 % and of nothing are accepted for errors', () => {
    expect([1, 0, 100].map(atMost => threshold(Analysis.errorRate({ atMost })))).toEqual(['result[0] <= 1', 'result[0] <= 0', 'result[0] <= 100']);
  });
});

describe('what is given stands in place of the defaults', () => {
  const options: AnalysisOptions = {
    name: 'good',
    window: Duration.minutes(5),
    interval: Duration.minutes(1),
    initialDelay: Duration.seconds(10),
    failureLimit: 3,
    consecutiveSuccesses: 4,
    minimumRequests: 9,
    noData: NoData.hold({ atMost: Duration.hours(1) }),
    toleratedOutage: Duration.minutes(10),
  };

  test('at a gate', () => {
    expect(gateOf(Analysis.successRate(options))).toMatchObject({
      name: 'good', interval: '1m', initialDelay: '10s', count: 60, inconclusiveLimit: 59, failureLimit: 3, consecutiveSuccessLimit: 4, consecutiveErrorLimit: 60,
    });
  });

  test('in the guard', () => {
    const guard = guardOf(Analysis.successRate(options));
    expect(guard).toMatchObject({ name: 'good', interval: '1m', initialDelay: '10s', failureLimit: 3, consecutiveErrorLimit: 60 });
    expect(guard.provider.prometheus.query).toMatch(/\[5m\].*>= 9$/s);
  });
});

describe('somebody\'s own query', () => {
  const query = 'max(lag{pod=~"{{args.rollout}}-{{args.canary-hash}}-.*"})  # as I wrote it\n';

  test('stays word for word, with numbers of ours', () => {
    const metric = gateOf(Analysis.custom({ name: 'lag', query, atMost: 20 }));
    expect(metric).toMatchObject({
      provider: { prometheus: { query } },
      successCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] <= 20',
      failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] > 20',
    });
  });

  test('stays word for word, with conditions of its own', () => {
    const conditions = { successCondition: 'len(result) > 0 && result[0]  <  20', failureCondition: 'len(result)>0&&result[0]>40' };
    expect(gateOf(Analysis.custom({ name: 'lag', query, ...conditions }))).toMatchObject({ ...conditions, provider: { prometheus: { query } } });
  });

  test('declares what it uses, and nothing else', () => {
    const declared = named(checkoutManifests({ gates: [Gate.eachStage(Analysis.custom({ name: 'lag', query, atMost: 20 }))] }), 'AnalysisTemplate', 'checkout-lag').spec.args;
    expect(declared).toEqual([{ name: 'canary-hash' }, { name: 'rollout', value: 'checkout' }]);
  });

  test('keeps the limits it is given in the guard as well', () => {
    const conditions = { successCondition: 'len(result) > 0 && result[0] < 20', failureCondition: 'len(result) > 0 && result[0] > 40' };
    expect(guardOf(Analysis.custom({ name: 'lag', query, ...conditions, inconclusiveLimit: 4 }))).toMatchObject({ ...conditions, inconclusiveLimit: 4 });
  });

  test('may be negative, and compared with a negative number', () => {
    expect(threshold(Analysis.custom({ name: 'drift', query, atLeast: -0.5 }))).toBe('result[0] >= -0.5');
  });

  test('has the count and the inconclusive limit it is given', () => {
    expect(gateOf(Analysis.custom({ name: 'lag', query, atMost: 20, count: 10, inconclusiveLimit: 4 }))).toMatchObject({ count: 10, inconclusiveLimit: 4, failureLimit: 1 });
  });
});

describe('impossible questions fail at once, in the words of the property', () => {
  const own = { query: 'up' };
  test.each<[string, () => unknown, string]>([
    ['0.99 for 99', () => Analysis.successRate({ atLeast: 0.99 }), 'Analysis.successRate: atLeast: must be a percentage above 1, up to 100, got 0.99; write 99'],
    ['0.999 for 99.9', () => Analysis.successRate({ atLeast: 0.999 }), 'Analysis.successRate: atLeast: must be a percentage above 1, up to 100, got 0.999; write 99.9'],
    ['1 for 100', () => Analysis.successRate({ atLeast: 1 }), 'Analysis.successRate: atLeast: must be a percentage above 1, up to 100, got 1; write 100'],
    ['more than everything', () => Analysis.successRate({ atLeast: 101 }), 'Analysis.successRate: atLeast: must be a percentage above 1, up to 100, got 101; write 99 for ninety-nine good requests in a hundred'],
    ['NaN', () => Analysis.successRate({ atLeast: NaN }), 'Analysis.successRate: atLeast: must be a percentage above 1, up to 100, got NaN; write 99 for ninety-nine good requests in a hundred'],
    ['fewer errors than none', () => Analysis.errorRate({ atMost: -1 }), 'Analysis.errorRate: atMost: must be a percentage from 0 to 100, got -1; write 1 for one bad request in a hundred'],
    ['a percentile of 0.95', () => Analysis.latency({ percentile: 0.95 }), 'Analysis.latency: percentile: must be a percentile above 1 and below 100, got 0.95; write 95'],
    ['a percentile of 100', () => Analysis.latency({ percentile: 100 }), 'Analysis.latency: percentile: must be a percentile above 1 and below 100, got 100; write 95 or 99'],
    ['no time at all', () => Analysis.latency({ atMost: Duration.millis(0) }), 'Analysis.latency: atMost: must be longer than nothing, got 0 ms; write Duration.millis(500)'],
    ['a window of nothing', () => Analysis.errorRate({ window: Duration.seconds(0) }), 'Analysis.errorRate: window: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second'],
    ['half a failure', () => Analysis.errorRate({ failureLimit: 0.5 }), 'Analysis.errorRate: failureLimit: must be a whole number of at least 0, or -1 for any number, got 0.5; write 1'],
    ['no good answer', () => Analysis.errorRate({ consecutiveSuccesses: 0 }), 'Analysis.errorRate: consecutiveSuccesses: must be a whole number of at least 1, got 0; write 1'],
    ['fewer requests than none', () => Analysis.errorRate({ minimumRequests: -5 }), 'Analysis.errorRate: minimumRequests: must be a whole number of at least 0, got -5; write 0'],
    ['a name in capitals', () => Analysis.errorRate({ name: 'Error Rate' }), 'Analysis.errorRate: name: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "Error Rate"; write "error-rate"'],
    ['the name of the guard', () => Analysis.errorRate({ name: 'guard' }), 'Analysis.errorRate: name: must not be "guard", the name of what watches the rollout throughout; choose another name'],
    ['an empty query', () => Analysis.custom({ query: ' ', atLeast: 1 }), 'Analysis.custom: query: must not be empty; write the query that answers the question'],
    ['a query without a judgement', () => Analysis.custom(own), 'Analysis.custom: atLeast: must be given, or atMost, or a condition: without one every answer is good; write the smallest good answer'],
    ['two judgements', () => Analysis.custom({ ...own, atLeast: 1, atMost: 2 }), 'Analysis.custom: atMost: cannot be combined with atLeast in one question; ask two questions, or write successCondition'],
    ['numbers and conditions', () => Analysis.custom({ ...own, atLeast: 1, successCondition: 'true' }), 'Analysis.custom: atLeast: cannot be combined with successCondition or failureCondition; use either numbers or conditions'],
    ['a number that is none', () => Analysis.custom({ ...own, atLeast: Infinity }), 'Analysis.custom: atLeast: must be a number, got Infinity; write a plain number'],
    ['a count of nothing', () => Analysis.custom({ ...own, atLeast: 1, count: 0 }), 'Analysis.custom: count: must be a whole number of at least 1, got 0; write 1'],
    ['a hold of nothing', () => NoData.hold({ atMost: Duration.seconds(0) }), 'NoData.hold: atMost: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });
});
