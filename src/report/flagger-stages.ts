import type { StageRow, StageTable } from './stage-table';
import { formatTime } from './time';
import type { CanaryNode } from '../graph/canary';
import type { Field } from '../graph/field';
import type { PlayedTick } from '../plan/flagger/play';
import { readRunSettings } from '../plan/flagger/read-run-settings';
import type { RunSettings } from '../plan/flagger/run-settings';
import { runToEnd } from '../plan/flagger/run-to-end';

/** Longer than any release that makes sense. */
const ENOUGH_TICKS = 1000;

/** A row for each share of the traffic, played as Flagger plays it while everything is well. */
export function flaggerStages(canary: CanaryNode): StageTable {
  const settings = readRunSettings(canary);
  const run = settings && runToEnd(settings, {}, { atMostTicks: ENOUGH_TICKS });
  return {
    resource: canary.resource,
    versions: ['primary', settings?.course === 'weights' ? 'canary' : 'new version'],
    rows: [
      { name: 'start', share: 0, actions: [] },
      ...settings === undefined ? [] : stages(run?.ticks ?? [], settings, canary),
      { name: 'promoted', share: 100, actions: [`the new version is the primary${run?.ending.how === 'succeeded' && settings !== undefined ? `, after ${formatTime(last(run.ticks).seconds)} or more` : ''}`] },
      { name: 'rollback', share: 0, actions: [settings === undefined ? 'from every stage' : `from every stage, at the check after ${failures(settings.threshold)}`] },
    ],
    watched: canary.metrics.map(({ field, name }) => `${name ?? '?'}${settings === undefined ? '' : `, asked every ${formatTime(settings.intervalSeconds)}`}: ${badness(field)} is a failed check, and so is no answer`),
    watching: 'throughout',
  };
}

/** Ticks that leave the traffic where it is are one stage. */
function stages(ticks: readonly PlayedTick[], settings: RunSettings, canary: CanaryNode): readonly StageRow[] {
  const played = ticks.filter(({ phase, what }) => phase === 'Progressing' && what !== 'detected');
  const shares = settings.course === 'ab-test' ? played.map(() => 0) : played.map(({ canaryWeight }) => canaryWeight);
  const rows: { readonly share: number; checks: number }[] = [];
  for (const share of shares) {
    const row = rows[rows.length - 1];
    if (row?.share === share) row.checks++;
    else rows.push({ share, checks: 1 });
  }
  const asked = canary.metrics.map(({ name }) => name ?? '?');
  return rows.map(({ share, checks }, index) => ({
    name: `stage ${index + 1}`,
    share,
    actions: [
      `hold ${formatTime(checks * settings.intervalSeconds)}`,
      ...settings.course === 'ab-test' ? ['the audience sees the new version'] : [],
      ...settings.mirror && index === 0 ? ['requests are copied to the new version'] : [],
      ...asked.length === 0 ? [] : [`${checks === 1 ? 'check' : `${checks} checks`}: ${asked.join(', ')}`],
      ...index === rows.length - 1 && settings.hooks.includes('confirm-promotion') ? ['approval'] : [],
    ],
  }));
}

function failures(threshold: number): string {
  return threshold === 1 ? 'a failed one' : `${threshold} failed ones`;
}

function badness(metric: Field): string {
  const [min, max] = ['min', 'max'].map(end => metric.at('thresholdRange', end).number);
  const ends = [...min === undefined ? [] : [`below ${min}`], ...max === undefined ? [] : [`above ${max}`]];
  return `an answer ${ends.length === 0 ? 'outside of its range' : ends.join(' or ')}`;
}

function last<T>(list: readonly T[]): T {
  return list[list.length - 1];
}
