import type { Field } from './field';
import type { ObjectIndex } from './object-index';
import { ResourceNode } from './resource-node';

const DEPLOYMENT = 'Deployment.apps';
/** What the controller reads templates from. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  [DEPLOYMENT]: ['spec', 'template'],
  'ReplicaSet.apps': ['spec', 'template'],
  'PodTemplate': ['template'],
};

/** A workload that lends its pod template to a Rollout, and may be scaled down by it. */
export class WorkloadReference {
  /** The object, if the input holds it. */
  readonly workload: ResourceNode | undefined;

  /** `rollout` is the Rollout that says `workloadRef`, at `field`. */
  constructor(readonly field: Field, rollout: ResourceNode, index: ObjectIndex) {
    const { groupKind, name } = this;
    const found = groupKind === undefined || name === undefined ? undefined : index.find(groupKind, rollout.namespace, name);
    this.workload = found instanceof ResourceNode ? found : undefined;
  }

  get kind(): string | undefined {
    return this.field.at('kind').text;
  }

  get name(): string | undefined {
    return this.field.at('name').text;
  }

  /** As Kubernetes writes kind and group together. Undefined while they are not known. */
  get groupKind(): string | undefined {
    const version = this.field.at('apiVersion');
    if (this.kind === undefined || version.isUnknown || (version.exists && version.text === undefined)) {
      return undefined;
    }
    const group = version.text?.split('/').slice(0, -1).join('') ?? '';
    return group === '' ? this.kind : `${this.kind}.${group}`;
  }

  get isSupported(): boolean {
    return this.groupKind !== undefined && Object.hasOwn(TEMPLATES, this.groupKind);
  }

  get isDeployment(): boolean {
    return this.groupKind === DEPLOYMENT;
  }

  get scaleDown(): Field {
    return this.field.at('scaleDown');
  }

  /** Whether the controller takes the pods of the Deployment away. Only these two words do; undefined while it is not known. */
  get handsOver(): boolean | undefined {
    return this.scaleDown.isUnknown ? undefined : this.isDeployment && ['progressively', 'onsuccess'].includes(this.scaleDown.text ?? '');
  }

  /** The pod template that it lends. */
  get podTemplate(): Field | undefined {
    const path = this.groupKind === undefined ? undefined : TEMPLATES[this.groupKind];
    return path === undefined ? undefined : this.workload?.root.at(...path);
  }
}
