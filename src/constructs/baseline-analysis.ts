import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import { baselineIntent } from '../analyses/baseline';
import type { BaselineOptions } from '../analyses/baseline';

/** Properties of `BaselineAnalysis`. */
export interface BaselineAnalysisProps extends BaselineOptions, PublishedAnalysisProps {}

/** Whether the canary is no worse than the stable version, as an object that several rollouts may use. */
export class BaselineAnalysis extends PublishedAnalysis {
  constructor(scope: Construct, id: string, props: BaselineAnalysisProps) {
    super(scope, id, props, Analysis._asked(baselineIntent('BaselineAnalysis', props)));
  }
}
