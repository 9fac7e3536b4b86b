import type { Written } from '../render';

/** The objects that the controller, or its plugin, looks up for what a Rollout says of its router: `Kind name` each. */
export function lookedUp({ nginx, alb, istio, traefik, apisix, ambassador, plugins = {} }: Written): string[] {
  return [
    ...objects('Ingress', nginx?.stableIngress, nginx?.stableIngresses, alb?.ingress, alb?.ingresses),
    ...objects('VirtualService', istio?.virtualService?.name, istio?.virtualServices?.map(({ name }: Written) => name)),
    ...objects('DestinationRule', istio?.destinationRule?.name),
    ...objects('TraefikService', traefik?.weightedTraefikServiceName),
    ...objects('ApisixRoute', apisix?.route?.name),
    ...objects('Mapping', ambassador?.mappings),
    ...Object.values(plugins).flatMap(lookedUpByPlugin),
  ];
}

function lookedUpByPlugin(settings: Written): string[] {
  const { httpRoute, grpcRoute, tcpRoute, tlsRoute, httpRoutes, grpcRoutes, tcpRoutes, tlsRoutes, httpProxies, routes } = settings;
  const names = (list: Written[] = []) => list.map(({ name }) => name);
  return [
    ...objects('HTTPRoute', httpRoute, names(httpRoutes)),
    ...objects('GRPCRoute', grpcRoute, names(grpcRoutes)),
    ...objects('TCPRoute', tcpRoute, names(tcpRoutes)),
    ...objects('TLSRoute', tlsRoute, names(tlsRoutes)),
    ...objects('HTTPProxy', httpProxies),
    ...objects('Route', routes),
  ];
}

function objects(kind: string, ...names: (string | readonly string[] | undefined)[]): string[] {
  return names.flat().filter(name => name !== undefined).map(name => `${kind} ${name}`);
}
