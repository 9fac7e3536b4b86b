import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import { restartIntent } from '../analyses/restarts';
import type { RestartOptions } from '../analyses/restarts';

/** Properties of `RestartAnalysis`. */
export interface RestartAnalysisProps extends RestartOptions, PublishedAnalysisProps {}

/** Whether the canary's containers stay up, as an object that several rollouts may use. */
export class RestartAnalysis extends PublishedAnalysis {
  constructor(scope: Construct, id: string, props: RestartAnalysisProps = {}) {
    super(scope, id, props, Analysis._asked(restartIntent('RestartAnalysis', props)));
  }
}
