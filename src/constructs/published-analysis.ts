import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type * as building from './building';
import type { AnalysisIntent, IAnalysis } from '../intent/analysis';

/** Where a shared question is published. */
export interface PublishedAnalysisProps {
  /**
   * The name of the object.
   * @default - the id of the construct
   */
  readonly templateName?: string;

  /**
   * Whether rollouts in every namespace may use it.
   * @default false
   */
  readonly clusterWide?: boolean;
}

/** A question that is an object of its own, which any number of rollouts may use. */
export abstract class PublishedAnalysis extends Construct implements IAnalysis {
  /** The name of the question. */
  public readonly analysisName: string;

  /** The object that holds it. */
  public readonly template: ApiObject;

  /** @internal */
  public readonly _intent: AnalysisIntent;

  protected constructor(scope: Construct, id: string, props: PublishedAnalysisProps, question: IAnalysis) {
    super(scope, id);
    const published = { name: props.templateName ?? id, clusterWide: props.clusterWide ?? false, namespace: Chart.of(this).namespace };
    this._intent = { ...question._intent, published };
    this.analysisName = question.analysisName;
    // loaded here, so that importing the library costs little more than importing cdk8s-plus
    const { buildPublished } = require('./building') as typeof building;
    this.template = buildPublished(this, this._intent);
  }
}
