import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import { saturationIntent } from '../analyses/saturation';
import type { SaturationOptions } from '../analyses/saturation';

/** Properties of `SaturationAnalysis`. */
export interface SaturationAnalysisProps extends SaturationOptions, PublishedAnalysisProps {}

/** Whether the canary's containers have room left, as an object that several rollouts may use. */
export class SaturationAnalysis extends PublishedAnalysis {
  constructor(scope: Construct, id: string, props: SaturationAnalysisProps) {
    super(scope, id, props, Analysis._asked(saturationIntent('SaturationAnalysis', props)));
  }
}
