import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { forEachMetricOf } from '../settings';

/** The answer as a whole. */
const WHOLE = ['', '{$}', '{@}', '{.}', '{}', '{$.}'];

export const webAnswer: Rule = {
  id: 'web-answer',
  class: 'risky',
  summary: 'a web metric names the part of the answer that it is about',
  why: 'the whole answer is the measurement without a jsonPath: one that is no JSON is a success whatever the conditions say, and the JSON null ends the process of the controller (measured on the controller)',
  covers: [],
  check: (graph) => forEachMetricOf(graph, 'web', function* (settings): Iterable<Remark> {
    const path = settings.text('jsonPath');
    if (path !== undefined && WHOLE.includes(path.trim())) {
      const got = path === '' ? 'none' : path;
      const part = partOf(settings.item.metric.conditions.flatMap(({ text }) => text ?? []));
      yield remark(
        settings.at('jsonPath'), `must name a part of the answer, got ${got}: an answer of null would end the controller`,
        part === undefined ? 'write for example jsonPath: "{$.ok}", and answer with an object' : `write jsonPath: "{$.${part}}", and result for result.${part} in the condition`,
      );
    }
  }),
};

/** The one part of the measurement that the conditions ask about. */
function partOf(conditions: readonly string[]): string | undefined {
  const parts = new Set(conditions.flatMap((text) => Array.from(text.matchAll(/\bresult\.(\w+)/g), ([, part]) => part)));
  return parts.size === 1 ? [...parts][0] : undefined;
}
