import { firstAnswerAfter, timing, toleratedFailures } from './metric';
import type { MetricSetting, RenderedMetric } from './metric';
import { queryOf } from './query';
import { questionMetric } from './question-metric';
import { dialectOf, isMeasured } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import type { ExperimentIntent, ExperimentQuestionIntent } from '../../intent/experiment';
import { isDifference } from '../../intent/experiment';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/**
 * One question of an experiment. Where the experiment has an end, it is asked until then: an answer early on says little of the rest, and
 * the pods are gone afterwards. Its last answer comes an interval before the end, since each comes a little late; without any answer it is inconclusive. Where the
 * experiment has no end, the question has one, as the gate of a stage.
 */
export function experimentMetric(analysis: AnalysisIntent, setting: MetricSetting, seconds: Leaf<number> | undefined): RenderedMetric {
  const rendered = questionMetric(analysis, setting, 'gate');
  const { limits } = analysis;
  if (!isMeasured(analysis) || seconds === undefined || limits.count !== undefined || limits.consecutiveSuccesses !== undefined) return rendered;
  const { window, interval } = timing(analysis, setting);
  const delay = firstAnswerAfter(analysis, window) ?? 0;
  const count = mapLeaf(seconds, all => mapLeaf(delay, before => mapLeaf(interval, each => Math.max(1, Math.floor((all - before) / each)))));
  const { consecutiveSuccessLimit: _, ...metric } = rendered.metric;
  return {
    ...rendered,
    metric: {
      ...metric,
      count,
      failureLimit: limits.failureLimit ?? mapLeaf(count, times => Math.min(toleratedFailures, times - 1)),
      inconclusiveLimit: limits.inconclusiveLimit ?? mapLeaf(count, times => times - 1),
    },
  };
}

/** A question as it is asked: one that compares two variants asks for the answer about the one less that about the other. */
export function askedOfVariants(question: ExperimentQuestionIntent, intent: Pick<ExperimentIntent, 'telemetry' | 'source'>): AnalysisIntent {
  const { analysis } = question;
  const asked = analysis.question;
  if (!isDifference(question) || !isMeasured(analysis) || (asked.kind !== 'error-rate' && asked.kind !== 'latency')) return analysis;
  const { query } = queryOf(analysis, dialectOf(analysis, intent));
  const difference = mapLeaf(query, text => `(\n${text}\n) - (\n${text.replaceAll('{{args.canary-hash}}', '{{args.stable-hash}}')}\n)`);
  return { ...analysis, question: { kind: 'threshold', query: difference, atMost: asked.kind === 'latency' ? asked.atMostMillis : asked.atMost } };
}
