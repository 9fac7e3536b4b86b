import { AppMeshUse } from './app-mesh-use';
import { gatewayUses } from './gateway-use';
import type { GatewayUse } from './gateway-use';
import type { Graph } from './graph';
import { ingressUses } from './ingress-use';
import type { IngressUse } from './ingress-use';
import { IstioUse } from './istio-use';
import type { VirtualServiceUse } from './istio-use';
import type { RolloutNode } from './rollout';
import { OLD_TRAEFIK_SERVICE } from './traefik-service';
import { albPrefix, writesTo } from '../manifests/controller-writes';
import type { ControllerWrites } from '../manifests/controller-writes';

/** What Argo Rollouts changes in a Rollout and in the objects that it names, once they are in the cluster. */
export function argoWrites(rollout: RolloutNode, graph: Graph): readonly ControllerWrites[] {
  const { name, workloadReference } = rollout;
  const services = new Set(rollout.services.map((use) => use.name));
  return [
    ...(name !== undefined && isScaled(rollout) ? [writesTo.rolloutReplicas({ name })] : []),
    ...(workloadReference?.name !== undefined && workloadReference.handsOver === true ? [writesTo.replicas('apps', 'Deployment', { name: workloadReference.name })] : []),
    ...[...services].map((service) => writesTo.versionService({ name: service })),
    ...routeWrites(rollout, graph),
  ];
}

/** Where nobody says how many pods there are, the controller writes it. */
function isScaled({ spec, scalers, rangeElsewhere }: RolloutNode): boolean {
  return (spec.isMap && !spec.has('replicas')) || scalers.length > 0 || rangeElsewhere.exists;
}

function routeWrites(rollout: RolloutNode, graph: Graph): readonly ControllerWrites[] {
  const { trafficRouting } = rollout;
  const plugin = (name: string, list: string) => trafficRouting.at('plugins', name, list).items().flatMap(({ text }) => text ?? []);
  const apisix = trafficRouting.at('apisix', 'route').textAt('name');
  return [
    ...istioWrites(new IstioUse(rollout, graph.index)),
    ...ingressUses(rollout, graph.index).filter(({ router }) => router === 'alb').flatMap(loadBalancerWrites),
    ...traefikWrites(rollout, graph),
    ...(apisix === undefined ? [] : [writesTo.apisixRoute({ name: apisix })]),
    ...appMeshWrites(new AppMeshUse(rollout, graph.index)),
    ...gatewayUses([rollout], graph.index).flatMap(gatewayWrites),
    ...plugin('argoproj-labs/contour', 'httpProxies').map((name) => writesTo.httpProxy({ name })),
    ...plugin('argoproj-labs/openshift', 'routes').map((written) => writesTo.openShiftRoute(placeOf(written))),
  ];
}

function istioWrites({ virtualServices, destinationRule }: IstioUse): readonly ControllerWrites[] {
  const rule = destinationRule.textAt('name');
  return [
    ...virtualServices.map((use) => writesTo.virtualService(use, { http: isSplit(use, 'http'), tls: isSplit(use, 'tls'), tcp: isSplit(use, 'tcp') })),
    ...(rule === undefined ? [] : [writesTo.destinationRule({ name: rule })]),
  ];
}

/** Whether routes of the protocol are named, or chosen where none are. */
function isSplit(use: VirtualServiceUse, protocol: 'http' | 'tls' | 'tcp'): boolean {
  const { setting, routes } = use.chosen(protocol);
  return setting.exists || routes.length > 0;
}

function loadBalancerWrites({ rollout, settings, service, ingresses }: IngressUse): readonly ControllerWrites[] {
  const prefix = settings.textAt('annotationPrefix') || albPrefix;
  const managedRoutes = rollout.trafficRouting.at('managedRoutes').items().flatMap((route) => route.textAt('name') ?? []);
  return ingresses.map(({ name, node }) => writesTo.loadBalancer({ name }, { root: service.text ?? '', prefix, managedRoutes }, node?.groupKind.replace('Ingress.', '')));
}

function gatewayWrites({ everyRoute, namespace }: GatewayUse): readonly ControllerWrites[] {
  return everyRoute.map(({ kind, name }) => writesTo.gatewayRoute(kind, { name, namespace }));
}

function traefikWrites({ trafficRouting, namespace }: RolloutNode, { index }: Graph): readonly ControllerWrites[] {
  const name = trafficRouting.at('traefik').textAt('weightedTraefikServiceName');
  return name === undefined ? [] : [
    writesTo.traefikService({ name }),
    ...(index.find(OLD_TRAEFIK_SERVICE, namespace, name) === undefined ? [] : [writesTo.traefikService({ name }, OLD_TRAEFIK_SERVICE.replace('TraefikService.', ''))]),
  ];
}

function appMeshWrites(use: AppMeshUse): readonly ControllerWrites[] {
  const nodes = [use.virtualNode('stable'), use.virtualNode('canary')];
  const { virtualRouter } = use;
  return [
    ...(virtualRouter === undefined ? [] : [writesTo.virtualRouter({ name: virtualRouter.name, namespace: virtualRouter.node?.namespace })]),
    ...nodes.flatMap((node) => node === undefined ? [] : [writesTo.virtualNode({ name: node.name })]),
  ];
}

/** `name`, or `namespace/name`. */
function placeOf(written: string): { readonly name: string; readonly namespace?: string } {
  const slash = written.indexOf('/');
  return slash < 0 ? { name: written } : { name: written.slice(slash + 1), namespace: written.slice(0, slash) };
}
