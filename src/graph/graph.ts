import { ALERT_PROVIDER, AlertProviderNode } from './alert-provider';
import { ANALYSIS_RUN, ANALYSIS_TEMPLATE, AnalysisTemplateNode, CLUSTER_ANALYSIS_TEMPLATE } from './analysis-template';
import { AnalysisUse } from './analysis-use';
import type { AnalysisPlace } from './analysis-use';
import { APISIX_ROUTE, ApisixRouteNode } from './apisix-route';
import { CANARY, CanaryNode } from './canary';
import { DESTINATION_RULE, DestinationRuleNode } from './destination-rule';
import { DISRUPTION_BUDGET, DisruptionBudgetNode } from './disruption-budget';
import type { SourceDocument } from './document';
import { EXPERIMENT, ExperimentNode, experimentsOf } from './experiment';
import type { WrittenExperiment } from './experiment';
import { GATEWAY, GatewayNode } from './gateway';
import { GATEWAY_GROUP, GATEWAY_ROUTE_KINDS, GatewayRouteNode } from './gateway-route';
import { INGRESS, IngressNode, OLD_INGRESS } from './ingress';
import { IstioUse } from './istio-use';
import { MAPPING, MappingNode, PREVIEW_MAPPING } from './mapping';
import { Mentions } from './mentions';
import { MetricInUse } from './metric-in-use';
import { METRIC_TEMPLATE, MetricTemplateNode } from './metric-template';
import { ObjectIndex } from './object-index';
import { Parses } from './parses';
import { REFERENCE_GRANT, ReferenceGrantNode } from './reference-grant';
import { groupKindOf, ResourceNode } from './resource-node';
import { ROLLOUT, RolloutNode } from './rollout';
import { HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT, ScalerNode } from './scaler';
import { SERVICE, ServiceNode } from './service';
import { OLD_TRAEFIK_SERVICE, TRAEFIK_SERVICE, TraefikServiceNode } from './traefik-service';
import { VIRTUAL_SERVICE, VirtualServiceNode } from './virtual-service';

/** Every object of the input, in its order and cross-referenced. What is inside an object is read when it is asked for. */
export class Graph {
  readonly nodes: readonly ResourceNode[];
  readonly rollouts: readonly RolloutNode[];
  readonly canaries: readonly CanaryNode[];
  readonly metricTemplates: readonly MetricTemplateNode[];
  readonly alertProviders: readonly AlertProviderNode[];
  readonly templates: readonly AnalysisTemplateNode[];
  readonly experiments: readonly ExperimentNode[];
  readonly services: readonly ServiceNode[];
  readonly ingresses: readonly IngressNode[];
  readonly scalers: readonly ScalerNode[];
  readonly disruptionBudgets: readonly DisruptionBudgetNode[];
  readonly index = new ObjectIndex();
  readonly parses = new Parses();
  private mentionsRead?: Mentions;
  private analysesRead?: readonly AnalysisUse[];
  private experimentsRead?: readonly WrittenExperiment[];
  private metricsByProvider?: ReadonlyMap<string | undefined, readonly MetricInUse[]>;
  private metricsByPlace?: ReadonlyMap<AnalysisPlace | undefined, readonly MetricInUse[]>;
  private istioRead?: readonly IstioUse[];
  private metricsRead?: readonly MetricInUse[];
  private usesRead?: ReadonlyMap<AnalysisTemplateNode, readonly AnalysisUse[]>;
  private loneRead?: readonly AnalysisUse[];

  constructor(documents: readonly SourceDocument[]) {
    this.nodes = documents.map((source, document) => {
      const node = nodeOf(source, document, this.index);
      this.index.add(node);
      return node;
    });
    this.rollouts = this.nodes.filter((node) => node instanceof RolloutNode);
    this.canaries = this.nodes.filter((node) => node instanceof CanaryNode);
    this.metricTemplates = this.nodes.filter((node) => node instanceof MetricTemplateNode);
    this.alertProviders = this.nodes.filter((node) => node instanceof AlertProviderNode);
    this.templates = this.nodes.filter((node) => node instanceof AnalysisTemplateNode);
    this.experiments = this.nodes.filter((node) => node instanceof ExperimentNode);
    this.services = this.nodes.filter((node) => node instanceof ServiceNode);
    this.ingresses = this.nodes.filter((node) => node instanceof IngressNode);
    this.scalers = this.nodes.filter((node) => node instanceof ScalerNode);
    this.disruptionBudgets = this.nodes.filter((node) => node instanceof DisruptionBudgetNode);
  }

  /** The places where a template runs; where a Rollout or an Experiment runs it again in the same way, as after each weight, the first. */
  usesOf(template: AnalysisTemplateNode): readonly AnalysisUse[] {
    return (this.usesRead ??= this.readUses()).get(template) ?? [];
  }

  /** A use for which a mistake in the template makes the Rollout refused. */
  earlyUseOf(template: AnalysisTemplateNode): AnalysisUse | undefined {
    return this.usesOf(template).find((use) => use.isCheckedEarly);
  }

  /** What would run if somebody used a template that nobody uses, and nothing else with it; and AnalysisRuns, which are runs already. */
  get loneUses(): readonly AnalysisUse[] {
    return this.loneRead ??= this.templates.filter((template) => this.usesOf(template).length === 0)
      .map((template) => new AnalysisUse(template, 'alone', template.spec, this.index));
  }

  /** The Rollouts that have one of these keys, anywhere in them or in the workload that lends them its pods. */
  rolloutsThatMention(keys: readonly string[]): readonly RolloutNode[] {
    return (this.mentionsRead ??= new Mentions(this.rollouts)).of(keys);
  }

  /** What Istio is told of every Rollout that it splits. */
  get istio(): readonly IstioUse[] {
    return this.istioRead ??= this.rollouts.filter((rollout) => rollout.trafficRouting.at('istio').isMap)
      .map((rollout) => new IstioUse(rollout, this.index));
  }

  /** Every analysis of a Rollout or an Experiment. */
  get analyses(): readonly AnalysisUse[] {
    return this.analysesRead ??= [...this.rollouts, ...this.experiments].flatMap((owner) => owner.analyses);
  }

  /** Every experiment: those of steps, and those by themselves. */
  get writtenExperiments(): readonly WrittenExperiment[] {
    return this.experimentsRead ??= [...this.rolloutsThatMention(['experiment']), ...this.experiments].flatMap(experimentsOf);
  }

  /** Those of `metricsInUse` that run at this place. */
  metricsAt(place: AnalysisPlace): readonly MetricInUse[] {
    this.metricsByPlace ??= groupedBy(this.metricsInUse, ({ use }) => use?.place);
    return this.metricsByPlace.get(place) ?? [];
  }

  /** Those of `metricsInUse` that ask this provider and no other. */
  metricsOf(provider: string): readonly MetricInUse[] {
    this.metricsByProvider ??= groupedBy(this.metricsInUse, ({ metric }) => metric.provider);
    return this.metricsByProvider.get(provider) ?? [];
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
    for (const use of this.analyses.filter(({ repeats }) => repeats === undefined)) {
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

function groupedBy<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [value]);
    } else {
      group.push(value);
    }
  }
  return groups;
}

/** Reads manifests, ours or anybody's. Whatever they hold, nothing is thrown. */
export function readGraph(documents: readonly SourceDocument[]): Graph {
  return new Graph(documents);
}

const GATEWAY_ROUTES: ReadonlySet<string> = new Set(GATEWAY_ROUTE_KINDS.map((kind) => `${kind}.${GATEWAY_GROUP}`));

function nodeOf(source: SourceDocument, document: number, index: ObjectIndex): ResourceNode {
  const groupKind = groupKindOf(source);
  switch (groupKind) {
    case ROLLOUT:
      return new RolloutNode(source, document, index);
    case CANARY:
      return new CanaryNode(source, document, index);
    case METRIC_TEMPLATE:
      return new MetricTemplateNode(source, document);
    case ALERT_PROVIDER:
      return new AlertProviderNode(source, document);
    case EXPERIMENT:
      return new ExperimentNode(source, document, index);
    case ANALYSIS_TEMPLATE:
    case CLUSTER_ANALYSIS_TEMPLATE:
    case ANALYSIS_RUN:
      return new AnalysisTemplateNode(source, document, groupKind);
    case SERVICE:
      return new ServiceNode(source, document, SERVICE);
    case INGRESS:
    case OLD_INGRESS:
      return new IngressNode(source, document, groupKind);
    case VIRTUAL_SERVICE:
      return new VirtualServiceNode(source, document, VIRTUAL_SERVICE);
    case DESTINATION_RULE:
      return new DestinationRuleNode(source, document, DESTINATION_RULE);
    case TRAEFIK_SERVICE:
    case OLD_TRAEFIK_SERVICE:
      return new TraefikServiceNode(source, document, groupKind);
    case APISIX_ROUTE:
      return new ApisixRouteNode(source, document, APISIX_ROUTE);
    case MAPPING:
    case PREVIEW_MAPPING:
      return new MappingNode(source, document, groupKind);
    case HORIZONTAL_POD_AUTOSCALER:
    case SCALED_OBJECT:
      return new ScalerNode(source, document, groupKind);
    case DISRUPTION_BUDGET:
      return new DisruptionBudgetNode(source, document, groupKind);
    case GATEWAY:
      return new GatewayNode(source, document, groupKind);
    case REFERENCE_GRANT:
      return new ReferenceGrantNode(source, document, groupKind);
    default:
      return GATEWAY_ROUTES.has(groupKind) ? new GatewayRouteNode(source, document, groupKind) : new ResourceNode(source, document, groupKind);
  }
}
