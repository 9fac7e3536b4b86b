import { firstApproval } from './approval';
import { questionsOf, watchedBy } from './questions';
import type { StageTable } from './stage-table';
import { formatTime } from './time';
import type { AnalysisPlace } from '../graph/analysis-use';
import type { Field } from '../graph/field';
import type { RolloutNode } from '../graph/rollout';

/** What the controller keeps the old version for where nothing is said. */
const DEFAULT_DELAY = 30;

/** The preview, the switch, and the way back. */
export function blueGreenStages(rollout: RolloutNode): StageTable {
  const { blueGreen } = rollout;
  const canFail = rollout.analyses.length > 0 ? 'a failed analysis or ' : '';
  return {
    resource: rollout.resource,
    versions: ['old version', 'new version'],
    rows: [
      { name: 'start', share: 0, actions: [] },
      { name: 'preview', share: 0, actions: [previewOf(rollout), ...gateAt('pre-promotion', rollout), ...waitOf(rollout)] },
      { name: 'switch', share: 100, actions: gateAt('post-promotion', rollout) },
      { name: 'promoted', share: 100, actions: ['the new version is the stable one', `the old one goes ${delayOf(blueGreen.at('scaleDownDelaySeconds'))}`] },
      { name: 'rollback', share: 0, actions: [`until it is promoted, by ${canFail}a person`] },
    ],
    watched: rollout.analyses.filter(use => use.place === 'post-promotion').flatMap(watchedBy),
    watching: 'after the switch',
  };
}

function previewOf(rollout: RolloutNode): string {
  const pods = rollout.blueGreen.at('previewReplicaCount');
  const range = pods.exists ? undefined : rollout.scaledRange;
  const number = (pods.exists ? pods : rollout.spec.at('replicas')).number;
  const count = range === undefined ? number : `${range.min} to ${range.max}`;
  const service = rollout.service('preview')?.name;
  return `${count === undefined ? 'all its pods' : count === 1 ? '1 pod' : `${count} pods`}${service === undefined ? '' : ` behind ${service}`}`;
}

function gateAt(place: AnalysisPlace, rollout: RolloutNode): readonly string[] {
  return rollout.analyses.filter(use => use.place === place && !use.isEmpty).map(use => `gate: ${questionsOf(use).join(', ')}`);
}

function waitOf(rollout: RolloutNode): readonly string[] {
  const { blueGreen } = rollout;
  const seconds = blueGreen.at('autoPromotionSeconds').number ?? 0;
  if (blueGreen.at('autoPromotionEnabled').boolean === false) return [firstApproval(rollout)];
  return seconds > 0 ? [`hold ${formatTime(seconds)}`] : [];
}

function delayOf(delay: Field): string {
  const seconds = delay.exists ? delay.number : DEFAULT_DELAY;
  if (seconds === undefined) return 'later';
  return seconds === 0 ? 'never' : `after ${formatTime(seconds)}`;
}
