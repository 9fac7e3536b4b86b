import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import type { SuccessRateOptions } from '../analyses/options';
import { successRateIntent } from '../analyses/questions';

/** Properties of `SuccessRateAnalysis`. */
export interface SuccessRateAnalysisProps extends SuccessRateOptions, PublishedAnalysisProps {}

/** Whether enough requests are good, as an object that several rollouts may use. */
export class SuccessRateAnalysis extends PublishedAnalysis {
  constructor(scope: Construct, id: string, props: SuccessRateAnalysisProps = {}) {
    super(scope, id, props, Analysis._asked(successRateIntent('SuccessRateAnalysis', props)));
  }
}
