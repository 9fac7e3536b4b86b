import { knownTexts, textProblem } from './checks';
import { metricDataQueries } from './cloud-watch-json';
import type { CloudWatchInput, CloudWatchSourceOptions } from './cloud-watch-options';
import { periodProblem, windowProblems } from './cloud-watch-periods';
import { conditions, everyNumber } from './conditions';
import { gapsIn, hashless } from './untold';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import type { CloudWatchQuery, MetricProvider } from '../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../manifests/durations';
import { mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/**
 * Metrics kept in Amazon CloudWatch.
 *
 * - Query: metric math over `inputs`, or without inputs a query of Metrics Insights. It is asked over the window of the
 *   question.
 * - Secret: none; the controller's pod needs a role with `cloudwatch:GetMetricData`, and `AWS_REGION`.
 * - Answer: a list of objects, one a series, with their `Values`; the latest value of each is judged, and one bad value is a
 *   bad answer.
 * - No data: no series, or one with an empty list of values. Where there are no others, neither good nor bad.
 * - Flagger's secret: none; Flagger's pod needs a role with `cloudwatch:GetMetricData`.
 * - Flagger's answer: the latest value of the first series, of as long a time as the window, looked for over ten windows.
 * - Flagger's no data: no series, or one without values. A failed check.
 */
export class CloudWatchSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'cloudWatch';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: CloudWatchSourceOptions = {}) {
    const { region } = options;
    refuse('CloudWatchSource',
      ...inputProblems(options.inputs ?? []),
      region === undefined ? undefined : textProblem('region', region, 'write the region of the metrics, such as "eu-west-1"'));
    this._store = cloudWatchStore({
      region,
      inputs: (options.inputs ?? []).map(({ metric, ...input }) => ({
        ...input, metric: metric && { ...metric, periodSeconds: secondsOfOptional(metric.period) },
      })),
    });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface CloudWatchConnection {
  readonly inputs: readonly CloudWatchInputData[];
  readonly region?: Leaf<string>;
}

export interface CloudWatchInputData {
  readonly id: string;
  readonly label?: Leaf<string>;
  readonly expression?: Leaf<string>;
  readonly metric?: {
    readonly metricNamespace: Leaf<string>;
    readonly metricName: Leaf<string>;
    readonly dimensions?: Readonly<Record<string, Leaf<string>>>;
    readonly statistic: Leaf<string>;
    readonly periodSeconds?: Leaf<number>;
    readonly unit?: Leaf<string>;
  };
}

/** What the query of a question is called among its inputs. */
const answerId = 'answer';

export function cloudWatchStore({ inputs, region }: CloudWatchConnection): MetricStore {
  const queries = (query: Leaf<string>, windowSeconds: Leaf<number>): CloudWatchQuery[] => [
    // metric math takes its period from what it reckons with; everything else has to be told
    { id: answerId, expression: query, ...(inputs.length === 0 ? { period: windowSeconds } : {}) },
    ...inputs.map(input => inputQuery(input, windowSeconds)),
  ];
  const provider = (query: Leaf<string>, windowSeconds: Leaf<number> = defaultWindowSeconds): MetricProvider => ({
    cloudWatch: {
      interval: mapLeaf(windowSeconds, formatGoDuration),
      metricDataQueries: queries(query, windowSeconds),
    },
  });
  return {
    kind: 'cloudWatch',
    language: 'CloudWatch metric math',
    windowSeconds: defaultWindowSeconds,
    texts: knownTexts(inputs),
    argo: {
      queryPath: ['cloudWatch', 'metricDataQueries', 0, 'expression'],
      provider,
      judged: measurement => ({ provider: provider(measurement.query, measurement.windowSeconds), ...conditions(shape, measurement) }),
      ...gapsIn(region === undefined ? undefined : readFromEnvironment),
    },
    flagger: (query, { windowSeconds = defaultWindowSeconds } = {}) => ({
      provider: { type: 'cloudwatch', ...(region === undefined ? {} : { region }) },
      query: metricDataQueries(queries(query, windowSeconds)),
      ...gapsIn(region === undefined ? withoutRegion : undefined, hashless('inputs', knownTexts(inputs))),
    }),
    problems: question => windowProblems(question, inputs),
  };
}

const readFromEnvironment: Problem = {
  property: 'source.region', message: 'is not told to Argo Rollouts, which reads AWS_REGION in its environment', fix: 'set it there as well', class: 'advice',
};

const withoutRegion: Problem = {
  property: 'source.region', message: 'must be given for Flagger, which does not look at its environment', fix: 'write for example region: "eu-west-1"',
};

// No series at all is nil to the controller and not a list, so that `len(result)` does not compile. Values come with the latest first.
const shape = everyNumber('default(result, [])', { value: '.Values[0]', missing: 'len(.Values) == 0', given: 'len(.Values) > 0' });

function inputQuery({ id, label, expression, metric }: CloudWatchInputData, windowSeconds: Leaf<number>): CloudWatchQuery {
  return {
    id,
    ...(label === undefined ? {} : { label }),
    ...(expression === undefined ? {} : { expression }),
    ...(metric === undefined ? {} : { metricStat: statistic(metric, windowSeconds) }),
    returnData: false,
  };
}

function statistic(metric: NonNullable<CloudWatchInputData['metric']>, windowSeconds: Leaf<number>): CloudWatchQuery['metricStat'] {
  const dimensions = Object.entries(metric.dimensions ?? {}).map(([name, value]) => ({ name, value }));
  return {
    metric: { namespace: metric.metricNamespace, metricName: metric.metricName, ...(dimensions.length === 0 ? {} : { dimensions }) },
    stat: metric.statistic,
    period: metric.periodSeconds ?? windowSeconds,
    ...(metric.unit === undefined ? {} : { unit: metric.unit }),
  };
}

function inputProblems(inputs: readonly CloudWatchInput[]): (Problem | undefined)[] {
  const ids = inputs.map(({ id }) => id);
  return inputs.flatMap(({ id, metric, expression }, index) => {
    const property = `inputs[${index}]`;
    return [
      /^[a-z]\w*$/.test(id) && id !== answerId ? undefined : {
        property: `${property}.id`,
        message: `must be letters, digits and underscores, beginning with a small letter, and not "${answerId}", got ${show(id)}`,
        fix: 'write the name that expressions use',
      },
      ids.indexOf(id) === index ? undefined : { property: `${property}.id`, message: `must be a name of its own, got ${show(id)} twice`, fix: 'rename one of them' },
      (metric === undefined) !== (expression === undefined) ? undefined : {
        property, message: `exactly one of metric and expression must be given, got ${metric === undefined ? 'none' : 'both'}`, fix: 'keep the one you mean',
      },
      metric && textProblem(`${property}.metric.metricNamespace`, metric.metricNamespace, 'write for example "AWS/ApplicationELB"'),
      metric && textProblem(`${property}.metric.metricName`, metric.metricName, 'write the name of the metric'),
      metric && textProblem(`${property}.metric.statistic`, metric.statistic, 'write for example "Sum"'),
      periodProblem(`${property}.metric.period`, secondsOfOptional(metric?.period)),
    ];
  });
}
