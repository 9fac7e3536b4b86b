import type { Construct } from 'constructs';
import { PublishedAnalysis } from './published-analysis';
import type { PublishedAnalysisProps } from './published-analysis';
import { Analysis } from '../analyses/analysis';
import { existingTemplateIntent, templateIntent } from '../analyses/template';
import type { AnalysisTemplateOptions, ExistingTemplateOptions } from '../analyses/template';
import type { IAnalysis } from '../intent/analysis';

/** Properties of `AnalysisTemplate`. */
export interface AnalysisTemplateProps extends AnalysisTemplateOptions, PublishedAnalysisProps {}

/** Several questions under one name, as an object that any number of rollouts may use. */
export class AnalysisTemplate extends PublishedAnalysis {
  /** A template that somebody else owns. */
  public static fromName(templateName: string, options: ExistingTemplateOptions = {}): IAnalysis {
    return Analysis._asked(existingTemplateIntent('AnalysisTemplate.fromName', templateName, options));
  }

  constructor(scope: Construct, id: string, props: AnalysisTemplateProps) {
    super(scope, id, props, Analysis._asked(templateIntent('AnalysisTemplate', props.templateName ?? id, props)));
  }
}
