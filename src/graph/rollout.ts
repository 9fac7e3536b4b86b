import { AnalysisUse } from './analysis-use';
import type { SourceDocument } from './document';
import type { Field } from './field';
import type { ObjectIndex } from './object-index';
import { ResourceNode } from './resource-node';
import { SERVICE, ServiceNode } from './service';

export const ROLLOUT = 'Rollout.argoproj.io';

/** What a Rollout uses a Service for. */
export type ServiceRole = 'stable' | 'canary' | 'active' | 'preview' | 'ping' | 'pong';

/** A Service that a Rollout names, and the object if the input holds it. */
export interface ServiceUse {
  readonly role: ServiceRole;
  readonly field: Field;
  readonly name: string;
  readonly service: ServiceNode | undefined;
}

/** Where each role's Service is named, below `spec.strategy`. */
const SERVICES: readonly (readonly [ServiceRole, readonly string[]])[] = [
  ['stable', ['canary', 'stableService']],
  ['canary', ['canary', 'canaryService']],
  ['active', ['blueGreen', 'activeService']],
  ['preview', ['blueGreen', 'previewService']],
  ['ping', ['canary', 'pingPong', 'pingService']],
  ['pong', ['canary', 'pingPong', 'pongService']],
];

/** A Rollout of Argo Rollouts. */
export class RolloutNode extends ResourceNode {
  readonly canary: Field;
  readonly blueGreen: Field;
  readonly trafficRouting: Field;
  private servicesRead?: readonly ServiceUse[];
  private analysesRead?: readonly AnalysisUse[];
  private stepsRead?: readonly Field[];
  private podTemplateRead?: Field;

  constructor(source: SourceDocument, document: number, private readonly index: ObjectIndex) {
    super(source, document);
    const strategy = this.spec.at('strategy');
    this.canary = strategy.at('canary');
    this.blueGreen = strategy.at('blueGreen');
    this.trafficRouting = this.canary.at('trafficRouting');
  }

  /** The steps of a canary, each as it is written. */
  get steps(): readonly Field[] {
    return this.stepsRead ??= this.canary.at('steps').items();
  }

  /** The routers that are configured: `nginx`, `istio`, `plugins`... */
  get routers(): readonly string[] {
    const settings = ['managedRoutes', 'maxTrafficWeight'];
    return this.trafficRouting.entries().filter(([key, router]) => router.exists && !settings.includes(key)).map(([key]) => key);
  }

  /** The weight that means "all traffic". Undefined when it is not known. */
  get fullWeight(): number | undefined {
    const most = this.trafficRouting.at('maxTrafficWeight');
    return most.exists ? most.number : 100;
  }

  get services(): readonly ServiceUse[] {
    return this.servicesRead ??= SERVICES.flatMap(([role, keys]) => {
      const field = this.spec.at('strategy', ...keys);
      const name = field.text;
      if (name === undefined || name === '') {
        return [];
      }
      const node = this.index.find(SERVICE, this.namespace, name);
      return [{ role, field, name, service: node instanceof ServiceNode ? node : undefined }];
    });
  }

  service(role: ServiceRole): ServiceUse | undefined {
    return this.services.find((use) => use.role === role);
  }

  get analyses(): readonly AnalysisUse[] {
    return this.analysesRead ??= [
      ...this.analysis('background', this.canary.at('analysis')),
      ...this.steps.flatMap((step, index) => [
        ...(step.has('analysis') ? this.analysis('inline', step.at('analysis'), index) : []),
        ...this.experiment(step, index),
      ]),
      ...this.analysis('pre-promotion', this.blueGreen.at('prePromotionAnalysis')),
      ...this.analysis('post-promotion', this.blueGreen.at('postPromotionAnalysis')),
    ];
  }

  /** The pod template, also when it stands in the Deployment that `workloadRef` names. Undefined when that is not in the input. */
  get podTemplate(): Field | undefined {
    return this.podTemplateRead ??= this.findPodTemplate();
  }

  private findPodTemplate(): Field | undefined {
    const reference = this.spec.at('workloadRef');
    if (!reference.exists) {
      return this.spec.at('template');
    }
    const [kind, name] = [reference.at('kind').text, reference.at('name').text];
    const group = reference.at('apiVersion').text?.split('/').slice(0, -1).join('') ?? '';
    if (kind === undefined || name === undefined) {
      return undefined;
    }
    const workload = this.index.find(group === '' ? kind : `${kind}.${group}`, this.namespace, name);
    if (!(workload instanceof ResourceNode)) {
      return undefined;
    }
    return kind === 'PodTemplate' ? workload.root.at('template') : workload.spec.at('template');
  }

  private experiment(step: Field, index: number): AnalysisUse[] {
    return step.has('experiment')
      ? step.at('experiment', 'analyses').items().map((field) => new AnalysisUse(this, 'experiment', field, [field], this.index, index))
      : [];
  }

  private analysis(place: 'background' | 'inline' | 'pre-promotion' | 'post-promotion', field: Field, step?: number): AnalysisUse[] {
    return field.isMap ? [new AnalysisUse(this, place, field, field.at('templates').items(), this.index, step)] : [];
  }
}
