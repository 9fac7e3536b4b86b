import type { AnalysisTemplateNode } from '../../graph/analysis-template';
import type { AnalysisUse } from '../../graph/analysis-use';
import type { Argument } from '../../graph/argument';
import { ExperimentNode } from '../../graph/experiment';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const argumentSources: Rule = {
  id: 'argument-sources',
  class: 'broken',
  summary: 'an argument of a template has a value, or a key of a Secret, and not both',
  why: 'with both the Rollout is InvalidSpec, or the Secret wins without a word; fields of the Rollout and hashes of pods can be read where the Rollout gives the argument, and nowhere else',
  covers: ['AN-06'],
  check: function* (graph): Iterable<Remark> {
    for (const template of graph.templates) {
      for (const argument of template.arguments) {
        if (argument.valueFrom.isMap) {
          yield* judge(argument, template, graph);
        }
      }
    }
  },
};

function* judge({ field, name, valueFrom }: Argument, template: AnalysisTemplateNode, graph: Graph): Iterable<Remark> {
  const uses = graph.usesOf(template);
  if (field.has('value')) {
    const early = graph.earlyUseOf(template);
    yield remark(
      field.at('value'), `must not stand beside valueFrom, since ${name ?? 'an argument'} has one value`, 'drop value, or valueFrom',
      early === undefined ? { class: 'risky' } : { class: 'refused', about: early.rollout },
    );
  }
  if (field.has('value') || valueFrom.has('secretKeyRef')) {
    return;
  }
  // whoever gives a value is not hurt by what stands here
  const bare = uses.find((use) => !isReplaced(name, use));
  if (uses.length === 0 || bare !== undefined) {
    yield unreadable(name, valueFrom, template, bare);
  }
}

/** A Rollout gives at least an empty text; an Experiment takes values alone. */
function isReplaced(name: string | undefined, { supplied, rollout }: AnalysisUse): boolean {
  return supplied.some((argument) => argument.name === name && (!(rollout instanceof ExperimentNode) || argument.field.has('value')));
}

function unreadable(name = 'x', valueFrom: Field, { isRun }: AnalysisTemplateNode, bare: AnalysisUse | undefined): Remark {
  const others = valueFrom.keys().filter((key) => valueFrom.has(key));
  if (others.length === 0) {
    return remark(
      valueFrom, `must say where the value of ${name} comes from, got nothing: every run ends with an error as it starts`,
      'write valueFrom: { secretKeyRef: { name: ..., key: ... } }, or value: ...', { about: bare?.rollout },
    );
  }
  return remark(
    valueFrom.at(others[0]), `is read where a Rollout gives the argument, and not in a ${isRun ? 'run' : 'template'}: nothing is put for {{args.${name}}}, got ${listed(others)}`,
    isRun ? 'write value: ... in the place of valueFrom' : `write { name: ${name}, valueFrom: { ${others[0]}: ... } } below args of the analysis, and only the name here`,
    { about: bare?.rollout },
  );
}
