import { withoutSlash } from '../other-route';
import { ownPaths } from '../own-paths';
import type { TraefikTrafficOptions } from './options';
import type { RouterContext } from '../../intent/router';
import type { ObjectMeta } from '../../manifests/argo-rollouts.generated';
import { joinedBy, joinLeaves, mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';

/** What is written of a TraefikService. */
interface TraefikService {
  readonly apiVersion: 'traefik.io/v1alpha1';
  readonly kind: 'TraefikService';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly weighted: {
      readonly services: readonly { readonly name: string; readonly port: Leaf<number>; readonly scheme?: 'h2c'; readonly weight: number }[];
      readonly sticky?: {
        readonly cookie: { readonly name?: Leaf<string>; readonly maxAge?: Leaf<number>; readonly httpOnly: true; readonly secure?: true };
      };
    };
  };
}

/** Where requests go: a Service, or a TraefikService that divides them. */
interface Destination {
  readonly name: string;
  readonly kind?: 'TraefikService';
  readonly port?: Leaf<number>;
}

/** What is written of an IngressRoute. */
interface IngressRoute {
  readonly apiVersion: 'traefik.io/v1alpha1';
  readonly kind: 'IngressRoute';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly entryPoints?: readonly string[];
    readonly routes: readonly {
      readonly kind: 'Rule';
      readonly match: Leaf<string>;
      readonly middlewares?: readonly { readonly name: string; readonly namespace?: string }[];
      readonly services: readonly Destination[];
    }[];
    readonly tls?: { readonly secretName?: string; readonly certResolver?: string; readonly domains?: readonly { readonly main: string }[] };
  };
}

/** A weighted TraefikService over both versions, all of it to the stable one, and the IngressRoute that leads to it. */
export function traefikManifests(options: TraefikTrafficOptions, context: RouterContext): readonly Manifest[] {
  const route = ingressRoute(options, context, { name: context.rollout, kind: 'TraefikService' });
  return [traefikService(options, context), route] as unknown as readonly Manifest[];
}

function traefikService(options: TraefikTrafficOptions, context: RouterContext): TraefikService {
  const { affinity, port } = context;
  // calls of gRPC are HTTP/2 without TLS: https://doc.traefik.io/traefik/v3.7/reference/routing-configuration/kubernetes/crd/http/service/
  const scheme = context.protocol === 'grpc' ? { scheme: 'h2c' } as const : {};
  return {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'TraefikService',
    metadata: context.metadata(context.rollout),
    spec: {
      weighted: {
        services: [
          { name: context.stableService, port, ...scheme, weight: 100 },
          { name: context.canaryService, port, ...scheme, weight: 0 },
        ],
        ...(affinity === undefined ? {} : {
          sticky: {
            cookie: {
              ...(affinity.cookie === undefined ? {} : { name: affinity.cookie }),
              ...(affinity.maxAgeSeconds === undefined ? {} : { maxAge: affinity.maxAgeSeconds }),
              httpOnly: true,
              ...(hasTls(options) ? { secure: true } : {}),
            },
          },
        }),
      },
    },
  };
}

/** The IngressRoute under the rollout's name, which leads to what divides the requests. */
export function ingressRoute(
  options: TraefikTrafficOptions, context: Pick<RouterContext, 'rollout' | 'metadata'>, destination: Destination,
): IngressRoute {
  const { hosts, otherRoutes = [], entryPoints, middlewares = [], ingressClass } = options;
  const metadata = context.metadata(context.rollout);
  return {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'IngressRoute',
    // releases before 3.7 know no field for it
    metadata: ingressClass === undefined ? metadata
      : { ...metadata, annotations: { ...metadata.annotations, 'kubernetes.io/ingress.class': ingressClass } },
    spec: {
      ...(entryPoints === undefined ? {} : { entryPoints }),
      routes: [
        ...ownPaths(options).map(path => ({
          kind: 'Rule' as const,
          match: rule(hosts, path),
          ...(middlewares.length === 0 ? {} : { middlewares: middlewares.map(middleware) }),
          services: [destination],
        })),
        ...otherRoutes.map((other) => ({
          kind: 'Rule' as const, match: rule(hosts, other.path), services: [{ name: other.serviceName, port: other.portNumber }],
        })),
      ],
      ...(hasTls(options) ? { tls: tls(options) } : {}),
    },
  };
}

/** Of several rules that take a request Traefik follows the longest, which is that of the longest path: so each path has a rule. */
function rule(hosts: readonly string[], path: string): Leaf<string> {
  const anyHost = joinedBy(' || ', hosts.map(each => mapLeaf(each, host)));
  const short = withoutSlash(path);
  if (short === '') return anyHost;
  // a prefix of Traefik ends anywhere, also within a word
  const below = path.endsWith('/') ? `PathPrefix(\`${path}\`)` : `(Path(\`${path}\`) || PathPrefix(\`${path}/\`))`;
  return joinLeaves(hosts.length > 1 ? joinLeaves(joinLeaves('(', anyHost), ')') : anyHost, ` && ${below}`);
}

/** Older releases of Traefik 3 know wildcards as expressions alone. */
function host(name: string): string {
  return name.startsWith('*.') ? `HostRegexp(\`^[^.]+${name.slice(1).replaceAll('.', '\\.')}$\`)` : `Host(\`${name}\`)`;
}

function middleware(written: string): { readonly name: string; readonly namespace?: string } {
  const [first, second] = written.split('/');
  return second === undefined ? { name: first } : { name: second, namespace: first };
}

function hasTls({ tlsSecret, certResolver }: TraefikTrafficOptions): boolean {
  return tlsSecret !== undefined || certResolver !== undefined;
}

/** Traefik asks for certificates for the hosts that it finds in rules, and finds none in expressions. */
function tls({ hosts, tlsSecret, certResolver }: TraefikTrafficOptions): IngressRoute['spec']['tls'] {
  if (certResolver === undefined) return { secretName: tlsSecret };
  return { certResolver, ...(hosts.some(name => name.startsWith('*.')) ? { domains: hosts.map(main => ({ main })) } : {}) };
}
