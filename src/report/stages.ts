import type { AnalysisUse } from '../graph/analysis-use';
import type { Field } from '../graph/field';
import type { RolloutNode } from '../graph/rollout';
import { parseGoDuration, parsePauseDuration } from '../manifests/durations';
import { fencePosts } from '../pod-counts/fence-posts';
import { shareOf, splitPods } from '../pod-counts/split';

/** One line of a stage table. */
export interface StageRow {
  readonly name: string;
  /** Percent of the traffic that the canary gets, and the stable version does not; undefined when it is not known. */
  readonly canary: number | undefined;
  /** What happens there, in its order. */
  readonly actions: readonly string[];
}

/** The course of a canary, and what watches all of it. */
export interface StageTable {
  readonly resource: string;
  readonly rows: readonly StageRow[];
  /** A sentence for each metric that is asked in the background. */
  readonly watched: readonly string[];
}

/** Reads the stages of a canary from its manifest. */
export function stageTable(rollout: RolloutNode): StageTable {
  const rows: StageRow[] = [{ name: 'start', canary: 0, actions: [] }];
  for (const [index, step] of rollout.steps.entries()) {
    const weight = step.at('setWeight');
    if (weight.exists) {
      rows.push({ name: `stage ${rows.length}`, canary: shareAt(weight, rollout), actions: [] });
    } else {
      const last = rows[rows.length - 1];
      rows[rows.length - 1] = { ...last, actions: [...last.actions, actionOf(step, rollout.analyses.find(use => use.step === index))] };
    }
  }
  const background = rollout.analyses.filter(use => use.place === 'background');
  return {
    resource: rollout.resource,
    rows: [
      ...rows,
      { name: 'promoted', canary: 100, actions: ['the new version is the stable one'] },
      { name: 'rollback', canary: 0, actions: [`from every stage, by ${rollout.analyses.length > 0 ? 'a failed analysis or ' : ''}a person`] },
    ],
    watched: background.flatMap(watchedBy),
  };
}

/** The table for a terminal. */
export function formatStages({ rows }: StageTable): string {
  const cells = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...cells.map(row => row[column].length)));
  return cells.map(row => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}

/** The table for a document. */
export function formatStagesAsMarkdown({ rows }: StageTable): string {
  return [headings, headings.map(() => '---'), ...rows.map(cellsOf)].map(row => `| ${row.join(' | ')} |`).join('\n');
}

const headings = ['stage', 'stable version', 'canary', 'then'];

function cellsOf({ name, canary, actions }: StageRow): string[] {
  const percent = (share: number) => `${share} %`;
  return [name, canary === undefined ? '?' : percent(100 - canary), canary === undefined ? '?' : percent(canary), actions.join('; ')];
}

/** What the canary really gets: without a router that is its share of the pods. */
function shareAt(weight: Field, rollout: RolloutNode): number | undefined {
  const full = rollout.fullWeight;
  if (weight.number === undefined || full === undefined) return undefined;
  if (rollout.routers.length > 0) return round(100 * weight.number / full);
  const replicas = rollout.spec.at('replicas').number;
  const posts = replicas === undefined ? undefined
    : fencePosts(replicas, rollout.canary.at('maxSurge').value, rollout.canary.at('maxUnavailable').value);
  return replicas === undefined || posts === undefined ? weight.number : round(shareOf(splitPods(replicas, weight.number, posts.surge)));
}

function actionOf(step: Field, analysis: AnalysisUse | undefined): string {
  if (analysis !== undefined) return `gate: ${questionsOf(analysis).join(', ')}`;
  const [kind, field] = step.entries().find(([, value]) => value.exists) ?? ['nothing', step];
  if (kind !== 'pause') return words[kind] ?? kind;
  const duration = field.at('duration');
  if (!duration.exists) return 'approval';
  const seconds = parsePauseDuration(duration.value);
  return `hold ${seconds === undefined ? String(duration.text ?? '?') : formatTime(seconds)}`;
}

const words: Readonly<Record<string, string>> = {
  setCanaryScale: 'scale the canary', setHeaderRoute: 'route by headers', setMirrorRoute: 'mirror requests', experiment: 'experiment', plugin: 'plugin',
};

/** The metrics that are asked, or the template that is not at hand. */
function questionsOf(analysis: AnalysisUse): readonly string[] {
  return analysis.references.flatMap(({ name, template }) => template?.metrics.map(metric => metric.name ?? name) ?? [name]);
}

function watchedBy(use: AnalysisUse): string[] {
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

/** `1 min 30 s`. */
function formatTime(seconds: number): string {
  const parts: [number, string][] = [[Math.floor(seconds / 3600), 'h'], [Math.floor(seconds / 60) % 60, 'min'], [round(seconds % 60), 's']];
  return parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`).join(' ') || '0 s';
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
