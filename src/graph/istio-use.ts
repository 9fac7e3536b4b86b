import { DESTINATION_RULE, DestinationRuleNode } from './destination-rule';
import type { Field } from './field';
import type { ObjectIndex } from './object-index';
import type { RolloutNode } from './rollout';
import { VIRTUAL_SERVICE, VirtualServiceNode } from './virtual-service';
import type { Protocol, VirtualServiceRoute } from './virtual-service';

/** Where a Rollout names its routes of each protocol. */
const SETTINGS: Readonly<Record<Protocol, string>> = { http: 'routes', tls: 'tlsRoutes', tcp: 'tcpRoutes' };

/** The routes that get the weights, and what was asked for and is not there. */
interface ChosenRoutes {
  /** Where they are, or would be, named. */
  readonly setting: Field;
  readonly routes: readonly VirtualServiceRoute[];
  readonly missing: readonly Field[];
}

/** A VirtualService that a Rollout names, and the object if the input holds it. */
export class VirtualServiceUse {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly node: VirtualServiceNode | undefined;

  constructor(readonly field: Field, written: string, rollout: RolloutNode, index: ObjectIndex) {
    const short = written.replace(/\.cluster\.local$/, '');
    const dot = short.lastIndexOf('.');
    this.name = dot < 0 ? short : short.slice(0, dot);
    this.namespace = dot < 0 ? rollout.namespace : short.slice(dot + 1);
    const node = index.find(VIRTUAL_SERVICE, this.namespace, this.name);
    this.node = node instanceof VirtualServiceNode ? node : undefined;
  }

  /** Which routes the controller writes weights to. */
  chosen(protocol: Protocol): ChosenRoutes {
    const setting = this.field.at(SETTINGS[protocol]);
    const all = this.node?.routes(protocol) ?? [];
    const asked = setting.items();
    if (asked.length === 0) {
      return { setting, routes: unasked(protocol, all), missing: [] };
    }
    const found = asked.map((wish) => all.filter((route, index) => protocol === 'http'
      ? index === all.findIndex((other) => other.name === wish.text)
      : matches(route, protocol, wish)));
    // one that matches what is not known yet may be any that is asked for
    const isMet = protocol !== 'http' && all.some(({ field }) => field.at('match').items().some(isUnread));
    return { setting, routes: found.flat(), missing: asked.filter((wish, index) => found[index].length === 0 && !isUnread(wish) && !isMet) };
  }
}

/** The only route, whatever its name; of several the first without one. Of TLS and TCP the first. */
function unasked(protocol: Protocol, all: readonly VirtualServiceRoute[]): readonly VirtualServiceRoute[] {
  return protocol !== 'http' || all.length === 1 ? all.slice(0, 1) : all.filter(({ name }) => name === undefined || name === '').slice(0, 1);
}

function isUnread(match: Field): boolean {
  return [match, match.at('port'), ...match.at('sniHosts').items()].some(({ isUnknown }) => isUnknown);
}

/** A route of several ports is never found. */
function matches(route: VirtualServiceRoute, protocol: Protocol, wish: Field): boolean {
  const [port = 0, ...others] = route.ports;
  if (others.length > 0 || port !== (wish.at('port').number ?? 0)) {
    return false;
  }
  const hosts = wish.at('sniHosts').items().map(({ text }) => text ?? '');
  return protocol === 'tcp' || (hosts.length === route.sniHosts.size && [...route.sniHosts].every((host) => hosts.includes(host)));
}

/** What Istio is told of one Rollout. */
export class IstioUse {
  readonly settings: Field;
  readonly virtualServices: readonly VirtualServiceUse[];

  constructor(readonly rollout: RolloutNode, private readonly index: ObjectIndex) {
    this.settings = rollout.trafficRouting.at('istio');
    const several = this.settings.at('virtualServices');
    this.virtualServices = [this.settings.at('virtualService'), ...several.items()].flatMap((field) => {
      const name = field.textAt('name');
      return name === undefined || name === '' ? [] : [new VirtualServiceUse(field, name, rollout, index)];
    });
  }

  get destinationRule(): Field {
    return this.settings.at('destinationRule');
  }

  /** The DestinationRule, if the input holds it; it is looked for beside the Rollout. */
  get rule(): DestinationRuleNode | undefined {
    const name = this.destinationRule.textAt('name');
    const node = name === undefined ? undefined : this.index.find(DESTINATION_RULE, this.rollout.namespace, name);
    return node instanceof DestinationRuleNode ? node : undefined;
  }

  /** How the subset of a version is called, where subsets tell the versions apart. */
  subset(version: 'canary' | 'stable'): string | undefined {
    return this.destinationRule.textAt(`${version}SubsetName`);
  }

  /** The Services of a version: two where ping and pong take turns, which Istio has them do where the others are not named. */
  services(version: 'canary' | 'stable'): readonly string[] {
    const { rollout } = this;
    const isOtherNamed = ['stableService', 'canaryService'].some((key) => rollout.canary.has(key) && rollout.canary.textAt(key) !== '');
    const names = rollout.canary.has('pingPong') && !isOtherNamed ? (['ping', 'pong'] as const) : [version];
    return names.flatMap((role) => rollout.service(role)?.name ?? []);
  }
}
