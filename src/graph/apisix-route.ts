import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const APISIX_ROUTE = 'ApisixRoute.apisix.apache.org';

/** An ApisixRoute. */
export class ApisixRouteNode extends ResourceNode {
  /** The rules of HTTP. */
  get rules(): readonly Field[] {
    return this.spec.at('http').items();
  }

  /** The rule of a name, the first of several. */
  rule(name: string): Field | undefined {
    return this.rules.find((rule) => rule.textAt('name') === name);
  }

  /** Whether a Rollout of this name has made it for one of its steps. */
  isMadeBy(rollout: string | undefined): boolean {
    return this.metadata.at('ownerReferences').items()
      .some((owner) => owner.textAt('kind') === 'Rollout' && owner.textAt('name') === rollout && owner.at('controller').boolean === true);
  }
}
