import type { GatewayApiTrafficOptions, GatewayRouteOptions } from './options';
import { isElsewhere } from './plugin';
import { GatewayRouteKind } from './route-kind';
import { isRouteVersion } from './route-version';
import { parentsOf, prefix } from './routes';
import type { Problem } from '../../intent/problem';
import type { FlaggerContext, FlaggerRouting } from '../../intent/router';
import type { CanaryGatewayRef, CanaryService } from '../../manifests/flagger.generated';
import type { Manifest } from '../../manifests/manifest';
import { refused } from '../flagger-gaps';
import { ownPaths } from '../own-paths';

/** What the HTTPRoute is told that Flagger writes under the name of the Service. Routes that lead elsewhere stand in one of ours. */
export function gatewayApiFlagger(options: GatewayApiTrafficOptions, context: FlaggerContext): FlaggerRouting {
  const { routeVersion = 'v1' } = options;
  return {
    ...httpRoute(options, parentsOf(options)),
    provider: isRouteVersion(routeVersion) ? `gatewayapi:${routeVersion}` : 'gatewayapi:v1',
    manifests: otherRoutes(options, context),
    gaps: [...requestGaps(options, context), ...placeGaps(options, context)],
  };
}

/** Connections, which no HTTPRoute knows. */
export function connectionsFlagger(options: GatewayRouteOptions, kind: GatewayRouteKind): FlaggerRouting {
  return {
    ...httpRoute(options, parentsOf(options)),
    gaps: [{
      property: 'traffic',
      message: `cannot be connections for Flagger, which writes an HTTPRoute and no ${kind}`,
      fix: 'choose IstioTraffic with tcpPort, or leave the rollout to Argo Rollouts',
    }],
  };
}

/** One of somebody else is none that Flagger would write to, or one that it writes over as it is named. */
export function existingGatewayApiFlagger(routes: readonly string[], product: string, { service }: FlaggerContext): FlaggerRouting {
  // what it hangs on only the route says, so that its name stands for that and nobody misses it as well
  const refs = routes.slice(0, 1).map(name => ({ name }));
  return {
    ...httpRoute({}, refs),
    gaps: [{
      property: 'traffic',
      message: `cannot be a route that exists, since Flagger writes an HTTPRoute itself under the name ${service}, got ${routes.join(', ')}`,
      fix: `delete it, and write new ${product} with what it says`,
    }],
    elsewhere: [...refs.map(({ name }) => ({ kind: 'Gateway', name })), ...routes.map(name => ({ kind: 'HTTPRoute', name }))],
  };
}

/** The HTTPRoute, below Gateways or below a Service. */
export function httpRoute(
  wish: Pick<GatewayApiTrafficOptions, 'annotations' | 'path' | 'paths'> & { readonly hosts?: readonly string[] },
  gatewayRefs: readonly CanaryGatewayRef[],
): FlaggerRouting {
  const { hosts, annotations = {} } = wish;
  const service: Partial<CanaryService> = {
    gatewayRefs,
    ...(hosts === undefined ? {} : { hosts }),
    // a match without a path gets one from the API server, which Flagger would take away at each check, and the weights with it
    match: ownPaths(wish).map(path => ({ uri: { prefix: path } })),
    ...(Object.keys(annotations).length === 0 ? {} : { apex: { annotations } }),
  };
  return {
    provider: 'gatewayapi:v1',
    service,
    manifests: [],
    elsewhere: gatewayRefs.map(({ kind, name }) => ({ kind: String(kind ?? 'Gateway'), name: name as string })),
  };
}

/** What is said of calls over gRPC, for which there is no GRPCRoute. */
export function requestGaps(wish: Pick<GatewayApiTrafficOptions, 'grpcServices'>, { protocol }: FlaggerContext): readonly Problem[] {
  return protocol === 'grpc' ? [{
    property: 'protocol',
    message: 'cannot be gRPC behind the Gateway API for Flagger, which writes an HTTPRoute and no GRPCRoute, got Protocol.grpc()',
    fix: 'choose IstioTraffic, NginxTraffic or ContourTraffic for traffic, or leave the rollout to Argo Rollouts',
  }] : refused(wish, {
    grpcServices: { message: 'cannot be written to an HTTPRoute, which knows requests by their path', fix: 'name the paths in paths' },
  });
}

function placeGaps({ routeNamespace }: GatewayRouteOptions, context: FlaggerContext): readonly Problem[] {
  return !isElsewhere(routeNamespace, context) ? [] : [{
    property: 'traffic.routeNamespace',
    message: `must be the namespace of the rollout, where Flagger writes the HTTPRoute, got ${routeNamespace}`,
    fix: 'leave it out, and let the Gateway allow routes from there (allowedRoutes)',
  }];
}

/** Of all routes of a host the one with the longest path is followed, so that these can stand in another object. */
function otherRoutes({ hosts, otherRoutes: others = [], routeVersion = 'v1', ...parents }: GatewayApiTrafficOptions, context: FlaggerContext): readonly Manifest[] {
  if (others.length === 0) return [];
  const route = {
    apiVersion: `gateway.networking.k8s.io/${routeVersion}`,
    kind: GatewayRouteKind.HTTP,
    metadata: context.metadata(`${context.service}-others`),
    spec: {
      parentRefs: parentsOf(parents),
      hostnames: hosts,
      rules: others.map(({ path, serviceName, portNumber }) => ({ matches: [prefix(path)], backendRefs: [{ name: serviceName, port: portNumber }] })),
    },
  };
  return [route as unknown as Manifest];
}
