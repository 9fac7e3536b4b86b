import { firstAction } from './action';
import type { AlbTrafficOptions } from './options';
import type { Problem } from '../../intent/problem';
import type { RouterContext } from '../../intent/router';
import type { AlbStickiness } from '../../manifests/argo-rollouts.generated';
import { albPrefix } from '../../manifests/controller-writes';
import type { HTTPIngressPath, Ingress } from '../../manifests/kubernetes.generated';
import { joinedBy } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';

/** An Ingress whose rules lead to an action of that name, and the action as it is before the first weight. */
export function albIngress(options: AlbTrafficOptions, context: RouterContext, root: string, stickiness: AlbStickiness | undefined): Manifest {
  const { annotationPrefix = albPrefix } = options;
  const metadata = context.metadata(context.rollout);
  const object: Ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        ...Object.fromEntries(Object.entries(settings(options, context)).map(([name, value]) => [`${annotationPrefix}/${name}`, value])),
        [`${annotationPrefix}/actions.${root}`]: firstAction(context, stickiness),
        ...options.annotations,
      },
    },
    spec: {
      ingressClassName: options.ingressClass ?? 'alb',
      rules: options.hosts.map(host => ({ host, http: { paths: pathsOf(options.path, root) } })),
    },
  };
  return object as unknown as Manifest;
}

function settings({ scheme, certificates, redirectHttp }: AlbTrafficOptions, { protocol }: RouterContext): Readonly<Record<string, Leaf<string>>> {
  return {
    ...(scheme === undefined ? {} : { scheme }),
    // Services are reached inside of the cluster alone, and nodes as targets need a port of theirs
    'target-type': 'ip',
    ...(certificates === undefined ? {} : { 'certificate-arn': joinedBy(',', certificates) }),
    ...(redirectHttp === true ? { 'listen-ports': '[{"HTTP":80},{"HTTPS":443}]', 'ssl-redirect': '443' } : {}),
    ...(protocol === 'grpc' ? { 'backend-protocol-version': 'GRPC' } : {}),
  };
}

/**
 * Patterns, since paths of the type Prefix come before all patterns, whatever their order: the one of a header step, which the controller
 * puts first, would never be reached. https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/spec/
 */
function pathsOf(path: string | undefined, root: string): readonly HTTPIngressPath[] {
  const start = (path ?? '/').replace(/\/$/, '');
  const patterns = start === '' ? ['/*'] : [start, `${start}/*`];
  return patterns.map(pattern => ({ path: pattern, pathType: 'ImplementationSpecific', backend: { service: { name: root, port: { name: 'use-annotation' } } } }));
}

/** gRPC is for listeners with TLS alone: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html */
export function grpcGaps(options: AlbTrafficOptions, { protocol }: RouterContext): readonly Problem[] {
  const { certificates, annotations = {}, annotationPrefix = albPrefix } = options;
  const listens = certificates !== undefined || (annotations[`${annotationPrefix}/listen-ports`] ?? '').includes('HTTPS');
  return protocol !== 'grpc' || listens ? [] : [{
    property: 'traffic',
    message: 'needs certificates where protocol is Protocol.grpc(): an Application Load Balancer takes gRPC over TLS alone',
    fix: 'name certificates of AlbTraffic',
  }];
}
