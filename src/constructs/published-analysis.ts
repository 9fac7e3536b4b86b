import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { RolloutDefaults } from './rollout-defaults';
import { lockedQuestionProblems, publishedBy } from './scope-problems';
import { checkAtSynth } from './synth-checks';
import { writeObject } from './written-manifests';
import { renderAnalysis } from '../engines/render';
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
    const published = { name: props.templateName ?? id, clusterWide: props.clusterWide ?? false };
    this._intent = { ...question._intent, published };
    this.analysisName = question.analysisName;
    publishedBy(this._intent, this);
    const { controller, ...defaults } = RolloutDefaults._resolve(this);
    const rendered = renderAnalysis(this._intent, controller._intent, { namespace: Chart.of(this).namespace, ...defaults });
    this.template = writeObject(this, 'Resource', rendered.manifests[0]);
    checkAtSynth(this, { objects: [this.template], origins: rendered.origins, elsewhere: [], problems: lockedQuestionProblems(this, this._intent) });
  }
}
