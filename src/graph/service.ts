import type { Field } from './field';
import { ResourceNode } from './resource-node';
import { mayBeSameNamespace } from '../manifests/namespaces';

export const SERVICE = 'Service';

/** A core Service. */
export class ServiceNode extends ResourceNode {
  get selector(): Field {
    return this.spec.at('selector');
  }

  /** Whether it sends requests to pods with these labels; one without a selector sends them nowhere. */
  takes(labels: Field | undefined): boolean {
    const wanted = this.selector.entries();
    return wanted.length > 0 && wanted.every(([key, { text }]) => text !== undefined && labels?.textAt(key) === text);
  }

  /** Whether it may well be in a namespace: where none is written, whoever applies it says which. */
  isNear(namespace: string | undefined): boolean {
    return mayBeSameNamespace(this.namespace, namespace);
  }
}
