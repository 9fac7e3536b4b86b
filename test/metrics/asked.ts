import { MetricAnalysis } from 'rolloutkit';
import type { IMetricSource, MetricOptions } from 'rolloutkit';
import type { FlaggerMetricFragment, FlaggerQuestion } from '../../src/intent/metric-source';
import type { Problem } from '../../src/intent/problem';
import { manifestsOf } from '../render';
import type { Written } from '../render';

/** The spec of a template that asks one question. */
export function asked(options: MetricOptions): Written {
  return manifestsOf(chart => { new MetricAnalysis(chart, 'asked', options); })[0].spec;
}

/** Its only metric. */
export function metric(options: MetricOptions): Written {
  return asked(options).metrics[0];
}

/** What Flagger is told of a question to a store. */
export function flaggerTold(source: IMetricSource, query = 'q', question: FlaggerQuestion = { windowSeconds: 300 }): FlaggerMetricFragment {
  return source._store.flagger!(query, question);
}

/** What an engine cannot be told, one line each, and how bad that is. */
export function linesOf(gaps: readonly Problem[] = []): string[] {
  return gaps.map(({ property, message, fix, class: badness = 'broken' }) => `${badness}  ${property}: ${message}; ${fix}`);
}
