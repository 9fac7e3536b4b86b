import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import type { ErrorRateOptions } from '../analyses/options';
import { errorRateIntent } from '../analyses/questions';

/** Properties of `ErrorRateAnalysis`. */
export interface ErrorRateAnalysisProps extends ErrorRateOptions, PublishedAnalysisProps {}

/** Whether few enough requests are bad, as an object that several rollouts may use. */
export class ErrorRateAnalysis extends PublishedAnalysis {
  constructor(scope: Construct, id: string, props: ErrorRateAnalysisProps = {}) {
    super(scope, id, props, Analysis._asked(errorRateIntent('ErrorRateAnalysis', props)));
  }
}
