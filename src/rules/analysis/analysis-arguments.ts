import type { AnalysisTemplateNode } from '../../graph/analysis-template';
import type { AnalysisUse } from '../../graph/analysis-use';
import { ExperimentNode } from '../../graph/experiment';
import { isFieldPath } from '../../manifests/field-paths';
import { write } from '../fix';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';


const HASHES = ['Latest', 'Stable'];

export const analysisArguments: Rule = {
  id: 'analysis-arguments',
  class: 'refused',
  summary: 'every argument that a template asks for has a value, and every one that is supplied is asked for',
  why: 'a missing argument makes the Rollout InvalidSpec or errors the run; one that no template declares is dropped without a word',
  covers: ['AN-05', 'AN-10', 'AN-11', 'ME-16', 'ST-19', 'GAP-26', 'GAP-43'],
  givesWay: true,
  check: function* (graph): Iterable<Remark> {
    yield* forEachAnalysis(graph, function* (use): Iterable<Remark> {
      // An Experiment takes values alone, and does not look at sources.
      if (!(use.rollout instanceof ExperimentNode)) {
        yield* judgeHashes(use);
        yield* judgeFields(use);
      }
      // What a template that is not in the input declares is not known.
      if (use.isComplete && !use.isEmpty) {
        yield* judgeMissing(use);
        yield* judgeSupplied(use);
      }
    });
    for (const run of graph.templates.filter(({ isRun }) => isRun)) {
      yield* judgeRun(run);
    }
  },
};

/** Nobody gives a run what it does not have. */
function* judgeRun(run: AnalysisTemplateNode): Iterable<Remark> {
  for (const { field, name, isGiven } of run.arguments) {
    if (name !== undefined && !isGiven) {
      yield remark(field, `must have a value or a key of a Secret, got neither for ${name}, so the run ends as it starts`, 'write value: ...', { class: 'broken' });
    }
  }
}

function* judgeMissing(use: AnalysisUse): Iterable<Remark> {
  const seen = new Set<string>();
  for (const template of use.templates) {
    for (const { name, isGiven } of template.arguments) {
      const bare = use.supplied.find((argument) => argument.name === name);
      // of a background analysis each template is looked at by itself, whatever another one gives
      const isMissing = name !== undefined && (use.arguments.find(name) === undefined || (use.place === 'background' && !isGiven && bare === undefined));
      if (isMissing && !seen.has(name)) {
        seen.add(name);
        if (bare !== undefined && use.place !== 'experiment') {
          yield remark(bare.field, `must have a value or a source of one, got neither, which gives ${template.resource} an empty text`, 'write value: ...', { class: 'broken', about: template });
          continue;
        }
        yield remark(
          use.field.at('args'), `must supply ${name}, which ${template.resource} declares without a value`,
          `add { name: ${name}, value: ... }, or give it a value in the template`,
          { about: template, ...(use.place === 'experiment' ? { class: 'broken' } : {}) },
        );
      }
    }
  }
}

function* judgeSupplied(use: AnalysisUse): Iterable<Remark> {
  for (const { field, name } of use.supplied) {
    if (name !== undefined && !use.arguments.declares(name)) {
      const declared = use.templates.flatMap((template) => template.arguments).flatMap((argument) => argument.name ?? []);
      const meant = nearest(name, declared.filter((each) => use.supplied.every((other) => other.name !== each)));
      const templates = listed(use.templates.map((template) => template.resource));
      yield remark(
        field.at('name'), `is dropped: ${name} is not declared by ${templates}`,
        meant === undefined ? 'declare it in the template, or drop it' : write(field.at('name'), meant), { class: 'risky' },
      );
    }
  }
}

function* judgeHashes(use: AnalysisUse): Iterable<Remark> {
  for (const { valueFrom } of use.supplied) {
    const hash = valueFrom.at('podTemplateHashValue');
    if (hash.text !== undefined && !HASHES.includes(hash.text)) {
      yield remark(
        hash, `must be Latest or Stable, got ${shown(hash.text)}, which gives an empty text`,
        write(hash, HASHES.find((each) => each.toLowerCase() === hash.text?.toLowerCase()) ?? HASHES[0]), { class: 'broken' },
      );
    }
  }
}

/** The controller refuses them in steps, and makes no run of them elsewhere. */
function* judgeFields(use: AnalysisUse): Iterable<Remark> {
  const isStep = use.place === 'inline' || use.place === 'experiment';
  for (const { valueFrom } of use.supplied) {
    const path = valueFrom.at('fieldRef', 'fieldPath');
    if (path.text !== undefined && !isFieldPath(path.text) && (isStep || !valueFrom.has('podTemplateHashValue'))) {
      yield remark(
        path, `must be a name, a namespace, a uid, or labels and annotations with a key in single quotes, got ${shown(path.text)}`, write(path, "metadata.labels['team']"),
        isStep || leavesArguments(use) ? {} : { class: 'broken' },
      );
    }
  }
}

/** Without a run's arguments those are missing that templates leave to the Rollout. */
function leavesArguments({ templates }: AnalysisUse): boolean {
  return templates.some((template) => template.arguments.some(({ isGiven }) => !isGiven));
}
