import { parseAllDocuments } from 'yaml';
import { expectedOf, readText } from '../docs/files';
import type { Answer } from '../engines/argo/metric-model';
import { canaryOf, playRollout } from '../engines/argo/rollout-model';
import type { Data } from '../engines/argo/rollout-model';
import { named } from '../render';
import type { Written } from '../render';

const page = readText('examples/flash-sale/README.md');
const manifests: Written[] = parseAllDocuments(expectedOf('flash-sale')['flash-sale.k8s.yaml']).map(document => document.toJS());
const short: Written[] = parseAllDocuments(expectedOf('flash-sale')['flash-sale-short.k8s.yaml']).map(document => document.toJS());
const canary = canaryOf(manifests, 'flash-sale');

/** Of pods that are younger nothing is known of their memory's growth. */
const growthShows = 15 * 60;
const healthy: Readonly<Record<string, Answer>> = {
  'error-rate': [0.1],
  'success-rate': [99.9],
  'latency': [120],
  'orders': [900],
  'memory': [40],
  'memory-growth': [2],
  'pod-restarts': [0],
  'catastrophic-errors': [0.1],
  'restarts': [0],
  'out-of-memory': [],
};
const sale = (changes: (at: number) => Partial<Record<string, Answer>> = () => ({})): Data => (metric, at) => {
  const answers: Partial<Record<string, Answer>> = { ...healthy, ...at < growthShows ? { 'memory-growth': [] } : {}, ...changes(at) };
  const answer = answers[metric];
  if (answer === undefined) throw new Error(`nobody answers ${metric}`);
  return answer;
};

/** Row by row: what a fault makes the metrics answer. */
const faults: Readonly<Record<string, Partial<Record<string, Answer>>>> = {
  'more than 5 % errors': { 'catastrophic-errors': [6], 'error-rate': [6], 'success-rate': [94] },
  'more than 1 % errors': { 'catastrophic-errors': [2], 'error-rate': [2], 'success-rate': [98] },
  'slow for good': { latency: [900] },
  'fewer than 300 orders a minute': { orders: [250] },
  'memory above 85 % of the limit': { memory: [90] },
  'a leak: more than 20 % of the limit in an hour': { 'memory-growth': [30] },
  'a container started again': { 'restarts': [1], 'pod-restarts': [1] },
  'a container out of memory': { 'out-of-memory': [1] },
};
const rows = [...page.matchAll(/^\| (.+?) \| `([\w-]+)` \| .+ \| (\d+) (s|min) \|$/gm)]
  .map(([, fault, metric, amount, unit]) => ({ fault, metric, seconds: Number(amount) * (unit === 'min' ? 60 : 1) }));

test('a good version goes through all stages, in the time that the page says', () => {
  const outcome = playRollout(canary, sale());
  expect(outcome).toMatchObject({ phase: 'Healthy', weights: [10, 30, 50, 80, 100] });
  expect(page).toContain(`\`flash-sale\` takes ${Math.round(outcome.at / 60)} minutes`);
});

test('every fault of the page is tried', () => {
  expect(rows.map(({ fault }) => fault)).toEqual(Object.keys(faults));
});

test.each(rows)('$fault is taken back by $metric after at most $seconds s', ({ fault, metric, seconds }) => {
  // at the third stage, when all of them have an answer; throughout the longest interval
  const starts = Array.from({ length: 24 }, (_, index) => 1001 + 5 * index);
  const times = starts.map(start => {
    const outcome = playRollout(canary, sale(at => at < start ? {} : faults[fault]));
    expect(outcome.phase).toBe('Aborted');
    return outcome.at - start;
  });
  expect(Math.max(...times)).toBeLessThanOrEqual(seconds);
  expect(Math.max(...times)).toBeGreaterThan(seconds - 6);
  expect(canary.metrics['flash-sale-guard'].map(({ name }) => name)).toContain(metric);
});

test('five slow minutes, in which the autoscaler adds pods, are forgiven at any stage', () => {
  for (const start of [60, 290, 400, 700, 1100]) {
    const outcome = playRollout(canary, sale(at => at >= start && at < start + 280 ? { latency: [900] } : {}));
    expect(outcome).toMatchObject({ phase: 'Healthy', weights: [10, 30, 50, 80, 100] });
  }
});

test('a leak that shows when the release is nearly done is waited for', () => {
  const leaks = sale(at => at < 2400 ? { 'memory-growth': [] } : { 'memory-growth': [30] });
  expect(playRollout(canary, leaks)).toMatchObject({ phase: 'Aborted', weights: [10, 30, 50, 80, 100] });
});

test('no answer is not a good one', () => {
  for (const metric of ['error-rate', 'latency', 'orders', 'memory', 'pod-restarts']) {
    expect(playRollout(canary, sale(() => ({ [metric]: [] })), 3 * 3600)).toMatchObject({ phase: 'Progressing', weights: [10] });
  }
});

test('the shorter form waits for a person after 50 %, and still listens to its guard', () => {
  const waiting = canaryOf(short, 'flash-sale');
  expect(playRollout(waiting, sale(), 7200)).toMatchObject({ phase: 'Progressing', weights: [10, 30, 50] });
  expect(playRollout(waiting, sale(at => at < 3600 ? {} : { 'error-rate': [2] }), 7200)).toMatchObject({ phase: 'Aborted' });
});

test('old and new version are scaled, and what is left of a release that was taken back is as the page says', () => {
  const { spec } = named(manifests, 'Rollout', 'flash-sale');
  expect(spec.replicas).toBeUndefined();
  expect(named(manifests, 'HorizontalPodAutoscaler', 'flash-sale').spec.scaleTargetRef).toMatchObject({ kind: 'Rollout', name: 'flash-sale' });
  expect(spec.analysis.unsuccessfulRunHistoryLimit).toBe(20);
  expect(spec.strategy.canary.analysis.analysisRunMetadata.labels).toEqual({ service: 'flash-sale' });
  const kept = named(manifests, 'AnalysisTemplate', 'flash-sale-latency').spec.measurementRetention;
  expect(kept).toEqual([{ metricName: '^(latency)$', limit: 60 }]);
});
