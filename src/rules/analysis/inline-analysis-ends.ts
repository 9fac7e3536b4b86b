import type { AnalysisUse } from '../../graph/analysis-use';
import type { Field } from '../../graph/field';
import type { MetricInUse } from '../../graph/metric-in-use';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const PLACES = ['inline', 'pre-promotion', 'post-promotion'];

export const inlineAnalysisEnds: Rule = {
  id: 'inline-analysis-ends',
  class: 'refused',
  summary: 'an analysis that the rollout waits for ends by itself',
  why: 'the controller refuses an interval without a count there, even if a success limit would end it; a count that becomes 0 later makes the step wait for ever',
  covers: ['AN-09', 'GAP-30'],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.use !== undefined && PLACES.includes(item.use.place) && item.metric.isRepeated) {
        yield* judge(item, item.use);
      }
    }
  },
};

function* judge(item: MetricInUse, use: AnalysisUse): Iterable<Remark> {
  const { metric, template, given } = item;
  const count = metric.field.at('count');
  const about = { about: use.rollout };
  const wait = `is repeated in ${withArticle(use.place)} analysis, which the rollout waits for`;
  if (!count.exists || isZero(count.value)) {
    yield remark(count, `${wait}, so it must have a count, got ${count.exists ? '0' : 'none'}`, `write count: ${sensibleCount(item)}`, about);
  } else if (count.text !== undefined && endsNever(template.ownArguments.fill(count.text))) {
    yield remark(
      count, `${wait}, so its count must be a number before the rollout supplies any argument, got ${count.text}`,
      `write value: "${sensibleCount(item)}" at ${nameIn(count.text)} in the args of ${template.resource}`, about,
    );
  } else if (metric.count(given) === Infinity) {
    yield remark(count, `${wait}, and its count becomes 0 here, so it never ends`, `write { name: ${nameIn(count.text ?? '')}, value: "${sensibleCount(item)}" } in the args of the analysis`, { ...about, class: 'broken' });
  }
}

/** The argument that a count is. */
function nameIn(text: string): string {
  return /\{\{\s*args\.([^}\s]+)\s*\}\}/.exec(text)?.[1] ?? 'its argument';
}

/** The controller counts a text that is no number, also an argument that has no value yet, as 0. */
function endsNever(text: string): boolean {
  return !/^[-+]?\d+$/.test(text) || Number(text) === 0;
}

function isZero(value: Field['value']): boolean {
  return value === 0;
}

function withArticle(place: string): string {
  return place === 'inline' ? 'an inline' : `a ${place}`;
}

/** Room for the failures that are tolerated and the successes that are wanted. */
function sensibleCount({ metric, given }: MetricInUse): number {
  const failures = metric.limit('failureLimit', 0, given) ?? 0;
  const successes = metric.limit('consecutiveSuccessLimit', 0, given) ?? 0;
  const inconclusive = metric.limit('inconclusiveLimit', 0, given) ?? 0;
  return Math.max(5, failures + successes + 1, inconclusive + 1);
}
