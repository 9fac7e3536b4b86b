import { addressProblem, lacks } from './checks';
import { conditions } from './conditions';
import type { AnswerShape } from './conditions';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../manifests/durations';
import { isOpaque, known, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `SkyWalkingSource`. */
export interface SkyWalkingSourceOptions {
  /** Where its backend answers, as the controller sees it, without `/graphql`: `http://skywalking-oap.skywalking:12800`. */
  readonly address: string;
}

/**
 * Metrics kept in Apache SkyWalking 9.5 or later.
 *
 * - Query: GraphQL with a variable `$duration`, which is the window of the question, and with one
 *   `answer: execExpression(...) { results { values { value } } }`.
 * - Secret: none. It is asked without credentials.
 * - Answer: an object; every value of `answer` is judged, one a minute, and one bad value is a bad answer.
 * - No data: values that are null. Minutes without a value are passed over; where there are no others, neither good nor bad.
 */
export class SkyWalkingSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'skywalking';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: SkyWalkingSourceOptions) {
    refuse('SkyWalkingSource', addressProblem(options.address, 'http://skywalking-oap.skywalking:12800'), endpointProblem(options.address));
    this._store = skyWalkingStore(options);
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface SkyWalkingConnection {
  readonly address: Leaf<string>;
}

export function skyWalkingStore({ address }: SkyWalkingConnection): MetricStore {
  const provider = (query: Leaf<string>, windowSeconds: Leaf<number> = defaultWindowSeconds): MetricProvider => ({
    skywalking: { address, interval: mapLeaf(windowSeconds, formatGoDuration), query },
  });
  return {
    kind: 'skywalking',
    language: 'SkyWalking GraphQL',
    windowSeconds: defaultWindowSeconds,
    texts: [address].filter(text => known(text) !== undefined),
    argo: {
      queryPath: ['skywalking', 'query'],
      provider,
      judged: measurement => ({ provider: provider(measurement.query, measurement.windowSeconds), ...conditions(shape, measurement) }),
    },
    problems: question => [withoutDuration(question), namelessAnswer(question), shortWindow(question)],
  };
}

/** An expression gives a list of series, and a series one value a minute, as text or null. */
const shape: AnswerShape = {
  data: { some: anyValue('.value != nil'), none: allValues('.value == nil') },
  isBad: comparison => anyValue(`.value != nil && asFloat(.value) ${comparison}`),
  isGood: comparison => allValues(`.value == nil || asFloat(.value) ${comparison}`),
};

function anyValue(condition: string): string {
  return `any(result.answer.results, {any(.values, {${condition}})})`;
}

function allValues(condition: string): string {
  return `all(result.answer.results, {all(.values, {${condition}})})`;
}

/** The controller appends it. */
function endpointProblem(address: Leaf<string>): Problem | undefined {
  return isOpaque(address) || !/\/graphql\/?$/.test(address) ? undefined : {
    property: 'address', message: `must end before /graphql, which the controller appends, got ${show(address)}`, fix: `write ${show(address.replace(/\/graphql\/?$/, ''))}`,
  };
}

function withoutDuration({ query }: OwnQuestion): Problem | undefined {
  return !lacks(query, /\$duration\b/) ? undefined : {
    property: 'query', message: `must take its time from the variable $duration, got ${show(query)}`, fix: 'write query ($duration: Duration!) { ... }',
  };
}

function namelessAnswer({ query, criterion }: OwnQuestion): Problem | undefined {
  if (criterion === undefined || !lacks(query, /\banswer\s*:\s*execExpression\b/)) return undefined;
  return {
    property: 'query', message: `must call its expression "answer", got ${show(query)}`, fix: 'write answer: execExpression(...) { results { values { value } } }',
  };
}

/** It counts in minutes. */
function shortWindow({ windowSeconds }: OwnQuestion): Problem | undefined {
  const seconds = known(windowSeconds);
  return seconds === undefined || seconds >= 60 ? undefined : {
    property: 'window', message: `must be at least a minute, in which SkyWalking counts, got ${seconds} s`, fix: 'write Duration.minutes(1)',
  };
}
