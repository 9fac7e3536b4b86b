import type { Argument } from '../../graph/argument';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';

/** What Go writes in quotes as no JSON reader knows it: `\a`, `\v`, `\x01`, `\U000e0001`. */
const UNREADABLE = /[\u0000-\u0007\u000b\u000e-\u001f\u007f]|[\u{e0000}-\u{10ffff}]/u;

export const argumentCharacters: Rule = {
  id: 'argument-characters',
  class: 'broken',
  summary: 'the value of an argument has no control characters',
  why: 'the controller writes the metric as JSON with the value in it, in the notation of Go, and cannot read it again: the Rollout is InvalidSpec, or the run ends with an error',
  covers: ['AN-08'],
  check: function* (graph): Iterable<Remark> {
    for (const template of graph.templates) {
      for (const argument of template.arguments) {
        yield* judge(argument, () => {
          const early = graph.earlyUseOf(template);
          return early === undefined ? {} : { class: 'refused', about: early.rollout };
        });
      }
    }
    yield* forEachAnalysis(graph, (use) => use.supplied.flatMap((argument) => judge(argument, () => ({}))));
  },
};

function judge({ field }: Argument, details: () => RemarkDetails): readonly Remark[] {
  const found = UNREADABLE.exec(field.textAt('value') ?? '');
  if (found === null) {
    return [];
  }
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [remark(field.at('value'), `must be without control characters, got U+${code} at character ${found.index + 1}`, 'take it out', details())];
}
