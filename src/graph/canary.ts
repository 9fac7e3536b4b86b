import { ALERT_PROVIDER } from './alert-provider';
import { matchEffect } from './canary-match';
import type { MatchEffect } from './canary-match';
import { CanaryTarget } from './canary-target';
import type { SourceDocument } from './document';
import type { Field } from './field';
import { METRIC_TEMPLATE, MetricTemplateNode } from './metric-template';
import type { ObjectIndex } from './object-index';
import { ResourceNode } from './resource-node';
import { HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT, ScalerNode } from './scaler';
import { SERVICE } from './service';
import { flaggerProviders, isFlaggerProvider } from '../manifests/flagger-providers';
import type { FlaggerProvider, FlaggerSupport } from '../manifests/flagger-providers';

export const CANARY = 'Canary.flagger.app';

/** How the traffic moves: what Flagger makes of the fields that are there, whatever they say. */
export type CanaryCourse = 'weights' | 'blue-green' | 'ab-test';

/** A question of a Canary, and what it is asked by. */
export interface CanaryMetricUse {
  readonly canary: CanaryNode;
  readonly field: Field;
  readonly name: string | undefined;
  /** Where `templateRef` leads to; undefined without one, and where it is not in the input. */
  readonly template: MetricTemplateNode | undefined;
}

/** What Flagger takes over, by `targetRef.kind`. */
const TARGETS: Readonly<Record<string, string>> = { Deployment: 'Deployment.apps', DaemonSet: 'DaemonSet.apps', Service: SERVICE };
export const KNATIVE_SERVICE = 'Service.serving.knative.dev';

/** The questions that Flagger asks by itself. */
export const BUILTIN_METRICS: readonly string[] = ['request-success-rate', 'request-duration'];

/** A Canary of Flagger. */
export class CanaryNode extends ResourceNode {
  readonly analysis: Field;
  readonly service: Field;
  private metricsRead?: readonly CanaryMetricUse[];
  private podsRead?: CanaryTarget;

  constructor(source: SourceDocument, document: number, private readonly index: ObjectIndex) {
    super(source, document, CANARY);
    this.analysis = this.spec.at('analysis');
    this.service = this.spec.at('service');
  }

  /** What splits the traffic; undefined where Flagger's own options say it, or nobody knows it. */
  get provider(): FlaggerProvider | undefined {
    const text = this.spec.textAt('provider');
    return text !== undefined && isFlaggerProvider(text) ? text : undefined;
  }

  get support(): FlaggerSupport | undefined {
    return this.provider && flaggerProviders[this.provider];
  }

  get targetKind(): string | undefined {
    return this.spec.at('targetRef').textAt('kind');
  }

  get targetName(): string | undefined {
    return this.spec.at('targetRef').textAt('name');
  }

  /** Whether the target is a Service of Knative rather than one of Kubernetes. */
  get isOfKnative(): boolean {
    return this.targetKind === 'Service' && this.spec.at('targetRef').textAt('apiVersion') === 'serving.knative.dev/v1';
  }

  /** Of the workload; undefined where it is none that Flagger takes over. */
  get targetGroupKind(): string | undefined {
    const { targetKind = '' } = this;
    return this.isOfKnative ? KNATIVE_SERVICE : Object.hasOwn(TARGETS, targetKind) ? TARGETS[targetKind] : undefined;
  }

  /** The workload, if it is in the input. */
  get target(): ResourceNode | undefined {
    const kind = this.targetGroupKind;
    return kind === undefined ? undefined : this.find(kind, this.namespace, this.targetName);
  }

  /** The workload, where it has pods that Flagger makes a primary of. */
  get pods(): CanaryTarget | undefined {
    const { target } = this;
    return this.podsRead ??= target === undefined || this.targetKind === 'Service' ? undefined : new CanaryTarget(target);
  }

  /** The Service that everybody calls; those of the versions have `-primary` and `-canary` behind it. */
  get serviceName(): string | undefined {
    return this.service.at('name').isUnknown ? undefined : this.service.textAt('name') || this.targetName;
  }

  /** Undefined where neither weights nor iterations are asked for, so that nothing ever moves. */
  get course(): CanaryCourse | undefined {
    const { analysis } = this;
    const iterations = analysis.at('iterations').number ?? 0;
    if (iterations > 0) {
      return analysis.at('match').items().length > 0 && this.provider !== 'kubernetes' ? 'ab-test' : 'blue-green';
    }
    if (this.provider === 'kubernetes') {
      return 'blue-green'; // ten times, whatever is asked for
    }
    return analysis.has('stepWeight') || analysis.has('stepWeights') ? 'weights' : undefined;
  }

  /** Whether Istio sees connections and no requests in them. */
  get isOfConnections(): boolean {
    return this.provider === 'istio' && this.service.textAt('appProtocol')?.toLowerCase() === 'tcp';
  }

  /** What the router makes of the audience; undefined where that is not known. */
  get matchEffect(): MatchEffect | undefined {
    const { provider, analysis } = this;
    const match = analysis.at('match');
    const places = [match, ...match.items().flatMap((entry) => [entry, entry.at('headers'), entry.at('queryParams')])];
    return provider === undefined || places.some((place) => place.isUnknown) ? undefined : matchEffect(provider, this.isOfConnections, match.items());
  }

  /** Whether weights and metrics count at all: without an analysis what is ready is promoted. */
  get isAnalysed(): boolean {
    return this.spec.at('skipAnalysis').boolean !== true;
  }

  get metrics(): readonly CanaryMetricUse[] {
    return this.metricsRead ??= this.analysis.at('metrics').items().map((field) => ({
      canary: this, field, name: field.textAt('name'), template: this.templateOf(field),
    }));
  }

  /** Those that are asked at all. */
  get metricsAsked(): readonly CanaryMetricUse[] {
    return this.isAnalysed ? this.metrics : [];
  }

  get webhooks(): readonly Field[] {
    return this.analysis.at('webhooks').items();
  }

  get alerts(): readonly Field[] {
    return this.analysis.at('alerts').items();
  }

  /** What `autoscalerRef` leads to, if it is in the input. */
  get scaler(): ScalerNode | undefined {
    const reference = this.spec.at('autoscalerRef');
    const kind = [HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT].find((each) => each.startsWith(`${reference.textAt('kind') ?? ''}.`));
    const node = kind === undefined ? undefined : this.find(kind, this.namespace, reference.textAt('name'));
    return node instanceof ScalerNode ? node : undefined;
  }

  /** The AlertProvider that an alert names, if it is in the input. */
  alertProviderOf(alert: Field): ResourceNode | undefined {
    return this.named(ALERT_PROVIDER, alert.at('providerRef'));
  }

  private templateOf(metric: Field): MetricTemplateNode | undefined {
    const node = this.named(METRIC_TEMPLATE, metric.at('templateRef'));
    return node instanceof MetricTemplateNode ? node : undefined;
  }

  /** The namespace that a reference means. Where it names none, or nothing, it is that of the Canary. */
  namespaceOf(reference: Field): string | undefined {
    return reference.textAt('namespace') || this.namespace;
  }

  private named(kind: string, reference: Field): ResourceNode | undefined {
    return this.find(kind, this.namespaceOf(reference), reference.textAt('name'));
  }

  private find(kind: string, namespace: string | undefined, name: string | undefined): ResourceNode | undefined {
    const node = name === undefined ? undefined : this.index.find(kind, namespace, name);
    return node instanceof ResourceNode ? node : undefined;
  }
}
