import { GATEWAY_GROUP } from './gateway-route';
import type { GatewayRouteNode } from './gateway-route';
import { ResourceNode } from './resource-node';

export const REFERENCE_GRANT = `ReferenceGrant.${GATEWAY_GROUP}`;

/** Lets routes of other namespaces refer to Services of its own. What is not known yet lets them. */
export class ReferenceGrantNode extends ResourceNode {
  lets(route: GatewayRouteNode, service: string): boolean {
    const from = this.spec.at('from');
    const to = this.spec.at('to');
    const isFrom = from.isUnknown || from.items().some((each) => each.isUnknown || (
      (each.textAt('kind') ?? route.kind) === route.kind && (each.textAt('namespace') ?? route.namespace) === route.namespace));
    const isTo = to.isUnknown || to.items().some((each) => each.isUnknown || (
      (each.textAt('kind') ?? 'Service') === 'Service' && (each.textAt('name') ?? service) === service));
    return isFrom && isTo;
  }
}
