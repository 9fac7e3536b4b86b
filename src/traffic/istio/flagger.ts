import { gatewaysOf, inOrder } from './manifests';
import type { ExistingIstioTrafficOptions, IstioTrafficOptions } from './options';
import type { Problem } from '../../intent/problem';
import type { FlaggerContext, FlaggerRouting } from '../../intent/router';
import type { CanaryService } from '../../manifests/flagger.generated';
import { isOpaque } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { otherwise, refused } from '../flagger-gaps';
import { belowPath, ownPaths } from '../own-paths';

/** Connections have no headers, no cookies and no requests to copy: Flagger would send all of them to the canary. */
const connections = { audience: [], mirrors: [], affinity: 'none' } as const;

/**
 * What the VirtualService is told that Flagger writes under the name of the Service, with one route for HTTP or one for connections. Where
 * other paths lead elsewhere, they stand in a VirtualService of ours, which hands the rest over to it.
 */
export function istioFlagger(options: IstioTrafficOptions, context: FlaggerContext): FlaggerRouting {
  const { tcpPort, tlsPort, otherRoutes = [] } = options;
  const isTcp = (tcpPort ?? tlsPort) !== undefined;
  return {
    provider: 'istio',
    service: otherRoutes.length > 0 ? { delegation: true } : service(options),
    support: isTcp ? connections : {},
    manifests: otherRoutes.length === 0 ? [] : [rootVirtualService(options, context)],
    gaps: gaps(options),
    elsewhere: otherRoutes.length === 0 ? [] : [{ kind: 'VirtualService', name: context.service }],
  };
}

/** VirtualServices that exist can hand requests over to that of Flagger, and cannot be it. */
export function existingIstioFlagger(
  names: readonly string[], options: ExistingIstioTrafficOptions, { service: name, namespace }: FlaggerContext,
): Omit<FlaggerRouting, 'elsewhere'> {
  const unread = {
    message: `does nothing: Flagger writes the routes of its own VirtualService ${name} alone, with a Service for each version`, fix: 'leave it out',
  };
  const taken = names.includes(name) || names.includes(`${name}.${namespace}`);
  return {
    provider: 'istio',
    service: { delegation: true },
    manifests: [],
    gaps: [taken ? {
      property: 'traffic', message: `must be a VirtualService of another name, since Flagger writes over ${name}`, fix: `call it ${name}-root, and let it delegate to ${name}`,
    } : {
      property: 'traffic',
      message: `has to delegate to the VirtualService ${name}, which Flagger writes: weights of its own lead nobody to the canary`,
      fix: `write spec.http: [{ delegate: { name: ${name} } }] in ${names.filter(each => !isOpaque(each)).join(' and ') || 'it'}`,
      class: 'advice',
    }, ...otherwise(options, { routes: unread, tlsRoutes: unread, tcpRoutes: unread, destinationRule: unread })],
  };
}

function service(options: IstioTrafficOptions): Partial<CanaryService> {
  const { hosts, tcpPort, path, paths } = options;
  const gateways = gatewaysOf(options);
  const common = { hosts, ...(gateways === undefined ? {} : { gateways }) };
  if (tcpPort !== undefined) return { ...common, appProtocol: 'tcp', match: [{ port: tcpPort }] };
  return (path ?? paths) === undefined ? common : { ...common, match: ownPaths(options).flatMap(belowPath).map(uri => ({ uri })) };
}

function gaps(options: IstioTrafficOptions): readonly Problem[] {
  return [
    ...refused(options, {
      tlsPort: {
        message: 'cannot be had from Flagger, which writes routes for HTTP and for TCP, and none for TLS that passes unread',
        fix: 'write tcpPort, or leave the rollout to Argo Rollouts',
      },
    }),
    ...otherwise(options.subsets === true ? { subsets: true } : {}, {
      subsets: { message: 'does nothing: Flagger gives each version a Service of its own, and a DestinationRule', fix: 'leave it out' },
    }),
  ];
}

/** The first route that fits is taken, so that deeper paths come first. */
function rootVirtualService(options: IstioTrafficOptions, context: FlaggerContext): Manifest {
  const { hosts, otherRoutes = [] } = options;
  const gateways = gatewaysOf(options);
  const own = ownPaths(options).map(path => ({ path, action: { delegate: { name: context.service } } }));
  const others = otherRoutes.map(({ path, serviceName, portNumber }) => (
    { path, action: { route: [{ destination: { host: serviceName, port: { number: portNumber } } }] } }
  ));
  const object = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: context.metadata(`${context.service}-root`),
    spec: {
      hosts,
      ...(gateways === undefined ? {} : { gateways }),
      http: inOrder([...own, ...others]).map(({ path, action }) => ({ match: belowPath(path).map(uri => ({ uri })), ...action })),
    },
  };
  return object as unknown as Manifest;
}
