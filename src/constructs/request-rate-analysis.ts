import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import { requestRateIntent } from '../analyses/request-rate';
import type { RequestRateOptions } from '../analyses/request-rate';

/** Properties of `RequestRateAnalysis`. */
export interface RequestRateAnalysisProps extends RequestRateOptions, PublishedAnalysisProps {}

/** Whether there are enough requests, or not too many, as an object that several rollouts may use. */
export class RequestRateAnalysis extends PublishedAnalysis {
  constructor(scope: Construct, id: string, props: RequestRateAnalysisProps) {
    super(scope, id, props, Analysis._asked(requestRateIntent('RequestRateAnalysis', props)));
  }
}
