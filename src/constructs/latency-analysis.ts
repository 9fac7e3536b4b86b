import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import type { LatencyOptions } from '../analyses/options';
import { latencyIntent } from '../analyses/questions';

/** Properties of `LatencyAnalysis`. */
export interface LatencyAnalysisProps extends LatencyOptions, PublishedAnalysisProps {}

/** Whether requests are fast enough, as an object that several rollouts may use. */
export class LatencyAnalysis extends PublishedAnalysis {
  constructor(scope: Construct, id: string, props: LatencyAnalysisProps = {}) {
    super(scope, id, props, Analysis._asked(latencyIntent('LatencyAnalysis', props)));
  }
}
