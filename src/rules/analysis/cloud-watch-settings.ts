import type { Field } from '../../graph/field';
import { keyed, write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { forEachMetricOf, requiredClass } from '../settings';
import type { Settings } from '../settings';
import { shown } from '../wording';

/** Periods below a minute that CloudWatch takes, in seconds. */
const SHORT_PERIODS = [1, 5, 10, 20, 30];

export const cloudWatchSettings: Rule = {
  id: 'cloud-watch-settings',
  class: 'broken',
  summary: 'a metric of CloudWatch asks for metrics or expressions, each with an id of its own, over a time that it can be asked for',
  why: 'the definition of the template takes anything; the controller cannot read the time, or AWS refuses the question, and every measurement is an error',
  covers: ['PR-23', 'ME-21'],
  check: (graph) => forEachMetricOf(graph, 'cloudWatch', judge),
};

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html
function* judge(settings: Settings): Iterable<Remark> {
  yield* settings.duration('interval');
  const queries = settings.at('metricDataQueries');
  const all = queries.items();
  if (!queries.isUnknown && all.length === 0) {
    yield remark(queries, 'must ask something, got no query', `write ${keyed(queries)}[{ id: rate, metricStat: { ... } }]`, requiredClass(queries));
  }
  const known = new Set<string>();
  for (const query of all) {
    const id = settings.textOf(query.at('id'));
    if (id !== undefined) {
      yield* judgeId(query.at('id'), id, known);
    }
    const kinds = ['expression', 'metricStat'].filter((key) => query.has(key));
    if (kinds.length !== 1) {
      yield remark(query, `must have an expression or a metricStat, got ${kinds.length === 0 ? 'neither' : 'both'}`, kinds.length === 0 ? 'add metricStat: { metric: ..., period: 300, stat: Sum }' : 'drop one of them');
    }
    yield* judgePeriod(query.at('period'), settings);
    yield* judgePeriod(query.at('metricStat', 'period'), settings);
  }
  if (all.length > 0 && all.every((query) => query.at('returnData').boolean === false)) {
    yield remark(all[all.length - 1].at('returnData'), 'must be true for one of the queries, or there is no answer, got false for all', 'write returnData: true');
  }
}

function* judgeId(field: Field, id: string, known: Set<string>): Iterable<Remark> {
  if (!/^[a-z][a-zA-Z0-9_]*$/.test(id)) {
    const better = id.replace(/\W+/g, '_').replace(/^[^A-Za-z]+/, '');
    yield remark(field, `must begin with a small letter, and go on with letters, digits and _, got ${id === '' ? 'none' : shown(id)}`, write(field, better === '' ? 'q1' : better[0].toLowerCase() + better.slice(1)));
  } else if (known.has(id)) {
    yield remark(field, `must be an id of its own, got ${id} a second time`, write(field, `${id}_2`));
  }
  known.add(id);
}

function* judgePeriod(field: Field, settings: Settings): Iterable<Remark> {
  const text = field.number === undefined ? settings.textOf(field) : String(field.number);
  const seconds = text === undefined || text === '' ? undefined : Number(text);
  if (seconds !== undefined && !SHORT_PERIODS.includes(seconds) && !(seconds > 0 && seconds % 60 === 0)) {
    yield remark(field, `must be 1, 5, 10, 20 or 30 seconds, or whole minutes in seconds, got ${shown(field.value)}`, write(field, Number.isNaN(seconds) ? 60 : Math.max(1, Math.round(seconds / 60)) * 60));
  }
}
