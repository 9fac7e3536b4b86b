import { firstApproval } from './approval';
import { audienceOf, isAudience, startsAudience } from './audiences';
import { questionsOf, watchedBy } from './questions';
import type { StageRow, StageTable } from './stage-table';
import { formatTime } from './time';
import type { Field } from '../graph/field';
import type { RolloutNode } from '../graph/rollout';
import { parsePauseDuration } from '../manifests/durations';
import { fencePosts } from '../pod-counts/fence-posts';
import { shareOf, splitPods } from '../pod-counts/split';

/** A row for each weight, and for each audience that alone sees the canary, with what happens before the next. */
export function canaryStages(rollout: RolloutNode): StageTable {
  const rows: StageRow[] = [{ name: 'start', share: 0, actions: [] }];
  let hasAudience = false;
  for (const [index, step] of rollout.steps.entries()) {
    const weight = step.at('setWeight');
    if (weight.exists || (rows[rows.length - 1].share === 0 && startsAudience(rollout.steps, index))) {
      rows.push({ name: `stage ${rows.length}`, share: weight.exists ? shareAt(weight, rollout) : 0, actions: hasAudience ? ['the audience stays'] : [] });
    }
    if (!weight.exists) {
      const last = rows[rows.length - 1];
      rows[rows.length - 1] = { ...last, actions: [...last.actions, actionOf(step, index, rollout)] };
      hasAudience = step.has('setHeaderRoute') ? isAudience(step) : hasAudience;
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
  // scaled, it is roughest where there are fewest
  const replicas = rollout.spec.at('replicas').number ?? rollout.scaledRange?.min;
  const posts = replicas === undefined ? undefined
    : fencePosts(replicas, rollout.canary.at('maxSurge').value, rollout.canary.at('maxUnavailable').value);
  return replicas === undefined || posts === undefined ? weight.number : round(shareOf(splitPods(replicas, weight.number, posts.surge)));
}

function actionOf(step: Field, index: number, rollout: RolloutNode): string {
  const analysis = rollout.analyses.find(use => use.step === index);
  if (analysis !== undefined) return `gate: ${questionsOf(analysis).join(', ')}`;
  const [kind, field] = step.entries().find(([, value]) => value.exists) ?? ['nothing', step];
  if (kind === 'setCanaryScale') return podsOf(field, rollout.fullWeight);
  if (kind === 'setHeaderRoute') return audienceOf(field, rollout.routers);
  if (kind !== 'pause') return words[kind] ?? kind;
  const duration = field.at('duration');
  if (!duration.exists) return index === 0 ? firstApproval(rollout) : 'approval';
  const seconds = parsePauseDuration(duration.value);
  return `hold ${seconds === undefined ? String(duration.text ?? '?') : formatTime(seconds)}`;
}

const words: Readonly<Record<string, string>> = {
  setMirrorRoute: 'mirror requests', experiment: 'experiment', plugin: 'plugin',
};

function podsOf(scale: Field, full: number | undefined): string {
  const [pods, weight] = [scale.at('replicas').number, scale.at('weight').number];
  if (scale.at('matchTrafficWeight').boolean === true) return 'canary pods as the traffic needs';
  if (pods !== undefined) return `${pods} canary ${pods === 1 ? 'pod' : 'pods'}`;
  return weight === undefined || full === undefined ? 'scale the canary' : `canary pods for ${round(100 * weight / full)} %`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
