import { ANALYSIS_TEMPLATE, AnalysisTemplateNode, CLUSTER_ANALYSIS_TEMPLATE } from './analysis-template';
import type { AnalysisUse } from './analysis-use';
import type { SourceDocument } from './document';
import { INGRESS, IngressNode, OLD_INGRESS } from './ingress';
import { MetricInUse } from './metric-in-use';
import { ObjectIndex } from './object-index';
import { Parses } from './parses';
import { groupKindOf, ResourceNode } from './resource-node';
import { ROLLOUT, RolloutNode } from './rollout';
import { HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT, ScalerNode } from './scaler';
import { SERVICE, ServiceNode } from './service';

/** Every object of the input, in its order and cross-referenced. What is inside an object is read when it is asked for. */
export class Graph {
  readonly nodes: readonly ResourceNode[];
  readonly rollouts: readonly RolloutNode[];
  readonly templates: readonly AnalysisTemplateNode[];
  readonly services: readonly ServiceNode[];
  readonly ingresses: readonly IngressNode[];
  readonly scalers: readonly ScalerNode[];
  readonly index = new ObjectIndex();
  readonly parses = new Parses();
  private metricsRead?: readonly MetricInUse[];
  private usesRead?: ReadonlyMap<AnalysisTemplateNode, readonly AnalysisUse[]>;

  constructor(documents: readonly SourceDocument[]) {
    this.nodes = documents.map((source, document) => {
      const node = nodeOf(source, document, this.index);
      this.index.add(node);
      return node;
    });
    this.rollouts = this.nodes.filter((node) => node instanceof RolloutNode);
    this.templates = this.nodes.filter((node) => node instanceof AnalysisTemplateNode);
    this.services = this.nodes.filter((node) => node instanceof ServiceNode);
    this.ingresses = this.nodes.filter((node) => node instanceof IngressNode);
    this.scalers = this.nodes.filter((node) => node instanceof ScalerNode);
  }

  /** The places where a template runs. */
  usesOf(template: AnalysisTemplateNode): readonly AnalysisUse[] {
    return (this.usesRead ??= this.readUses()).get(template) ?? [];
  }

  /** Every metric with every use of it; what a Rollout runs again in the same way, as after each weight, once. */
  get metricsInUse(): readonly MetricInUse[] {
    return this.metricsRead ??= this.templates.flatMap((template) => {
      const uses = this.distinctUsesOf(template);
      return template.metrics.flatMap((metric) => uses.length === 0
        ? [new MetricInUse(metric, template, template.ownArguments, this.parses)]
        : uses.map((use) => new MetricInUse(metric, template, use.arguments, this.parses, use)));
    });
  }

  private distinctUsesOf(template: AnalysisTemplateNode): readonly AnalysisUse[] {
    const distinct: AnalysisUse[] = [];
    for (const use of this.usesOf(template)) {
      // Uses of one Rollout follow each other.
      const last = distinct.at(-1);
      if (last === undefined || !last.isLike(use)) {
        distinct.push(use);
      }
    }
    return distinct;
  }

  private readUses(): ReadonlyMap<AnalysisTemplateNode, readonly AnalysisUse[]> {
    const uses = new Map<AnalysisTemplateNode, AnalysisUse[]>();
    for (const use of this.rollouts.flatMap((rollout) => rollout.analyses)) {
      for (const template of use.templates) {
        const known = uses.get(template);
        if (known === undefined) {
          uses.set(template, [use]);
        } else {
          known.push(use);
        }
      }
    }
    return uses;
  }
}

/** Reads manifests, ours or anybody's. Whatever they hold, nothing is thrown. */
export function readGraph(documents: readonly SourceDocument[]): Graph {
  return new Graph(documents);
}

function nodeOf(source: SourceDocument, document: number, index: ObjectIndex): ResourceNode {
  switch (groupKindOf(source)) {
    case ROLLOUT:
      return new RolloutNode(source, document, index);
    case ANALYSIS_TEMPLATE:
    case CLUSTER_ANALYSIS_TEMPLATE:
      return new AnalysisTemplateNode(source, document);
    case SERVICE:
      return new ServiceNode(source, document);
    case INGRESS:
    case OLD_INGRESS:
      return new IngressNode(source, document);
    case HORIZONTAL_POD_AUTOSCALER:
    case SCALED_OBJECT:
      return new ScalerNode(source, document);
    default:
      return new ResourceNode(source, document);
  }
}
