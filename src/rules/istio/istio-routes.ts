import type { Field } from '../../graph/field';
import type { IstioUse, VirtualServiceUse } from '../../graph/istio-use';
import { PROTOCOLS } from '../../graph/virtual-service';
import type { Protocol, VirtualServiceRoute } from '../../graph/virtual-service';
import { keyed, write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted, listed, nearest } from '../wording';

const VERSIONS = ['canary', 'stable'] as const;

export const istioRoutes: Rule = {
  id: 'istio-routes',
  class: 'refused',
  summary: 'of every protocol of a VirtualService it is clear which routes get the weights, and each of these leads to both versions',
  why: 'the controller checks every protocol that the VirtualService has, also those it was told nothing about, and refuses the Rollout as InvalidSpec',
  covers: ['RF-25', 'RF-26', 'RF-27', 'RF-28', 'RF-29', 'RF-30', 'RF-31', 'RF-32', 'RF-33', 'RF-34', 'RF-35'],
  *check(graph): Iterable<Remark> {
    for (const istio of graph.istio) {
      for (const use of istio.virtualServices) {
        for (const protocol of PROTOCOLS) {
          yield* use.node?.spec.at(protocol).isList === true ? judge(use, protocol, istio) : withoutList(use, protocol);
        }
      }
    }
  },
};

function* judge(use: VirtualServiceUse, protocol: Protocol, istio: IstioUse): Iterable<Remark> {
  const { setting, routes, missing } = use.chosen(protocol);
  for (const wish of missing) {
    yield notThere(wish, use, protocol);
  }
  const candidates = withoutManaged(use.node?.routes(protocol) ?? [], protocol, istio);
  if (!setting.isUnknown && setting.items().length === 0 && candidates.length > 1) {
    const both = candidates.filter((route) => route.isKnown && [...leadsToBoth(route, istio)].length === 0).flatMap(({ name }) => name ?? []);
    yield remark(
      setting, `must say which routes get the weights, since VirtualService ${use.name} has ${counted(candidates.length, `${protocol} route`)}, got none`,
      both.length === 0 ? 'name those that lead to both versions' : `write ${keyed(setting)}[${both.join(', ')}]`, { about: use.node },
    );
    return;
  }
  for (const route of routes.filter(({ isKnown }) => isKnown)) {
    yield* leadsToBoth(route, istio);
  }
}

/** The controller passes over what it is told of a protocol that the VirtualService does not have. */
function* withoutList(use: VirtualServiceUse, protocol: Protocol): Iterable<Remark> {
  const has = PROTOCOLS.filter((each) => use.node?.spec.at(each).isList);
  // without any route at all another rule speaks
  if (use.node === undefined || has.length === 0 || use.node.spec.at(protocol).isUnknown) {
    return;
  }
  const { setting, missing } = use.chosen(protocol);
  if (missing.length > 0) {
    yield remark(
      setting, `must be ${protocol} routes of VirtualService ${use.name}, which has none of ${protocol}: their weights would never be written; it has ${listed(has)}`,
      `name its ${has[0]} routes instead, or add the ${protocol} routes`, { class: 'broken', about: use.node },
    );
  }
}

function notThere(wish: Field, { name, node }: VirtualServiceUse, protocol: Protocol): Remark {
  const there = node?.routes(protocol) ?? [];
  if (protocol !== 'http') {
    const by = protocol === 'tls' ? 'this port and exactly these sniHosts' : 'this port';
    return remark(wish, `must be a ${protocol} route of VirtualService ${name} that matches ${by}, and there is none`, 'write what the route matches', { about: node });
  }
  const names = there.flatMap((route) => route.name ?? []);
  const got = names.length === 0 ? 'its routes have no names' : `it has ${listed(names)}`;
  const meant = nearest(wish.text ?? '', names);
  return remark(
    wish, `must be the name of an http route of VirtualService ${name}, got ${wish.text}; ${got}`,
    meant === undefined ? 'give the route that name' : write(wish, meant), { about: node },
  );
}

/** Routes that steps add are not counted. */
function withoutManaged(routes: readonly VirtualServiceRoute[], protocol: Protocol, { rollout }: IstioUse): readonly VirtualServiceRoute[] {
  const managed = rollout.trafficRouting.at('managedRoutes').items().map((route) => route.textAt('name'));
  return protocol === 'http' ? routes.filter(({ name }) => name === undefined || !managed.includes(name)) : routes;
}

function* leadsToBoth({ field, destinations }: VirtualServiceRoute, istio: IstioUse): Iterable<Remark> {
  const place = field.at('route');
  const bySubset = istio.destinationRule.exists;
  for (const version of VERSIONS) {
    const wanted = bySubset ? [istio.subset(version)] : istio.services(version);
    for (const name of wanted) {
      const found = destinations.some(({ service, subset }) => (bySubset ? subset : service) === name);
      if (name !== undefined && !found) {
        const what = `${bySubset ? 'subset' : 'Service'} ${name}`;
        yield remark(
          place, `must lead to ${what} of the ${version} version, since Rollout ${istio.rollout.name ?? ''} writes its weights here, and does not`,
          bySubset ? `add a destination with subset: ${name}` : `add a destination with host: ${name}`, { about: istio.rollout },
        );
      }
    }
  }
}
