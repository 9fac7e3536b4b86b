import type { AnalysisUse } from '../../graph/analysis-use';
import type { Field } from '../../graph/field';
import { RolloutNode } from '../../graph/rollout';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

const LISTS = ['dryRun', 'measurementRetention'] as const;
type List = typeof LISTS[number];

export const metricSelections: Rule = {
  id: 'metric-selections',
  class: 'broken',
  summary: 'what is said of metrics by their names is said once, and of metrics that there are',
  why: 'the same name twice makes the Rollout InvalidSpec; one that fits no metric ends the run with an error as it starts, also a * alone, which is no regular expression',
  covers: ['AN-03', 'AN-04', 'AN-12', 'ME-18', 'ME-19', 'GAP-29'],
  check: (graph) => forEachAnalysis(graph, function* (use): Iterable<Remark> {
    for (const list of LISTS.filter((each) => isWritten(use, each))) {
      const own = entriesOf(use, list);
      yield* judgeNames(own, use);
      yield* judgeTwice(use, list);
    }
  }),
};

/** Most analyses say nothing of the kind. */
function isWritten(use: AnalysisUse, list: List): boolean {
  return use.isComplete && (use.field.has(list) || use.templates.some(({ spec }) => spec.has(list)));
}

/** The entries of the templates, and then those of the Rollout, which are put before them. */
function entriesOf({ templates, field, place }: AnalysisUse, list: List): readonly Field[] {
  return [...place === 'experiment' ? [] : namesIn(field, list), ...templates.flatMap(({ spec }) => namesIn(spec, list))];
}

function* judgeNames(entries: readonly Field[], { templates, rollout }: AnalysisUse): Iterable<Remark> {
  const names = templates.flatMap(({ metrics }) => metrics.flatMap(({ name }) => name ?? []));
  for (const entry of entries) {
    const pattern = patternOf(entry.text ?? '');
    if (entry.text === undefined || pattern === 'unknown' || names.length === 0 || (pattern !== undefined && names.some((name) => pattern.test(name)))) {
      continue;
    }
    const meant = nearest(entry.text, names);
    const fix = /^\W+$/.test(entry.text) ? "write '.*' for all of them" : meant === undefined ? `write ${listed(names)}` : `did you mean ${meant}?`;
    const found = pattern === undefined ? 'which is no regular expression' : 'which fits none';
    yield remark(entry, `must be a regular expression that fits a metric of the run, ${listed(names)}, got ${shown(entry.text)}, ${found}`, fix, { about: rollout });
  }
}

function* judgeTwice(use: AnalysisUse, list: List): Iterable<Remark> {
  const ofTemplates = use.templates.flatMap(({ spec }) => namesIn(spec, list));
  const { place, rollout } = use;
  const isOfExperiment = place === 'experiment';
  yield* repeated(ofTemplates, list, { class: isOfExperiment ? 'broken' : 'refused', about: rollout });
  // the controller tries the list of every inline step with the templates of each analysis
  const steps = rollout instanceof RolloutNode && !isOfExperiment ? rollout.analyses.filter((other) => other.place === 'inline') : [];
  for (const { field } of steps) {
    yield* repeated([...namesIn(field, list), ...ofTemplates], list, { class: 'refused', about: rollout });
  }
  if (place !== 'inline' && !isOfExperiment) {
    yield* repeated([...namesIn(use.field, list), ...ofTemplates], list, { about: rollout });
  }
}

function* repeated(entries: readonly Field[], list: List, details: RemarkDetails): Iterable<Remark> {
  const seen = new Map<string, Field>();
  for (const entry of entries) {
    const first = entry.text === undefined ? undefined : seen.get(entry.text);
    if (entry.text !== undefined && first !== undefined) {
      const where = first.node === entry.node ? 'already' : `in ${first.node.resource}`;
      yield remark(entry, `must be named once in ${list}, got ${shown(entry.text)}, which is named ${where}`, 'drop one of them', details);
    } else if (entry.text !== undefined) {
      seen.set(entry.text, entry);
    }
  }
}

function namesIn(parent: Field, list: List): readonly Field[] {
  return parent.has(list) ? parent.at(list).items().map((entry) => entry.at('metricName')) : [];
}

/** As Go reads it, anywhere in the name. Undefined when it is none; what only Go knows is not told. */
function patternOf(text: string): RegExp | 'unknown' | undefined {
  if (/\(\?|\\[pPzAQ]|\[\[:/.test(text)) {
    return 'unknown';
  }
  try {
    return new RegExp(text, 'u');
  } catch {
    return undefined;
  }
}
