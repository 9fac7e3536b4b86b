import { AnalysisTemplateNode } from '../../graph/analysis-template';
import type { AnalysisUse } from '../../graph/analysis-use';
import { ExperimentNode } from '../../graph/experiment';
import type { Field } from '../../graph/field';
import { RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
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
  check: function* (graph): Iterable<Remark> {
    yield* forEachAnalysis(graph, judge);
    for (const use of graph.loneUses) {
      yield* judge(use);
    }
  },
};

function* judge(use: AnalysisUse): Iterable<Remark> {
  const asked = askedAt(use);
  for (const list of LISTS.filter((each) => isWritten(use, asked, each))) {
    yield* judgeNames(asked, use, list);
    yield* judgeTwice(asked, use, list);
  }
}

/** Where whoever runs the templates says the like: at the analysis, or for all analyses of an experiment. Nobody does for a template alone. */
function askedAt({ place, rollout, field, step }: AnalysisUse): Field | undefined {
  if (place !== 'experiment') {
    return place === 'alone' ? undefined : field;
  }
  return rollout instanceof RolloutNode ? rollout.steps[step ?? 0].at('experiment') : rollout instanceof ExperimentNode ? rollout.spec : undefined;
}

/** Most analyses say nothing of the kind. */
function isWritten(use: AnalysisUse, asked: Field | undefined, list: List): boolean {
  return use.isComplete && (asked?.has(list) === true || use.templates.some(({ spec }) => spec.has(list)));
}

/** The entries of the Rollout are put before those of the templates. */
function* judgeNames(asked: Field | undefined, { templates, arguments: given, rollout }: AnalysisUse, list: List): Iterable<Remark> {
  const names = templates.flatMap(({ metrics }) => metrics.flatMap(({ name }) => name === undefined ? [] : given.fill(name)));
  const isKnown = names.length > 0 && !names.some((name) => name.includes('{{'));
  for (const entry of isKnown ? [...namesIn(asked, list), ...templates.flatMap(({ spec }) => namesIn(spec, list))] : []) {
    const pattern = patternOf(entry.text ?? '');
    if (entry.text === undefined || pattern === 'unknown' || (pattern !== undefined && names.some((name) => pattern.test(name)))) {
      continue;
    }
    const meant = nearest(entry.text, names);
    const fix = /^\W+$/.test(entry.text) ? `${write(entry, '.*')} for all of them` : meant === undefined ? write(entry, names.join('|')) : write(entry, meant);
    const found = pattern === undefined ? 'which is no regular expression' : 'which fits none';
    yield remark(entry, `must be a regular expression that fits a metric of the run, ${listed(names)}, got ${shown(entry.text)}, ${found}`, fix, { about: rollout });
  }
}

function* judgeTwice(asked: Field | undefined, { templates, place, rollout }: AnalysisUse, list: List): Iterable<Remark> {
  const ofTemplates = templates.flatMap(({ spec }) => namesIn(spec, list));
  if (place === 'alone' || place === 'experiment') {
    // of a run nobody makes one list of several
    const isMerged = !(rollout instanceof AnalysisTemplateNode && rollout.isRun);
    yield* isMerged ? repeated([...namesIn(asked, list), ...ofTemplates], list, { about: rollout }) : [];
    return;
  }
  yield* repeated(ofTemplates, list, { class: 'refused', about: rollout });
  // the controller tries the list of every inline step with the templates of each analysis
  const steps = rollout instanceof RolloutNode ? rollout.analyses.filter((other) => other.place === 'inline') : [];
  for (const { field } of steps) {
    yield* repeated([...namesIn(field, list), ...ofTemplates], list, { class: 'refused', about: rollout });
  }
  if (place !== 'inline') {
    yield* repeated([...namesIn(asked, list), ...ofTemplates], list, { about: rollout });
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

function namesIn(parent: Field | undefined, list: List): readonly Field[] {
  return parent?.has(list) === true ? parent.at(list).items().map((entry) => entry.at('metricName')) : [];
}

/** As Go reads it, anywhere in the name. Undefined when it is none; what only Go knows is not told. */
function patternOf(text: string): RegExp | 'unknown' | undefined {
  const [, flags, rest] = /^\(\?([ims]+)\)(.*)$/s.exec(text) ?? [undefined, '', text];
  if (/\(\?|\\[pPzAQ]|\[\[:/.test(rest)) {
    return 'unknown';
  }
  try {
    return new RegExp(rest, `${[...new Set(flags)].join('')}u`);
  } catch {
    return undefined;
  }
}
