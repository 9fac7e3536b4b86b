import type { GlooTrafficOptions } from './options';
import type { FlaggerContext } from '../../intent/router';
import type { Manifest } from '../../manifests/manifest';
import { withoutSlash } from '../other-route';
import { belowPath, ownPaths } from '../own-paths';

/** The VirtualService that hands the requests over to the RouteTable of Flagger, which is called as the Service. */
export function glooVirtualService(options: GlooTrafficOptions, context: FlaggerContext, namespace: string): Manifest {
  const { hosts, otherRoutes = [], tlsSecret } = options;
  const own = ownPaths(options).map(path => ({
    // a route that hands over has one matcher, of a beginning: https://github.com/solo-io/gloo/blob/main/projects/gateway/pkg/translator/route_converter.go
    path, matchers: [{ prefix: path }], delegateAction: { ref: { name: context.service, namespace } },
  }));
  const others = otherRoutes.map(({ path, serviceName, portNumber }) => ({
    path, matchers: belowPath(path), routeAction: { single: { kube: { ref: { name: serviceName, namespace }, port: portNumber } } },
  }));
  const object = {
    apiVersion: 'gateway.solo.io/v1',
    kind: 'VirtualService',
    metadata: context.metadata(context.rollout),
    spec: {
      ...(tlsSecret === undefined ? {} : { sslConfig: { secretRef: { name: tlsSecret, namespace }, sniDomains: hosts } }),
      virtualHost: {
        domains: hosts,
        // the first route that fits is taken
        routes: [...own, ...others].sort((a, b) => withoutSlash(b.path).length - withoutSlash(a.path).length).map(({ path: _, ...route }) => route),
      },
    },
  };
  return object as unknown as Manifest;
}

/** What Flagger takes the settings of from which the two Upstreams of the versions are made. */
export function glooUpstream(context: FlaggerContext, namespace: string): Manifest {
  const object = {
    apiVersion: 'gloo.solo.io/v1',
    kind: 'Upstream',
    metadata: context.metadata(context.rollout),
    spec: {
      ...(context.protocol === 'grpc' ? { useHttp2: true } : {}),
      kube: { serviceName: context.service, serviceNamespace: namespace, servicePort: context.port },
    },
  };
  return object as unknown as Manifest;
}
