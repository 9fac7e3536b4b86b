import { formatTime } from './time';
import type { AnalysisUse } from '../graph/analysis-use';
import { parseGoDuration } from '../manifests/durations';

/** The metrics that are asked, or the template that is not at hand. */
export function questionsOf(analysis: AnalysisUse): readonly string[] {
  return analysis.references.flatMap(({ name, template }) => template?.metrics.map(metric => metric.name ?? name) ?? [name]);
}

/** A sentence for each metric: how often it is asked, and which answer rolls back. */
export function watchedBy(use: AnalysisUse): readonly string[] {
  return use.references.flatMap(({ name, template }) => template?.metrics.map(metric => {
    const interval = parseGoDuration(use.arguments.fill(metric.field.at('interval').text ?? ''));
    const tolerated = metric.limit('failureLimit', 0, use.arguments);
    const when = interval === undefined ? '' : `, asked every ${formatTime(interval)}`;
    const which = tolerated === undefined ? 'too many answers' : `the ${ordinal(tolerated + 1)} answer`;
    return `${metric.name ?? name}${when}: ${which} ${badness(metric.failureCondition.text)} rolls back`;
  }) ?? [`${name}: a template that is not among the manifests`]);
}

/** `above 500` from the comparison at the end of a condition. */
function badness(condition: string | undefined): string {
  const [, operator, limit] = /result\[0\] (<=?|>=?) (-?[\d.]+)$/.exec(condition ?? '') ?? [];
  if (operator === undefined) return condition === undefined ? 'outside its success condition' : `with ${condition}`;
  return `${{ '<': 'below', '>': 'above', '<=': 'of at most', '>=': 'of at least' }[operator]} ${limit}`;
}

function ordinal(count: number): string {
  return ['first', 'second', 'third'][count - 1] ?? `${count}th`;
}
