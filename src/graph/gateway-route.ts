import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';
export const GATEWAY_ROUTE_KINDS = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'] as const;
export type GatewayRouteKind = typeof GATEWAY_ROUTE_KINDS[number];

/** `an HTTPRoute`, `a TCPRoute`. */
export function aRoute(kind: string): string {
  return `${kind === 'HTTPRoute' ? 'an' : 'a'} ${kind}`;
}

/** A Service that a rule leads to. */
export interface RouteBackend {
  readonly field: Field;
  /** Undefined when it is not known, or no Service. */
  readonly service: string | undefined;
  /** Where the Service is looked for; undefined: nothing is said of it, here nor at the route. */
  readonly namespace: string | undefined;
}

/** What a route hangs on. */
export interface RouteParent {
  readonly field: Field;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly listener: string | undefined;
}

/** One rule of a route. */
export class GatewayRule {
  private backendsRead?: readonly RouteBackend[];

  constructor(readonly field: Field, private readonly route: ResourceNode) {}

  get name(): string | undefined {
    return this.field.textAt('name');
  }

  get backends(): readonly RouteBackend[] {
    return this.backendsRead ??= this.field.at('backendRefs').items().map((field) => ({
      field,
      service: (field.textAt('kind') ?? 'Service') === 'Service' ? field.textAt('name') : undefined,
      namespace: field.textAt('namespace') ?? this.route.namespace,
    }));
  }

  /** Whether all of what it leads to can be read. */
  get isKnown(): boolean {
    return !this.field.isUnknown && !this.field.at('backendRefs').isUnknown && !this.field.at('name').isUnknown
      && this.backends.every(({ field }) => !field.isUnknown && !field.at('name').isUnknown);
  }

  leadsTo(service: string): boolean {
    return this.backends.some((backend) => backend.service === service);
  }
}

/** A route of the Gateway API: HTTPRoute, GRPCRoute, TCPRoute or TLSRoute. */
export class GatewayRouteNode extends ResourceNode {
  private rulesRead?: readonly GatewayRule[];

  get rules(): readonly GatewayRule[] {
    return this.rulesRead ??= this.spec.at('rules').items().map((field) => new GatewayRule(field, this));
  }

  get isKnown(): boolean {
    return !this.spec.isUnknown && !this.spec.at('rules').isUnknown && this.rules.every(({ isKnown }) => isKnown);
  }

  get parents(): readonly RouteParent[] {
    return this.spec.at('parentRefs').items().map((field) => ({
      field,
      kind: field.textAt('kind') ?? 'Gateway',
      name: field.textAt('name'),
      namespace: field.textAt('namespace') ?? this.namespace,
      listener: field.textAt('sectionName'),
    }));
  }
}
