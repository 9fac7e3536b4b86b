// What a trace keeps of the objects that routers follow: where the controller has led the traffic. `weight` is what the canary gets of it,
// `headers` are the headers by which some requests are led to it past the weights.
import { KNATIVE_SERVICE } from './api';
import type { Fields, KubeObject } from './objects';
import type { Describe } from './trace';

/** By the names that the library gives it; ping-pong tells no version by a name. */
const CANARY = /-(canary|pong)$/;
const NGINX = 'nginx.ingress.kubernetes.io/canary-';
const ALB = 'alb.ingress.kubernetes.io/';
const SKIPPER = 'zalando.org/backend-weights';
const KUMA_SERVICE = 'kuma.io/service';
const GLOO_UPSTREAM = /-(primary|canary)upstream-\d+$/;

export const describeRoutes: Readonly<Record<string, Describe>> = {
  Ingress: describeIngress,
  HTTPRoute: describeGatewayRoute,
  GRPCRoute: describeGatewayRoute,
  TLSRoute: describeGatewayRoute,
  TCPRoute: describeGatewayRoute,
  TraefikService: ({ spec }) => ({ ...led([sharesOf(spec.weighted?.services, 'name')]), ...cookieOf(spec.weighted?.sticky?.cookie) }),
  ApisixRoute: ({ spec }) => ({
    ...led((spec.http ?? []).map(({ backends }: Fields) => sharesOf(backends, 'serviceName'))),
    headers: distinct((spec.http ?? []).flatMap(({ match }: Fields) => (match?.exprs ?? []).map(({ subject }: Fields) => subject.name))),
  }),
  // Without a weight it is the one that everything else goes to.
  Mapping: ({ spec }) => spec.weight === undefined ? {} : { weight: spec.weight, to: { [spec.service]: spec.weight } },
  HTTPProxy: describeProxy,
  Route: ({ spec }) => led([sharesOf([spec.to, ...spec.alternateBackends ?? []], 'name')]),
  TrafficRoute: ({ spec }) => {
    return led([Object.fromEntries(spec.conf.split.map(({ destination, weight = 0 }: Fields) => [destination[KUMA_SERVICE].split('_')[0], weight]))]);
  },
  [KNATIVE_SERVICE]: ({ spec }) => ({ weight: spec.traffic?.find(({ latestRevision }: Fields) => latestRevision)?.percent ?? 0 }),
  TrafficSplit: ({ spec }) => led([sharesOf(spec.backends.map(({ service, weight }: Fields) => ({ service, weight: Number(weight) })), 'service')]),
  RouteTable: describeRouteTable,
};

export const ROUTE_KINDS = Object.keys(describeRoutes);

/** Each place that traffic is led to, with its share. */
type Shares = Record<string, number>;

function sharesOf(places: readonly Fields[] = [], name: string): Shares {
  return Object.fromEntries(places.map(place => [place[name], place.weight ?? 0]));
}

/** Of several rules the first that divides traffic between the versions counts: others lead elsewhere, or are header routes. */
function led(rules: readonly Shares[]): Fields {
  const to = rules.find(shares => Object.keys(shares).length > 1 && Object.keys(shares).some(name => CANARY.test(name))) ?? rules[0] ?? {};
  const share = Object.entries(to).find(([name]) => CANARY.test(name));
  return { weight: share?.[1] ?? 0, to };
}

/** By which visitors are kept with a version. */
function cookieOf(cookie: Fields | undefined): Fields {
  return cookie === undefined ? {} : { cookie: cookie.name };
}

function describeGatewayRoute({ spec }: KubeObject): Fields {
  const rules: Fields[] = spec.rules ?? [];
  const headers = rules.flatMap(({ matches = [] }) => matches.flatMap((match: Fields) => (match.headers ?? []).map(({ name }: Fields) => name)));
  const mirrors = rules.flatMap(({ filters = [] }) => filters.filter(({ requestMirror }: Fields) => requestMirror));
  return { ...led(rules.map(({ backendRefs }) => sharesOf(backendRefs, 'name'))), headers: distinct(headers), ...mirrors.length > 0 ? { mirrored: true } : {} };
}

function describeProxy({ spec }: KubeObject): Fields {
  const routes: Fields[] = spec.routes ?? [];
  const headers = routes.flatMap(({ conditions = [] }) => conditions.flatMap(({ header }: Fields) => header?.name ?? []));
  return { ...led(routes.map(({ services }) => sharesOf(services, 'name'))), ...headers.length > 0 ? { headers: distinct(headers) } : {} };
}

/** Flagger calls the Upstreams after the namespace and the Service. */
function describeRouteTable({ spec }: KubeObject): Fields {
  const routes: Fields[] = spec.routes ?? [];
  const headers = routes.flatMap(({ matchers = [] }) => matchers.flatMap((one: Fields) => (one.headers ?? []).map(({ name }: Fields) => name)));
  const rules = routes.map(({ routeAction }) => (routeAction.multi.destinations as Fields[])
    .map(({ destination, weight }) => ({ name: destination.upstream.name.replace(GLOO_UPSTREAM, '-$1'), weight })));
  return { ...led(rules.map(places => sharesOf(places, 'name'))), headers: distinct(headers) };
}

/** Where an object belongs: those of Kuma are of no namespace, and name it in what they lead to. */
export function namespaceOf({ metadata, kind, spec }: KubeObject): string | undefined {
  return kind === 'TrafficRoute' ? /_(.+)_svc_/.exec(spec.destinations[0].match[KUMA_SERVICE])?.[1] : metadata.namespace;
}

/** The canary's own of ingress-nginx, or one whose actions the load balancer of AWS follows. */
function describeIngress({ metadata: { annotations = {} } }: KubeObject): Fields {
  if (annotations[`${NGINX}weight`] !== undefined) return { weight: Number(annotations[`${NGINX}weight`]), ...nginxHeaders(annotations) };
  if (annotations[SKIPPER] !== undefined) return led([JSON.parse(annotations[SKIPPER])]);
  const actions = read(annotations, 'actions.');
  if (actions.length === 0) return {};
  const conditions = read(annotations, 'conditions.');
  const headers = conditions.flatMap(({ value }) => value.flatMap(({ httpHeaderConfig }: Fields) => httpHeaderConfig?.httpHeaderName ?? []));
  const weighed = actions.filter(({ name }) => !conditions.some(condition => condition.name === name));
  return { ...led(weighed.map(({ value }) => sharesOf(value.forwardConfig?.targetGroups, 'serviceName'))), headers };
}

/** Requests with a header, or with a cookie, go to the canary past the weight. */
function nginxHeaders(annotations: Fields): Fields {
  const headers = [annotations[`${NGINX}by-header`], ...annotations[`${NGINX}by-cookie`] === undefined ? [] : ['cookie']].filter(Boolean);
  return headers.length > 0 ? { headers } : {};
}

function read(annotations: Fields, part: string): { name: string; value: Fields }[] {
  return Object.entries<string>(annotations).filter(([key]) => key.startsWith(`${ALB}${part}`))
    .map(([key, text]) => ({ name: key.slice(ALB.length + part.length), value: JSON.parse(text, startingSmall) }));
}

/** The controller writes `ForwardConfig`, and the documentation of the load balancer `forwardConfig`: both are understood. */
function startingSmall(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key[0]!.toLowerCase() + key.slice(1), one]));
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
