import { ownPaths } from '../own-paths';
import { nginxPrefix } from './canary';
import { NginxPathType } from './options';
import type { NginxTrafficOptions } from './options';
import type { RouterContext } from '../../intent/router';
import type { HTTPIngressPath, Ingress } from '../../manifests/kubernetes.generated';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';

/** What the Ingress has to know of the release. */
type Release = Pick<RouterContext, 'rollout' | 'stableService' | 'port' | 'protocol' | 'affinity' | 'metadata'>;

/** The Ingress of the stable version, under the rollout's name. */
export function nginxIngress(options: NginxTrafficOptions, context: Release): Manifest {
  const metadata = context.metadata(context.rollout);
  const own = annotationsOf(options, context);
  const paths = ownPaths(options).map(path => pathTo(path, context.stableService, context.port, options));
  const others = (options.otherRoutes ?? []).map(({ path, serviceName, portNumber }) => pathTo(path, serviceName, portNumber, options));
  const object: Ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: Object.keys(own).length === 0 ? metadata : { ...metadata, annotations: { ...metadata.annotations, ...own } },
    spec: {
      ingressClassName: options.ingressClass ?? 'nginx',
      // the controller copies whole rules for the canary, so that paths of others stand in one of their own
      rules: options.hosts.flatMap(host => [paths, others].filter(list => list.length > 0).map(list => ({ host, http: { paths: list } }))),
      ...(options.tlsSecret === undefined ? {} : { tls: [{ hosts: options.hosts, secretName: options.tlsSecret }] }),
    },
  };
  return object as unknown as Manifest;
}

function pathTo(path: string, name: string, number: Leaf<number>, { pathType = NginxPathType.PREFIX }: NginxTrafficOptions): HTTPIngressPath {
  return { path, pathType, backend: { service: { name, port: { number } } } };
}

/** The Ingress of the canary has none of these, and ingress-nginx takes them from this one for both. */
function annotationsOf(options: NginxTrafficOptions, { protocol, affinity }: Release): Readonly<Record<string, Leaf<string>>> {
  const { annotations, annotationPrefix = nginxPrefix } = options;
  // https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#session-affinity
  const settings: Readonly<Record<string, Leaf<string>>> = {
    ...(protocol === 'grpc' ? { 'backend-protocol': 'GRPC' } : {}),
    ...(affinity === undefined ? {} : { affinity: 'cookie' }),
    ...(affinity?.cookie === undefined ? {} : { 'session-cookie-name': affinity.cookie }),
    ...(affinity?.maxAgeSeconds === undefined ? {} : { 'session-cookie-max-age': mapLeaf(affinity.maxAgeSeconds, String) }),
  };
  return { ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${annotationPrefix}/${name}`, value])), ...annotations };
}
