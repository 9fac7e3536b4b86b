import { AnalysisUse } from './analysis-use';
import type { AnalysisPlace } from './analysis-use';
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

/** Where each role's Service is named. */
const SERVICES: readonly (readonly [ServiceRole, 'canary' | 'blueGreen' | 'pingPong', string])[] = [
  ['stable', 'canary', 'stableService'],
  ['canary', 'canary', 'canaryService'],
  ['active', 'blueGreen', 'activeService'],
  ['preview', 'blueGreen', 'previewService'],
  ['ping', 'pingPong', 'pingService'],
  ['pong', 'pingPong', 'pongService'],
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
    super(source, document, ROLLOUT);
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
    return this.trafficRouting.keys().filter((key) => this.trafficRouting.has(key) && !settings.includes(key));
  }

  /** The weight that means "all traffic". Undefined when it is not known. */
  get fullWeight(): number | undefined {
    const most = this.trafficRouting.at('maxTrafficWeight');
    return most.exists ? most.number : 100;
  }

  get services(): readonly ServiceUse[] {
    return this.servicesRead ??= this.readServices();
  }

  service(role: ServiceRole): ServiceUse | undefined {
    return this.services.find((use) => use.role === role);
  }

  get analyses(): readonly AnalysisUse[] {
    return this.analysesRead ??= this.readAnalyses();
  }

  /** The pod template, also when it stands in the Deployment that `workloadRef` names. Undefined when that is not in the input. */
  get podTemplate(): Field | undefined {
    return this.podTemplateRead ??= this.findPodTemplate();
  }

  private readServices(): ServiceUse[] {
    const uses: ServiceUse[] = [];
    const parents = { canary: this.canary, blueGreen: this.blueGreen, pingPong: this.canary.at('pingPong') };
    for (const [role, parent, key] of SERVICES) {
      const name = parents[parent].textAt(key);
      if (name !== undefined && name !== '') {
        const node = this.index.find(SERVICE, this.namespace, name);
        uses.push({ role, field: parents[parent].at(key), name, service: node instanceof ServiceNode ? node : undefined });
      }
    }
    return uses;
  }

  private readAnalyses(): AnalysisUse[] {
    const uses: AnalysisUse[] = [];
    const add = (place: AnalysisPlace, field: Field, step?: number): void => {
      uses.push(new AnalysisUse(this, place, field, this.index, step, uses.at(-1)));
    };
    const addWritten = (place: AnalysisPlace, parent: Field, key: string, step?: number): void => {
      if (parent.has(key) && parent.at(key).isMap) {
        add(place, parent.at(key), step);
      }
    };
    addWritten('background', this.canary, 'analysis');
    for (const [index, step] of this.steps.entries()) {
      addWritten('inline', step, 'analysis', index);
      if (step.has('experiment')) {
        step.at('experiment', 'analyses').items().forEach((field) => add('experiment', field, index));
      }
    }
    addWritten('pre-promotion', this.blueGreen, 'prePromotionAnalysis');
    addWritten('post-promotion', this.blueGreen, 'postPromotionAnalysis');
    return uses;
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
}
