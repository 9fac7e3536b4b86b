import type { CanaryNode } from '../../graph/canary';
import type { Graph } from '../../graph/graph';
import { ResourceNode } from '../../graph/resource-node';
import { mayBeSameNamespace } from '../../manifests/namespaces';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const ROUTE = 'IngressRoute.traefik.io';
/** Before Traefik 3. */
const OLD_ROUTE = 'IngressRoute.traefik.containo.us';

export const canaryTraefikRoute: Rule = {
  id: 'canary-traefik-route',
  class: 'broken',
  summary: 'the IngressRoute of a Canary leads to the TraefikService that Flagger makes, and not to the Service of the same name',
  why: 'the Service leads to the primary alone: whatever weight Flagger writes, the canary gets no request, and the analysis fails since it finds none',
  covers: ['FX-01', 'FX-03'],
  check: function* (graph): Iterable<Remark> {
    for (const canary of graph.canaries.filter(({ provider }) => provider === 'traefik')) {
      yield* judge(canary, graph);
    }
  },
};

function* judge(canary: CanaryNode, { index }: Graph): Iterable<Remark> {
  const routes = [ROUTE, OLD_ROUTE].flatMap((kind) => index.ofKind(kind)).filter((node) => node instanceof ResourceNode);
  for (const route of routes) {
    const services = route.spec.at('routes').items().flatMap((each) => each.at('services').items())
      .filter((each) => each.textAt('name') === canary.serviceName && mayBeSameNamespace(each.textAt('namespace') ?? route.namespace, canary.namespace));
    for (const service of services.filter((each) => !each.at('kind').isUnknown && each.textAt('kind') !== 'TraefikService')) {
      const kind = service.at('kind');
      yield remark(kind, `must be TraefikService for ${canary.resource}, got ${kind.text ?? 'none, which is Service'}`, write(kind, 'TraefikService'), { about: canary });
    }
    if (services.length > 0 && route.groupKind === OLD_ROUTE) {
      const version = route.root.at('apiVersion');
      yield remark(version, `must be of traefik.io, as is the TraefikService that Flagger makes, got ${version.text}`, write(version, 'traefik.io/v1alpha1'), { about: canary });
    }
  }
}
