import { flaggerQueries } from '../flagger-query';
import type { FlaggerQuery } from '../flagger-query';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canaryQueryAnswer: Rule = {
  id: 'canary-query-answer',
  class: 'broken',
  summary: 'a query of Flagger is one that Prometheus can read, and answers with values of now',
  why: 'Flagger reads nothing but a list of series with a value each: an error, a bare number, a text or a range is a failed check at every interval',
  covers: ['FM-11'],
  check: function* (graph): Iterable<Remark> {
    for (const item of flaggerQueries(graph)) {
      yield* judge(item);
    }
  },
};

function* judge({ field, query, text }: FlaggerQuery): Iterable<Remark> {
  const [problem] = query.errors;
  const [fault] = query.typeFaults;
  if (problem !== undefined) {
    yield remark(field, `is no PromQL ${placeOf(text, problem.offset)}: ${problem.message}`, 'correct the query');
  } else if (fault !== undefined) {
    yield remark(field, fault.message, fault.fix);
  } else if (query.resultKind === 'scalar') {
    yield remark(field, 'is answered with a bare number, which Flagger cannot read', 'write vector(...) around it');
  } else if (query.resultKind === 'matrix') {
    yield remark(field, 'is answered with a range, and Flagger reads values of now', 'write rate(...) or avg_over_time(...) around it');
  } else if (query.resultKind === 'text') {
    yield remark(field, 'is answered with a text, and Flagger reads numbers', 'write a query for a number');
  } else if (query.quantilesWithoutLe > 0) {
    yield remark(field, 'takes a histogram_quantile of buckets that an aggregation has merged, so it has no answer', 'write sum by (le) (...) inside histogram_quantile');
  } else if (query.dividesByItself) {
    yield remark(field, 'divides something by itself, which gives one number whatever happens', 'divide by all requests, without the matcher that picks the good ones or the bad ones');
  }
}

/** As it is when everything is filled in. */
function placeOf(text: string, offset: number): string {
  const around = text.slice(Math.max(0, offset - 20), offset).replace(/\s+/g, ' ').trim();
  return around === '' ? 'at its beginning' : `behind ${JSON.stringify(around)}`;
}
