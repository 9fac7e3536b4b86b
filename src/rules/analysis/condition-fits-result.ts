import { answersOf } from '../../expressions/answers';
import type { Condition } from '../../expressions/condition';
import { ANY, NUMBER, NUMBERS } from '../../expressions/types';
import type { Type } from '../../expressions/types';
import type { Field } from '../../graph/field';
import type { Metric } from '../../graph/metric';
import type { MetricInUse } from '../../graph/metric-in-use';
import { keyed, write, writeInstead } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

type ConditionKey = 'successCondition' | 'failureCondition';

/** Providers that never look at the conditions. */
const JUDGES = ['job', 'kayenta', 'plugin'];

/** What the answer of a provider is, where that is no number. */
const EXPLAINED: Readonly<Record<string, string>> = {
  newRelic: ', and New Relic answers with a map, one entry for each name in the query, or a list of maps',
  influxdb: ', and InfluxDB answers with a list, one value for each row',
  skywalking: ', and SkyWalking answers with a map',
  cloudWatch: ', and CloudWatch answers with a list of results, each with a list of Values',
};

/** What stands in braces is filled in before. */
const BARE_ARGUMENT = /(?<![\w.])args\.[\w-]+/g;

export const conditionFitsResult: Rule = {
  id: 'condition-fits-result',
  class: 'broken',
  summary: 'a condition can be read, and fits what the provider answers',
  why: 'a condition that does not compile errors every measurement, and the fifth in a row aborts the rollout; a threshold on another scale never fires, or always',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.metric.provider !== undefined && !JUDGES.includes(item.metric.provider)) {
        yield* judge('successCondition', item);
        yield* judge('failureCondition', item);
      }
    }
  },
};

function judge(key: ConditionKey, item: MetricInUse): readonly Remark[] {
  const condition = item[key];
  if (condition === undefined) {
    return [];
  }
  if (condition.problem !== undefined) {
    const field = item.metric[key];
    const { message, offset } = condition.problem;
    return [remark(field, `cannot be read at character ${offset + 1}: ${message}, got ${written(field, item)}`, exampleOf(key, item.metric.provider))];
  }
  const types = resultTypes(item);
  const [type] = types;
  const [problem] = condition.typeProblems(type);
  if (problem !== undefined && types.every((each) => condition.typeProblems(each).length > 0)) {
    const field = item.metric[key];
    const answer = type === NUMBERS ? `, and the ${item.metric.provider} provider answers with a list, one number a series` : EXPLAINED[item.metric.provider ?? ''] ?? '';
    return [remark(field, `does not compile at character ${problem.offset + 1}: ${problem.message}${answer}, got ${written(field, item)}`, repair(field, written(field, item), type, item.metric.provider))];
  }
  return item.query?.share === undefined ? [] : judgeScale(key, condition, item.query.share, item.metric);
}

function written(field: Field, item: MetricInUse): string {
  return item.given.fillAtRelease(field.text ?? '');
}

/** What the provider may answer with, the likeliest first. */
function resultTypes(item: MetricInUse): readonly [Type, ...Type[]] {
  if (item.metric.provider !== 'prometheus') {
    return answersOf(item.metric.provider ?? '') ?? [ANY];
  }
  if (item.metric.field.at('provider', 'prometheus').has('rangeQuery')) {
    return [NUMBERS];
  }
  switch (item.query?.resultKind) {
    case 'scalar':
      return [NUMBER];
    case 'vector':
    case 'matrix':
      return [NUMBERS];
    default:
      return [ANY];
  }
}

/** Ninety-nine good ones of a hundred. */
function exampleOf(key: ConditionKey, provider: string | undefined): string {
  const limit = key === 'successCondition' ? '>= 0.99' : '< 0.99';
  return `write for example ${key}: ${provider === 'prometheus' ? `len(result) > 0 && result[0] ${limit}` : `result ${limit}`}`;
}

/** The commonest mistake is a list taken for a number. */
function repair(field: Field, condition: string, type: Type, provider: string | undefined): string {
  if (provider === 'cloudWatch') {
    return `write for example ${keyed(field)}len(result[0].Values) > 0 && result[0].Values[0] ${String(field.path.at(-1)) === 'successCondition' ? '<' : '>='} 5`;
  }
  if (type === NUMBER && /\bresult\[0\]/.test(condition)) {
    const bare = condition.replace(/^len\(result\) > 0 && /, '').replace(/\bresult\[0\]/g, 'result');
    return /\blen\(/.test(bare) ? 'write result for the number, which is no list here' : write(field, bare);
  }
  if (type !== NUMBERS) {
    return 'correct it, the measurement is called result and the condition must be true or false';
  }
  const indexed = condition.replace(BARE_ARGUMENT, '{{$&}}').replace(/\bresult\b(?!\s*[[.)])/g, 'result[0]').replace(/\b(isNaN|isInf|asFloat|float)\(result\)/g, '$1(result[0])');
  return indexed === condition || indexed.includes('default(') ? 'write result[0] for the value of the first series' : write(field, `len(result) > 0 && ${indexed}`);
}

/** Thresholds of percents on a share from 0 to 1, and the other way round. */
function judgeScale(key: ConditionKey, condition: Condition, share: 'fraction' | 'percent', metric: Metric): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const { operator, value } of condition.thresholds) {
    if (share === 'fraction' && value > 1 && value <= 100) {
      remarks.push(remark(metric[key], `compares with ${value}, and the query gives a share from 0 to 1`, writeInstead(metric[key], value, value / 100)));
    }
    // Errors may well be below 1 %: only a wish for more than half a percent of good answers is surely meant as a share.
    if (share === 'percent' && value >= 0.5 && value <= 1 && operator.startsWith('>') === (key === 'successCondition')) {
      remarks.push(remark(metric[key], `compares with ${value}, and the query gives a percentage from 0 to 100`, writeInstead(metric[key], value, value * 100)));
    }
  }
  return remarks;
}
