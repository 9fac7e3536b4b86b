import type { ContourTrafficOptions } from './contour-options';
import type { ObjectMeta } from '../../manifests/argo-rollouts.generated';
import type { Manifest } from '../../manifests/manifest';
import { belowPath } from '../own-paths';

/** An HTTPProxy that answers for the host. */
export function rootProxy(options: ContourTrafficOptions, metadata: ObjectMeta, parts: Readonly<Record<string, readonly object[]>>): Manifest {
  const { host, tlsSecret, ingressClass, annotations = {} } = options;
  const object = {
    apiVersion: 'projectcontour.io/v1',
    kind: 'HTTPProxy',
    metadata: { ...metadata, ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...metadata.annotations, ...annotations } }) },
    spec: {
      ...(ingressClass === undefined ? {} : { ingressClassName: ingressClass }),
      virtualhost: { fqdn: host, ...(tlsSecret === undefined ? {} : { tls: { secretName: tlsSecret } }) },
      ...Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0)),
    },
  };
  return object as unknown as Manifest;
}

/** Routes of the same host that lead elsewhere. */
export function otherRoutes({ otherRoutes: others = [] }: ContourTrafficOptions): readonly object[] {
  return others.flatMap(({ path, serviceName, portNumber }) => belowPath(path).map(condition => (
    { conditions: [condition], services: [{ name: serviceName, port: portNumber }] }
  )));
}
