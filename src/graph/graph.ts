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

  /** The places where a template runs; where a Rollout runs it again in the same way, as after each weight, the first. */
  usesOf(template: AnalysisTemplateNode): readonly AnalysisUse[] {
    return (this.usesRead ??= this.readUses()).get(template) ?? [];
  }

  /** Every metric with every use of it. */
  get metricsInUse(): readonly MetricInUse[] {
    return this.metricsRead ??= this.readMetrics();
  }

  private readMetrics(): MetricInUse[] {
    const metrics: MetricInUse[] = [];
    for (const template of this.templates) {
      const uses = this.usesOf(template);
      for (const metric of template.metrics) {
        if (uses.length === 0) {
          metrics.push(new MetricInUse(metric, template, template.ownArguments, this.parses));
        }
        for (const use of uses) {
          metrics.push(new MetricInUse(metric, template, use.arguments, this.parses, use));
        }
      }
    }
    return metrics;
  }

  private readUses(): ReadonlyMap<AnalysisTemplateNode, readonly AnalysisUse[]> {
    const uses = new Map<AnalysisTemplateNode, AnalysisUse[]>();
    for (const rollout of this.rollouts) {
      for (const use of rollout.analyses) {
        for (const template of use.repeats === undefined ? use.templates : []) {
          const known = uses.get(template);
          if (known === undefined) {
            uses.set(template, [use]);
          } else {
            known.push(use);
          }
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
  const groupKind = groupKindOf(source);
  switch (groupKind) {
    case ROLLOUT:
      return new RolloutNode(source, document, index);
    case ANALYSIS_TEMPLATE:
    case CLUSTER_ANALYSIS_TEMPLATE:
      return new AnalysisTemplateNode(source, document, groupKind);
    case SERVICE:
      return new ServiceNode(source, document, SERVICE);
    case INGRESS:
    case OLD_INGRESS:
      return new IngressNode(source, document, groupKind);
    case HORIZONTAL_POD_AUTOSCALER:
    case SCALED_OBJECT:
      return new ScalerNode(source, document, groupKind);
    default:
      return new ResourceNode(source, document, groupKind);
  }
}
