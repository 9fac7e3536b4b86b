// What a trace keeps of the objects that routers follow: where the controller has led the traffic. `weight` is what the canary gets of it,
// `headers` are the headers by which some requests are led to it past the weights.
import type { Fields, KubeObject } from './objects';
import type { Describe } from './trace';

/** By the names that the library gives it; ping-pong tells no version by a name. */
const CANARY = /-(canary|pong)$/;
const NGINX_WEIGHT = 'nginx.ingress.kubernetes.io/canary-weight';
const ALB = 'alb.ingress.kubernetes.io/';

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
  HTTPProxy: ({ spec }) => led((spec.routes ?? []).map(({ services }: Fields) => sharesOf(services, 'name'))),
  Route: ({ spec }) => led([sharesOf([spec.to, ...spec.alternateBackends ?? []], 'name')]),
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
  return { ...led(rules.map(({ backendRefs }) => sharesOf(backendRefs, 'name'))), headers: distinct(headers) };
}

/** The canary's own of ingress-nginx, or one whose actions the load balancer of AWS follows. */
function describeIngress({ metadata: { annotations = {} } }: KubeObject): Fields {
  if (annotations[NGINX_WEIGHT] !== undefined) return { weight: Number(annotations[NGINX_WEIGHT]) };
  const actions = read(annotations, 'actions.');
  if (actions.length === 0) return {};
  const conditions = read(annotations, 'conditions.');
  const headers = conditions.flatMap(({ value }) => value.flatMap(({ httpHeaderConfig }: Fields) => httpHeaderConfig?.httpHeaderName ?? []));
  const weighed = actions.filter(({ name }) => !conditions.some(condition => condition.name === name));
  return { ...led(weighed.map(({ value }) => sharesOf(value.forwardConfig?.targetGroups, 'serviceName'))), headers };
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
