import { questionsOf, watchedBy } from './questions';
import type { StageRow, StageTable } from './stage-table';
import { formatTime } from './time';
import type { AnalysisUse } from '../graph/analysis-use';
import type { Field } from '../graph/field';
import type { RolloutNode } from '../graph/rollout';
import { parsePauseDuration } from '../manifests/durations';
import { fencePosts } from '../pod-counts/fence-posts';
import { shareOf, splitPods } from '../pod-counts/split';

/** A row for each weight, with what happens before the next. */
export function canaryStages(rollout: RolloutNode): StageTable {
  const rows: StageRow[] = [{ name: 'start', share: 0, actions: [] }];
  for (const [index, step] of rollout.steps.entries()) {
    const weight = step.at('setWeight');
    if (weight.exists) {
      rows.push({ name: `stage ${rows.length}`, share: shareAt(weight, rollout), actions: [] });
    } else {
      const last = rows[rows.length - 1];
      rows[rows.length - 1] = { ...last, actions: [...last.actions, actionOf(step, rollout.analyses.find(use => use.step === index))] };
    }
  }
  return {
    resource: rollout.resource,
    versions: ['stable version', 'canary'],
    rows: [
      ...rows,
      { name: 'promoted', share: 100, actions: ['the new version is the stable one'] },
      { name: 'rollback', share: 0, actions: [`from every stage, by ${rollout.analyses.length > 0 ? 'a failed analysis or ' : ''}a person`] },
    ],
    watched: rollout.analyses.filter(use => use.place === 'background').flatMap(watchedBy),
    watching: 'throughout',
  };
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

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
