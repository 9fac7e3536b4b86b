import type { SkipperTrafficOptions } from './options';
import type { FlaggerContext } from '../../intent/router';
import type { HTTPIngressPath, Ingress } from '../../manifests/kubernetes.generated';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { ownPaths } from '../own-paths';

/** Where the class stands: Flagger writes to the annotations, and breaks where there are none. */
export const classAnnotation = 'kubernetes.io/ingress.class';

/** The Ingress that everybody comes by, under the rollout's name. */
export function skipperIngress(options: SkipperTrafficOptions, context: FlaggerContext): Manifest {
  const { hosts, otherRoutes = [], ingressClass = 'skipper', annotations } = options;
  const metadata = context.metadata(context.rollout);
  const own = ownPaths(options).map(path => pathTo(path, context.service, context.port));
  const others = otherRoutes.map(({ path, serviceName, portNumber }) => pathTo(path, serviceName, portNumber));
  const object: Ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { ...metadata, annotations: { ...metadata.annotations, [classAnnotation]: ingressClass, ...annotations } },
    spec: { rules: hosts.map(host => ({ host, http: { paths: [...own, ...others] } })) },
  };
  return object as unknown as Manifest;
}

function pathTo(path: string, name: string, number: Leaf<number>): HTTPIngressPath {
  return { path, pathType: 'Prefix', backend: { service: { name, port: { number } } } };
}
