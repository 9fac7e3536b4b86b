import type { Field } from './field';
import { GATEWAY_GROUP, GATEWAY_ROUTE_KINDS, GatewayRouteNode } from './gateway-route';
import type { GatewayRouteKind } from './gateway-route';
import { LabelSelector, labelsIn } from './label-selector';
import type { ObjectIndex } from './object-index';
import type { RolloutNode } from './rollout';
import { mayBeSameNamespace } from '../manifests/namespaces';

const GATEWAY_PLUGIN = 'argoproj-labs/gatewayAPI';

/** Where the plugin is told of a route of a kind: `httpRoute`. Of several below `httpRoutes`, by labels below `httpRouteSelector`. */
export const GATEWAY_SETTINGS: Readonly<Record<GatewayRouteKind, string>> = {
  HTTPRoute: 'httpRoute', GRPCRoute: 'grpcRoute', TCPRoute: 'tcpRoute', TLSRoute: 'tlsRoute',
};

/** A route that the plugin is told of, and the object if the input holds it. */
export interface GatewayRouteUse {
  /** Where its name is written. */
  readonly field: Field;
  readonly kind: GatewayRouteKind;
  readonly name: string;
  readonly node: GatewayRouteNode | undefined;
  /** Header steps add rules to it, as far as routes of its kind have any. */
  readonly takesHeaderRoutes: boolean;
}

/** What the plugin of the Gateway API is told of one Rollout. */
export class GatewayUse {
  readonly settings: Field;
  /** Where the routes are. */
  readonly namespace: string | undefined;
  readonly routes: readonly GatewayRouteUse[];

  constructor(readonly rollout: RolloutNode, private readonly index: ObjectIndex) {
    this.settings = rollout.trafficRouting.at('plugins', GATEWAY_PLUGIN);
    const written = this.settings.at('namespace');
    this.namespace = written.text === undefined || written.text === '' ? rollout.namespace : written.text;
    this.routes = GATEWAY_ROUTE_KINDS.flatMap((kind) => this.routesOf(kind));
  }

  /** The Services of both versions: that of the stable one and that of the canary, or two that take turns. */
  get versions(): readonly (string | undefined)[] {
    const roles = this.rollout.canary.has('pingPong') ? ['ping', 'pong'] as const : ['stable', 'canary'] as const;
    return roles.map((role) => this.rollout.service(role)?.name);
  }

  /** Whether routes are found by labels, or not all is known of what the plugin is told. */
  get hasOthers(): boolean {
    const unknown = this.settings.isUnknown || this.settings.at('namespace').isUnknown;
    return unknown || Object.values(GATEWAY_SETTINGS).some((key) => this.settings.has(`${key}Selector`)
      || this.settings.at(key).isUnknown || this.settings.at(`${key}s`).isUnknown
      || this.settings.at(`${key}s`).items().some((each) => each.isUnknown || each.at('name').isUnknown));
  }

  /** Those that are named, and those of the input that are found by their labels. */
  get everyRoute(): readonly Pick<GatewayRouteUse, 'kind' | 'name'>[] {
    return [...this.routes, ...GATEWAY_ROUTE_KINDS.flatMap((kind) => this.selected(kind))];
  }

  /** The object of a kind and name where the plugin looks for it. */
  find(kind: GatewayRouteKind, name: string): GatewayRouteNode | undefined {
    const node = this.index.find(`${kind}.${GATEWAY_GROUP}`, this.namespace, name);
    return node instanceof GatewayRouteNode ? node : undefined;
  }

  private selected(kind: GatewayRouteKind): readonly Pick<GatewayRouteUse, 'kind' | 'name'>[] {
    const wanted = new LabelSelector(this.settings.at(`${GATEWAY_SETTINGS[kind]}Selector`));
    return !wanted.field.isMap ? [] : this.index.ofKind(`${kind}.${GATEWAY_GROUP}`)
      .filter((node) => node instanceof GatewayRouteNode).filter((node) => mayBeSameNamespace(node.namespace, this.namespace))
      .filter((node) => wanted.matches(labelsIn(node.metadata.at('labels')) ?? new Map()) !== false)
      .map(({ name = '' }) => ({ kind, name }));
  }

  private routesOf(kind: GatewayRouteKind): readonly GatewayRouteUse[] {
    const key = GATEWAY_SETTINGS[kind];
    const able = kind === 'HTTPRoute' || kind === 'GRPCRoute';
    const use = (field: Field, takesHeaderRoutes: boolean): readonly GatewayRouteUse[] => {
      const name = field.text;
      return name === undefined || name === '' ? [] : [{ field, kind, name, node: this.find(kind, name), takesHeaderRoutes: able && takesHeaderRoutes }];
    };
    // the one that is named alone takes them, also where nothing is said of it
    return [
      ...use(this.settings.at(key), true),
      ...this.settings.at(`${key}s`).items().flatMap((each) => use(each.at('name'), each.at('useHeaderRoutes').value !== false && each.has('useHeaderRoutes'))),
    ];
  }
}

/** The Rollouts whose weights the plugin writes. */
export function gatewayUses(rollouts: readonly RolloutNode[], index: ObjectIndex): readonly GatewayUse[] {
  return rollouts.filter((rollout) => rollout.trafficRouting.at('plugins', GATEWAY_PLUGIN).isMap).map((rollout) => new GatewayUse(rollout, index));
}
