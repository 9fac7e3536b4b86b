import type { AnalysisUse } from '../../graph/analysis-use';
import type { Metric } from '../../graph/metric';
import type { MetricInUse } from '../../graph/metric-in-use';
import { RolloutNode } from '../../graph/rollout';
import { formatGoDuration, parseGoDuration, parsePauseDuration } from '../../manifests/durations';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted } from '../wording';

/** One measurement of theirs may well last as long as the steps do: a test of load is one. */
const TAKING_TIME = ['job', 'kayenta', 'plugin'];

export const backgroundLasts: Rule = {
  id: 'background-lasts',
  class: 'risky',
  summary: 'a background analysis goes on as long as the steps do',
  why: 'it is started once: with a count it ends as a success after so many measurements, and the later steps go on with nobody watching (measured on the controller)',
  covers: ['GAP-14', 'GATE-22'],
  check: function* (graph): Iterable<Remark> {
    const keepers = new Map<AnalysisUse, Metric | undefined>();
    for (const item of graph.metricsAt('background')) {
      const { use } = item;
      if (use?.rollout instanceof RolloutNode) {
        const keeper = keepers.has(use) ? keepers.get(use) : keeperOf(use);
        keepers.set(use, keeper);
        yield* keeper === undefined ? judge(item, use.rollout) : [];
      }
    }
  },
};

/** A metric that goes on for ever keeps the run, and those beside it may well be asked once. */
function keeperOf(use: AnalysisUse): Metric | undefined {
  for (const template of use.templates) {
    const keeper = template.metrics.find((metric) => metric.count(use.arguments) === Infinity);
    if (keeper !== undefined) {
      return keeper;
    }
  }
  return undefined;
}

function* judge({ metric, given }: MetricInUse, rollout: RolloutNode): Iterable<Remark> {
  const count = metric.count(given);
  if (count === undefined || count === Infinity || (count === 1 && TAKING_TIME.includes(metric.provider ?? ''))) {
    return;
  }
  const seconds = lengthOf(metric.field.textAt('interval'), metric.field.textAt('initialDelay'), count, given.fill.bind(given));
  const watched = holdsOf(rollout);
  if (seconds === undefined || watched === undefined || seconds >= watched.seconds) {
    return;
  }
  const holds = watched.isOpen ? 'the steps wait for somebody' : `the steps hold for ${formatGoDuration(watched.seconds)} in all`;
  yield remark(
    metric.field.has('count') ? metric.field.at('count') : metric.field.at('interval'),
    `ends the background analysis of ${rollout.resource} after ${counted(count, 'measurement')}, ${seconds === 0 ? 'at once' : `about ${formatGoDuration(seconds)}`}, while ${holds}`,
    metric.isRepeated ? 'drop the count, so that it is asked until the steps are over' : 'write interval: 1m', { about: rollout },
  );
}

function lengthOf(interval: string | undefined, delay: string | undefined, count: number, fill: (text: string) => string): number | undefined {
  const [every, first] = [parseGoDuration(fill(interval ?? '0')), parseGoDuration(fill(delay ?? '0'))];
  return every === undefined || first === undefined ? undefined : first + (count - 1) * every;
}

/** How long the steps from the one on at which it starts hold by themselves; undefined when that is not known. */
function holdsOf(rollout: RolloutNode): { readonly seconds: number; readonly isOpen: boolean } | undefined {
  const start = rollout.canary.at('analysis', 'startingStep').number ?? 0;
  let seconds = 0;
  for (const step of rollout.steps.slice(Math.max(0, start))) {
    const pause = step.at('pause');
    if (pause.exists && !pause.has('duration')) {
      return { seconds: Infinity, isOpen: true };
    }
    const duration = pause.exists ? parsePauseDuration(pause.at('duration').value) : 0;
    if (duration === undefined) {
      return undefined;
    }
    seconds += duration;
  }
  return { seconds, isOpen: false };
}
