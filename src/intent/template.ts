import type { AnalysisIntent } from './analysis';
import type { ArgumentIntent } from './argument';

/** Every single question of an analysis: itself, or all that a template holds and names, with the arguments that the template declares for it. */
export function questionsIn(analysis: AnalysisIntent): readonly AnalysisIntent[] {
  const { question, args } = analysis;
  if (question.kind !== 'template') return [analysis];
  return question.members.flatMap(questionsIn).map(each => each.question.kind === 'elsewhere' || args.length === 0 ? each : { ...each, args: [...args, ...each.args] });
}

/** Every argument that an analysis declares, those of the templates in it included; each name once, nearest first. */
export function argumentsOf(analysis: AnalysisIntent): readonly ArgumentIntent[] {
  const { question } = analysis;
  const all = [...analysis.args, ...question.kind === 'template' ? question.members.flatMap(argumentsOf) : []];
  return all.filter(({ name }, index) => all.findIndex(other => other.name === name) === index);
}

/** The names of all metrics of an analysis; absent: not known. */
export function metricNamesOf(analysis: AnalysisIntent): readonly string[] | undefined {
  const lists = questionsIn(analysis).map(({ name, question }) => question.kind === 'elsewhere' ? question.metricNames : [name]);
  return lists.includes(undefined) ? undefined : lists.flatMap(list => list ?? []);
}

/** The objects of somebody else that an analysis needs. */
export function templatesElsewhere(analysis: AnalysisIntent): readonly { readonly name: string; readonly clusterWide: boolean }[] {
  return questionsIn(analysis).flatMap(({ question, published }) => question.kind === 'elsewhere' && published !== undefined ? [published] : []);
}
