import type { ApisixTrafficOptions } from './options';
import type { RouterContext } from '../../intent/router';
import type { ObjectMeta } from '../../manifests/argo-rollouts.generated';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { withoutSlash } from '../other-route';
import { ownPaths } from '../own-paths';

/** What is written of an ApisixRoute. */
interface ApisixRoute {
  readonly apiVersion: 'apisix.apache.org/v2';
  readonly kind: 'ApisixRoute';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly ingressClassName: string;
    readonly http: readonly {
      /** The controller writes the weights of the rule of this name. */
      readonly name: string;
      readonly match: { readonly hosts: readonly string[]; readonly paths: readonly string[] };
      readonly websocket?: true;
      readonly backends: readonly Backend[];
    }[];
  };
}

interface Backend {
  readonly serviceName: string;
  readonly servicePort: Leaf<number>;
  readonly weight?: number;
}

/** What is written of an ApisixUpstream, which says how a Service of the same name is spoken to. */
interface ApisixUpstream {
  readonly apiVersion: 'apisix.apache.org/v2';
  readonly kind: 'ApisixUpstream';
  readonly metadata: ObjectMeta;
  readonly spec: { readonly ingressClassName: string; readonly scheme: 'grpc' };
}

/** Its releases from 2.0 pass over what has no class, and say nothing: https://github.com/apache/apisix-ingress-controller/issues/2471 */
export const usualClass = 'apisix';

/** An ApisixRoute whose rule leads to both versions, all of it to the stable one; for gRPC also how the Services are spoken to. */
export function apisixManifests(options: ApisixTrafficOptions, context: RouterContext): readonly Manifest[] {
  const { stableService, canaryService, port } = context;
  return routeManifests(options, context, [stableService, canaryService], [
    { serviceName: stableService, servicePort: port, weight: 100 },
    { serviceName: canaryService, servicePort: port, weight: 0 },
  ]);
}

/** What the objects have to know of the release. */
type Release = Pick<RouterContext, 'rollout' | 'protocol' | 'metadata'>;

/** An ApisixRoute to some backends, and for gRPC how these Services are spoken to. */
export function routeManifests(
  options: ApisixTrafficOptions, context: Release, services: readonly string[], backends: readonly Backend[],
): readonly Manifest[] {
  const spoken = context.protocol === 'grpc' ? services : [];
  return [route(options, context, backends), ...spoken.map(name => upstream(name, options, context))] as unknown as readonly Manifest[];
}

function route(options: ApisixTrafficOptions, context: Release, backends: readonly Backend[]): ApisixRoute {
  const { hosts, otherRoutes = [], ingressClass = usualClass, websocket } = options;
  return {
    apiVersion: 'apisix.apache.org/v2',
    kind: 'ApisixRoute',
    metadata: context.metadata(context.rollout),
    spec: {
      ingressClassName: ingressClass,
      http: [
        {
          name: context.rollout,
          match: { hosts, paths: ownPaths(options).flatMap(below) },
          ...(websocket === true ? { websocket } : {}),
          backends,
        },
        ...otherRoutes.map((other, index) => ({
          name: `${context.rollout}-other-${index + 1}`,
          match: { hosts, paths: below(other.path) },
          backends: [{ serviceName: other.serviceName, servicePort: other.portNumber }],
        })),
      ],
    },
  };
}

function upstream(service: string, { ingressClass = usualClass }: ApisixTrafficOptions, context: Release): ApisixUpstream {
  return {
    apiVersion: 'apisix.apache.org/v2',
    kind: 'ApisixUpstream',
    metadata: context.metadata(service),
    spec: { ingressClassName: ingressClass, scheme: 'grpc' },
  };
}

/** Paths are whole ones unless they end with a star: https://apisix.apache.org/docs/ingress-controller/concepts/apisix_route/ */
function below(path: string): readonly string[] {
  return path.endsWith('/') ? [`${withoutSlash(path)}/*`] : [path, `${path}/*`];
}
