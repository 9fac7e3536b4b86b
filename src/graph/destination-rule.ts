import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const DESTINATION_RULE = 'DestinationRule.networking.istio.io';

/** A DestinationRule of Istio. */
export class DestinationRuleNode extends ResourceNode {
  get subsets(): readonly Field[] {
    return this.spec.at('subsets').items();
  }

  /** What stands before the first dot of its host. */
  get service(): string | undefined {
    return this.spec.textAt('host')?.split('.')[0];
  }
}
