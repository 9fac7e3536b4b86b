import { actionHoles, actionMetric } from './action-metric';
import { gateMetric, guardMetric, writtenMetric } from './metric';
import type { MetricSetting, RenderedMetric } from './metric';
import { dialectOf, isMeasured } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';

/** What a metric is for: to watch, to be waited for, or to stand as its author wrote it. */
export type MetricRole = 'guard' | 'gate' | 'written';

/** One question as a metric. */
export function questionMetric(analysis: AnalysisIntent, setting: MetricSetting, role: MetricRole): RenderedMetric {
  if (isMeasured(analysis)) return measured[role](analysis, setting);
  const { question } = analysis;
  if (question.kind === 'job' || question.kind === 'http') {
    return { metric: actionMetric(analysis, question), holes: actionHoles(question), scrapeSeconds: dialectOf(undefined, setting).scrapeSeconds };
  }
  throw new Error(`no metric: ${question.kind}`); // templates are taken apart before
}

const measured = { guard: guardMetric, gate: gateMetric, written: writtenMetric };
