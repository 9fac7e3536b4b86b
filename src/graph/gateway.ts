import type { Field } from './field';
import { GATEWAY_GROUP } from './gateway-route';
import { ResourceNode } from './resource-node';
import { mayBeSameNamespace } from '../manifests/namespaces';

export const GATEWAY = `Gateway.${GATEWAY_GROUP}`;

/** The routes that a protocol of a listener takes, where nothing else is said. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** Where a Gateway takes requests in. What is not known yet takes everything. */
export class ListenerNode {
  constructor(readonly field: Field, private readonly gateway: ResourceNode) {}

  get name(): string | undefined {
    return this.field.textAt('name');
  }

  takesKind(kind: string): boolean {
    const kinds = this.field.at('allowedRoutes', 'kinds');
    const protocol = this.field.textAt('protocol');
    if (kinds.items().length > 0) {
      return kinds.items().some((each) => each.isUnknown || each.textAt('kind') === kind);
    }
    return protocol === undefined || !Object.hasOwn(TAKEN, protocol) || TAKEN[protocol].includes(kind);
  }

  /** From which namespaces it takes routes; only its own, where nothing is said. */
  takesFrom({ namespace }: Pick<ResourceNode, 'namespace'>): boolean {
    const namespaces = this.field.at('allowedRoutes', 'namespaces', 'from');
    const whose = namespaces.exists || namespaces.isUnknown ? namespaces.text : 'Same';
    return whose !== 'Same' || mayBeSameNamespace(namespace, this.gateway.namespace);
  }

  /** Whether requests to a host come here. */
  takesHost(host: string): boolean {
    const own = this.field.at('hostname');
    return own.text === undefined || own.text === '' || meets(own.text, host);
  }
}

/** A Gateway of the Gateway API. */
export class GatewayNode extends ResourceNode {
  get listeners(): readonly ListenerNode[] {
    return this.spec.at('listeners').items().map((field) => new ListenerNode(field, this));
  }

  get isKnown(): boolean {
    return !this.spec.isUnknown && !this.spec.at('listeners').isUnknown && this.listeners.every(({ field }) => !field.isUnknown);
  }
}

/** `*.example.com` meets every name below example.com, whichever of the two it is. */
function meets(a: string, b: string): boolean {
  if (a.startsWith('*.') && b.startsWith('*.')) {
    return a.endsWith(b.slice(1)) || b.endsWith(a.slice(1));
  }
  return a === b || below(a, b) || below(b, a);
}

function below(wildcard: string, name: string): boolean {
  return wildcard.startsWith('*.') && name.endsWith(wildcard.slice(1));
}
