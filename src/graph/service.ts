import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const SERVICE = 'Service';

/** A core Service. */
export class ServiceNode extends ResourceNode {
  get selector(): Field {
    return this.spec.at('selector');
  }
}
