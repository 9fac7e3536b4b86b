import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const VIRTUAL_SERVICE = 'VirtualService.networking.istio.io';

export const PROTOCOLS = ['http', 'tls', 'tcp'] as const;
export type Protocol = typeof PROTOCOLS[number];

/** One way out of a route. */
export interface Destination {
  readonly field: Field;
  /** The Service: what stands before the first dot of the host. Undefined when it is not known. */
  readonly service: string | undefined;
  readonly subset: string | undefined;
}

/** One route of a VirtualService. */
export class VirtualServiceRoute {
  private destinationsRead?: readonly Destination[];

  constructor(readonly field: Field) {}

  get name(): string | undefined {
    return this.field.textAt('name');
  }

  get destinations(): readonly Destination[] {
    return this.destinationsRead ??= this.field.at('route').items().map((field) => {
      const destination = field.at('destination');
      return { field, service: destination.textAt('host')?.split('.')[0], subset: destination.textAt('subset') };
    });
  }

  /** Whether all of it can be read. */
  get isKnown(): boolean {
    return !this.field.isUnknown && !this.field.at('route').isUnknown && !this.field.at('name').isUnknown
      && this.destinations.every(({ field, service }) => service !== undefined && !field.at('destination', 'subset').isUnknown);
  }

  /** The ports that it matches; one that is not written is 0, as for the controller. */
  get ports(): ReadonlySet<number> {
    return new Set(this.field.at('match').items().map((match) => match.at('port').number ?? 0));
  }

  /** The names of TLS that it matches. */
  get sniHosts(): ReadonlySet<string> {
    return new Set(this.field.at('match').items().flatMap((match) => match.at('sniHosts').items()).map((host) => host.text ?? ''));
  }
}

/** A VirtualService of Istio. */
export class VirtualServiceNode extends ResourceNode {
  private readonly routesRead = new Map<Protocol, readonly VirtualServiceRoute[]>();

  routes(protocol: Protocol): readonly VirtualServiceRoute[] {
    let routes = this.routesRead.get(protocol);
    if (routes === undefined) {
      routes = this.spec.at(protocol).items().map((field) => new VirtualServiceRoute(field));
      this.routesRead.set(protocol, routes);
    }
    return routes;
  }
}
