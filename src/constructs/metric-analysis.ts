import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import type { MetricOptions } from '../analyses/metric-options';
import { metricIntent } from '../analyses/questions';

/** Properties of `MetricAnalysis`. */
export interface MetricAnalysisProps extends MetricOptions, PublishedAnalysisProps {}

/**
 * Somebody's own query, as an object that several rollouts may use. With conditions of its own it is written word for word,
 * and nothing is added; with `atLeast` or `atMost` it is guarded like every other question.
 */
export class MetricAnalysis extends PublishedAnalysis {
  constructor(scope: Construct, id: string, props: MetricAnalysisProps) {
    super(scope, id, props, Analysis._asked(metricIntent('MetricAnalysis', { ...props, name: props.name ?? id })));
  }
}
