import { AnalysisUse } from './analysis-use';
import type { AnalysisPlace } from './analysis-use';
import type { SourceDocument } from './document';
import type { Field } from './field';
import type { ObjectIndex } from './object-index';
import { ResourceNode } from './resource-node';
import { HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT, ScalerNode } from './scaler';
import { SERVICE, ServiceNode } from './service';
import { WorkloadReference } from './workload-reference';
import { parsePodRange, POD_RANGE_ANNOTATION } from '../manifests/pod-range';
import type { PodRange } from '../manifests/pod-range';

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

/** The keys that name a Service. */
export const SERVICE_KEYS = SERVICES.map(([, , key]) => key);

/** A Rollout of Argo Rollouts. */
export class RolloutNode extends ResourceNode {
  readonly canary: Field;
  readonly blueGreen: Field;
  readonly trafficRouting: Field;
  private servicesRead?: readonly ServiceUse[];
  private analysesRead?: readonly AnalysisUse[];
  private stepsRead?: readonly Field[];
  private podTemplateRead?: Field;
  private scalersRead?: readonly ScalerNode[];
  private workloadReferenceRead?: WorkloadReference;

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
    const { trafficRouting } = this;
    // an empty map of plugins is as good as none
    const hasPlugins = !trafficRouting.at('plugins').isMap || trafficRouting.at('plugins').keys().length > 0;
    return trafficRouting.keys().filter((key) => trafficRouting.has(key) && !settings.includes(key) && (key !== 'plugins' || hasPlugins));
  }

  /** The weight that means "all traffic". Undefined when it is not known. */
  get fullWeight(): number | undefined {
    const most = this.trafficRouting.at('maxTrafficWeight');
    return most.exists ? most.number : 100;
  }

  /** What of the input scales it. */
  get scalers(): readonly ScalerNode[] {
    return this.scalersRead ??= [HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT].flatMap((kind) => this.index.ofKind(kind))
      .filter((node) => node instanceof ScalerNode).filter((scaler) => scaler.scales(this));
  }

  /** Where it says between how many pods something elsewhere scales it. */
  get rangeElsewhere(): Field {
    return this.metadata.at('annotations', POD_RANGE_ANNOTATION);
  }

  /** Between how many pods it is scaled; undefined where nothing scales it, or that is not known. */
  get scaledRange(): PodRange | undefined {
    const [scaler] = this.scalers;
    return scaler === undefined ? parsePodRange(this.rangeElsewhere.text ?? '') : scaler.range;
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

  /** The workload whose pods it takes over; undefined when it has a template of its own. */
  get workloadReference(): WorkloadReference | undefined {
    const field = this.spec.at('workloadRef');
    return field.exists ? this.workloadReferenceRead ??= new WorkloadReference(field, this, this.index) : undefined;
  }

  /** The pod template that it has itself, which is what the controller checks. */
  get ownPodTemplate(): Field | undefined {
    return this.spec.isMap && !this.spec.has('workloadRef') ? this.podTemplate : undefined;
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
    const { workloadReference } = this;
    return workloadReference === undefined ? this.spec.at('template') : workloadReference.podTemplate;
  }
}
