// What the controller and its plugins write for each router, as it is rendered: every weight, the way back, and header routes.
import { AlbTraffic, AmbassadorTraffic, Analysis, ApisixTraffic, ContourTraffic, GatewayApiTraffic, IstioTraffic, KongTraffic, LinkerdTraffic, OpenShiftTraffic, Protocol, SessionAffinity, Step, TraefikTraffic } from 'rolloutkit';
import type { CanaryRolloutProps, ITrafficRouter } from 'rolloutkit';
import { routedBy } from './rendered';
import { answers } from './series';
import type { Expectation } from '../harness/expectations';
import type { Scenario } from '../harness/scenario';
import type { PluginName } from '../lab/plugins';

const hosts = ['shop.example.com'];
const gateway = 'public';

interface Routed {
  readonly id: string;
  readonly router: () => ITrafficRouter;
  /** Which object has the weight. */
  readonly object: string;
  readonly plugin?: PluginName;
  readonly props?: Partial<CanaryRolloutProps>;
  /** The object is the controller's own, and goes away with the canary. */
  readonly temporary?: true;
  /** The object that has the header route, where the router can. */
  readonly headers?: string;
}

const routers: readonly Routed[] = [
  { id: 'alb', router: () => new AlbTraffic({ hosts }), object: 'Ingress shop', headers: 'Ingress shop' },
  { id: 'traefik', router: () => new TraefikTraffic({ hosts }), object: 'TraefikService shop' },
  { id: 'apisix', router: () => new ApisixTraffic({ hosts }), object: 'ApisixRoute shop', headers: 'ApisixRoute internal' },
  { id: 'ambassador', router: () => new AmbassadorTraffic({ hosts }), object: 'Mapping shop-canary', temporary: true },
  { id: 'gateway-api', router: () => new GatewayApiTraffic({ hosts, gateway }), object: 'HTTPRoute shop', plugin: 'gateway-api-plugin', headers: 'HTTPRoute shop' },
  {
    id: 'gateway-api-grpc',
    router: () => new GatewayApiTraffic({ hosts, gateway }),
    object: 'GRPCRoute shop',
    plugin: 'gateway-api-plugin',
    headers: 'GRPCRoute shop',
    props: { protocol: Protocol.grpc() },
  },
  { id: 'gateway-api-tcp', router: () => GatewayApiTraffic.tcp({ gateway }), object: 'TCPRoute shop', plugin: 'gateway-api-plugin' },
  { id: 'gateway-api-tls', router: () => GatewayApiTraffic.tls({ hosts, gateway }), object: 'TLSRoute shop', plugin: 'gateway-api-plugin' },
  { id: 'kong', router: () => new KongTraffic({ hosts, gateway }), object: 'HTTPRoute shop', plugin: 'gateway-api-plugin' },
  { id: 'linkerd', router: () => new LinkerdTraffic(), object: 'HTTPRoute shop', plugin: 'gateway-api-plugin' },
  { id: 'contour', router: () => new ContourTraffic({ host: hosts[0]! }), object: 'HTTPProxy shop', plugin: 'contour-plugin' },
  { id: 'openshift', router: () => new OpenShiftTraffic({ host: hosts[0]! }), object: 'Route shop', plugin: 'openshift-plugin' },
];

const errorRate = Analysis.errorRate();
const internal = { route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] };
/** Index of the pause at which the header route is there, and of the one at which it is not any more. */
const [WITH, WITHOUT] = [2, 4];

const ofEach: readonly Scenario[] = routers.flatMap(({ id, router, object, plugin, props, temporary, headers }): Scenario[] => {
  const ground = { engine: 'argo' as const, factor: 60, ...(plugin === undefined ? {} : { plugin }) };
  const manifests = routedBy(router(), { replicas: 4, analyses: [errorRate], ...props });
  // what is not there has no weight that could be seen
  const end: Expectation['routeLeft'] = temporary === true ? { [object]: false } : { [object]: true };
  return [
    {
      ...ground,
      manifests,
      id: `routers/${id}-good`,
      why: `${object} carries each weight, and nothing leads to the Service of the canary when the new version is the stable one`,
      series: answers(),
      until: { promoted: true, phase: 'Healthy', routed: 0, quiet: temporary === true ? 7 : 2 },
      expect: { phase: 'Healthy', weight: 100, weights: [5, 25, 50, 100], routeWeights: { [object]: [5, 25, 50, 100, 0] }, routeLeft: end, queries: 'canary' },
    },
    {
      ...ground,
      manifests,
      id: `routers/${id}-bad-from-25`,
      why: `a bad version loses its share at once, in ${object} and not only in the status`,
      series: answers({ 'error-rate': { over: 'weight', answers: [[0, 0.1], [25, 5]] } }),
      until: { aborted: true, phase: 'Degraded', routed: 0, quiet: temporary === true ? 7 : 2 },
      expect: {
        phase: 'Degraded', weight: 0, weights: [5, 25, 0], routeWeights: { [object]: [5, 25, 0] }, routeLeft: end, abort: { weight: 25, by: 'Background', metric: 'error-rate' },
      },
    },
    ...(headers === undefined ? [] : [{
      ...ground,
      manifests: routedBy(router(), {
        replicas: 4,
        ...props,
        steps: [Step.scale({ percent: 25 }), Step.headers(internal), Step.approval(), Step.headers({ route: 'internal' }), Step.approval()],
      }),
      id: `routers/${id}-headers`,
      why: 'requests with a header are led to the canary from the step that says so to the step that takes it back, whatever the weight',
      script: [WITH, WITHOUT].map(step => ({ step, pause: 'CanaryPauseStep', quiet: 1, then: { promote: true as const } })),
      until: { promoted: true, phase: 'Healthy' as const, quiet: 2 },
      expect: { phase: 'Healthy', weight: 100, routeHeaders: { [headers]: headers === object ? [[], ['x-internal'], []] : [['x-internal'], []] } },
    }]),
  ];
});

/** The Services take turns: what was the canary's keeps its requests when its version is the stable one. */
const takingTurns = ([['alb', new AlbTraffic({ hosts }), 'Ingress shop'], ['istio', new IstioTraffic({ hosts, gateway }), 'VirtualService shop']] as const)
  .map(([id, traffic, object]): Scenario => ({
    engine: 'argo',
    factor: 60,
    manifests: routedBy(traffic, { replicas: 4, analyses: [errorRate], pingPong: true }),
    id: `routers/${id}-ping-pong`,
    why: 'of two Services that take turns the second gets the new version, and keeps all of its requests at the promotion',
    series: answers(),
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 25, 50, 100],
      services: { 'shop-ping': 'old', 'shop-pong': 'new' },
      queries: 'canary',
      ...(object === 'Ingress shop' ? { routeWeights: { [object]: [5, 25, 50, 100] } } : {}),
    },
  }));

export const scenarios: readonly Scenario[] = [
  ...ofEach,
  ...takingTurns,
  {
    engine: 'argo',
    factor: 60,
    manifests: routedBy(new TraefikTraffic({ hosts }), { replicas: 4, analyses: [errorRate], sessionAffinity: SessionAffinity.cookie({ name: 'version' }) }),
    id: 'routers/traefik-sticky',
    why: 'the cookie that keeps visitors with a version is still there when weights have been written',
    series: answers(),
    until: { weight: 25, phase: 'Paused' },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 25, weights: [5, 25], routeCookies: { 'TraefikService shop': 'version' } },
  },
];
