import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { Analysis, CloudWatchSource } from 'rolloutkit';
import type { CloudWatchInput, MetricOptions } from 'rolloutkit';
import { asked, flaggerTold, linesOf, metric } from './asked';

const errors: CloudWatchInput = { id: 'errors', metric: { metricNamespace: 'AWS/ApplicationELB', metricName: 'HTTPCode_Target_5XX_Count', statistic: 'Sum' } };
const source = new CloudWatchSource({ inputs: [errors] });

test('a query reckons with inputs that are not returned themselves', () => {
  expect(metric({ source, query: 'errors / 2', atMost: 1 })).toMatchObject({
    interval: '5m',
    successCondition: 'any(default(result, []), {len(.Values) > 0}) && all(default(result, []), {len(.Values) == 0 || .Values[0] <= 1})',
    failureCondition: 'any(default(result, []), {len(.Values) > 0}) && any(default(result, []), {len(.Values) > 0 && .Values[0] > 1})',
    provider: {
      cloudWatch: {
        interval: '5m',
        metricDataQueries: [
          { id: 'answer', expression: 'errors / 2' },
          {
            id: 'errors',
            metricStat: { metric: { namespace: 'AWS/ApplicationELB', metricName: 'HTTPCode_Target_5XX_Count' }, stat: 'Sum', period: 300 },
            returnData: false,
          },
        ],
      },
    },
  });
});

test('a query without inputs is told its period', () => {
  const query = 'SELECT AVG(CPUUtilization) FROM "AWS/EC2"';
  expect(metric({ source: new CloudWatchSource(), query, atMost: 80, window: Duration.minutes(10) }).provider.cloudWatch)
    .toEqual({ interval: '10m', metricDataQueries: [{ id: 'answer', expression: query, period: 600 }] });
});

test('the hash of the canary may stand in a dimension, and the template declares it', () => {
  const canary = { ...errors, metric: { ...errors.metric!, dimensions: { PodHash: '{{args.canary-hash}}' } } };
  expect(asked({ source: new CloudWatchSource({ inputs: [canary] }), query: 'errors', atMost: 1 }).args).toEqual([{ name: 'canary-hash' }]);
});

describe('inputs that cannot be fail at once', () => {
  const of = (input: Partial<CloudWatchInput>) => () => new CloudWatchSource({ inputs: [{ ...errors, ...input }] });
  test.each<[string, () => unknown, string]>([
    ['a name that no expression can use', of({ id: 'Errors' }), 'CloudWatchSource: inputs[0].id: must be letters, digits and underscores, beginning with a small letter, and not "answer", got "Errors"; write the name that expressions use'],
    ['the name of the query', of({ id: 'answer' }), 'CloudWatchSource: inputs[0].id: must be letters, digits and underscores, beginning with a small letter, and not "answer", got "answer"; write the name that expressions use'],
    ['one name twice', () => new CloudWatchSource({ inputs: [errors, errors] }), 'CloudWatchSource: inputs[1].id: must be a name of its own, got "errors" twice; rename one of them'],
    ['neither metric nor expression', of({ metric: undefined }), 'CloudWatchSource: inputs[0]: exactly one of metric and expression must be given, got none; keep the one you mean'],
    ['both', of({ expression: 'a' }), 'CloudWatchSource: inputs[0]: exactly one of metric and expression must be given, got both; keep the one you mean'],
    ['a period that CloudWatch does not count in', of({ metric: { ...errors.metric!, period: Duration.seconds(90) } }), 'CloudWatchSource: inputs[0].metric.period: must be whole minutes, or 1, 5, 10, 20 or 30 seconds, which is what CloudWatch counts in, got 90 s; write Duration.minutes(2)'],
    ['a metric without a name', of({ metric: { ...errors.metric!, metricName: '' } }), 'CloudWatchSource: inputs[0].metric.metricName: must not be empty, got ""; write the name of the metric'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });

  test.each<[string, Partial<MetricOptions>, string]>([
    ['a window that is no period', { window: Duration.seconds(90) }, 'Analysis.custom: window: must be whole minutes, or 1, 5, 10, 20 or 30 seconds, which is what CloudWatch counts in, got 90 s; write Duration.minutes(2)'],
    [
      'a window shorter than a period',
      {
        window: Duration.minutes(1),
        source: new CloudWatchSource({ inputs: [{ ...errors, metric: { ...errors.metric!, period: Duration.minutes(5) } }] }),
      },
      'Analysis.custom: window: must be at least the period 5m of the input errors, got 1m; widen the window, or shorten the period',
    ],
  ])('fails on %s', (_, options, message) => {
    expect(() => Analysis.custom({ source, query: 'errors', atMost: 1, ...options })).toThrow(new Error(message));
  });
});

describe('Flagger', () => {
  test('is told the region, and the same queries as JSON', () => {
    const { provider, query, gaps } = flaggerTold(new CloudWatchSource({ region: 'eu-west-1', inputs: [errors, { id: 'twice', label: 'both', expression: 'errors * 2' }] }), 'twice / 2');
    expect([provider, gaps]).toEqual([{ type: 'cloudwatch', region: 'eu-west-1' }, undefined]);
    expect(JSON.parse(query as string)).toEqual([
      { Id: 'answer', Expression: 'twice / 2' },
      {
        Id: 'errors',
        MetricStat: { Metric: { Namespace: 'AWS/ApplicationELB', MetricName: 'HTTPCode_Target_5XX_Count' }, Stat: 'Sum', Period: 300 },
        ReturnData: false,
      },
      { Id: 'twice', Label: 'both', Expression: 'errors * 2', ReturnData: false },
    ]);
  });

  test('has dimensions as the interface names them, with what it fills in left as it is', () => {
    const canary = { ...errors, metric: { ...errors.metric!, unit: 'Count', dimensions: { a: '"{{ index variables "pod" }}"', b: '{{args.canary-service}}' } } };
    const query = flaggerTold(new CloudWatchSource({ region: 'eu-west-1', inputs: [canary] }), 'errors').query as string;
    expect(query).toContain('"Dimensions":[{"Name":"a","Value":"\\"{{ index variables "pod" }}\\""},{"Name":"b","Value":"{{args.canary-service}}"}]');
    expect(query).toContain('"Unit":"Count"');
  });

  test('has any expression as JSON that says the same', () => {
    fc.assert(fc.property(fc.string().filter(text => !text.includes('{{')), fc.integer({ min: 1, max: 1440 }), (text, minutes) => {
      const { query } = flaggerTold(new CloudWatchSource({ region: 'eu-west-1' }), text, { windowSeconds: 60 * minutes });
      expect(JSON.parse(query as string)).toEqual([{ Id: 'answer', Expression: text, Period: 60 * minutes }]);
    }), { numRuns: 50 });
  });

  test('fails to tell pods apart by a hash, and says so', () => {
    const canary = { ...errors, metric: { ...errors.metric!, dimensions: { pod: '{{args.canary-hash}}' } } };
    expect(linesOf(flaggerTold(new CloudWatchSource({ region: 'eu-west-1', inputs: [canary] })).gaps)).toEqual([
      'broken  source.inputs: must tell the versions apart by something else than {{args.canary-hash}} for Flagger, whose versions are a workload each; '
      + 'compare the name of the workload with {{args.rollout}}, or that of the Service with {{args.canary-service}}',
    ]);
  });

  test('fails without a region, which Argo Rollouts does not want to know', () => {
    expect(linesOf(flaggerTold(source).gaps)).toEqual(['broken  source.region: must be given for Flagger, which does not look at its environment; write for example region: "eu-west-1"']);
    expect(linesOf(new CloudWatchSource({ region: 'eu-west-1' })._store.argo!.gaps))
      .toEqual(['advice  source.region: is not told to Argo Rollouts, which reads AWS_REGION in its environment; set it there as well']);
    expect(() => new CloudWatchSource({ region: '' })).toThrow(new Error('CloudWatchSource: region: must not be empty, got ""; write the region of the metrics, such as "eu-west-1"'));
  });
});
