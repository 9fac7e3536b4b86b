import * as rolloutkit from 'rolloutkit';
import type { ITrafficRouter } from 'rolloutkit';
import { supportOf } from '../../src/intent/flagger-support';
import type { FlaggerContext, FlaggerRouting } from '../../src/intent/router';
import type { FlaggerProvider, FlaggerSupport } from '../../src/manifests/flagger-providers';

/** What some providers of Flagger can do beside shares of the traffic and a blue-green, and others cannot. */
export const flaggerFeatures = ['audience', 'mirrored canary', 'mirrored blue-green', 'session affinity'] as const;
export type FlaggerFeature = typeof flaggerFeatures[number];

/** What every router that Flagger knows is held against, and what its table in docs/routers.md is made of. */
export interface FlaggerRouterCase {
  readonly written: () => ITrafficRouter;
  readonly provider: FlaggerProvider;
  /** What the user needs and Flagger does not write: kinds and names. */
  readonly writes: readonly string[];
  /** What Flagger writes beside the Services, which must stand in no manifest. */
  readonly flaggerWrites: readonly string[];
  /** A route of somebody else called `shop`: what the Canary says of it, or why it cannot be. Absent: there is none to be had. */
  readonly existing?: () => ITrafficRouter;
  readonly uses?: Pick<FlaggerRouting, 'references' | 'service'> | string;
  /** Why it cannot do something. What it can do is not listed. */
  readonly reasons: Partial<Readonly<Record<FlaggerFeature, string>>>;
}

const hosts = ['shop.example.com'];
const gateway = 'public';

const noAudience = 'Flagger writes no headers to its route, and everybody would get the new version';
const noMirrors = 'Flagger copies requests behind Istio and the Gateway API alone';
const noAffinity = 'Flagger keeps visitors behind Istio and the Gateway API alone';
const weightsAlone = { 'audience': noAudience, 'mirrored canary': noMirrors, 'mirrored blue-green': noMirrors, 'session affinity': noAffinity };
const { audience: _, ...headersAsWell } = weightsAlone;
const filterLate = 'behind the Gateway API Flagger writes the filter that copies requests in a blue-green alone';

export const flaggerRouterCases: Readonly<Record<string, FlaggerRouterCase>> = {
  ApisixTraffic: {
    written: () => new rolloutkit.ApisixTraffic({ hosts }),
    provider: 'apisix',
    writes: ['ApisixRoute checkout'],
    flaggerWrites: ['ApisixRoute checkout-checkout-canary'],
    existing: () => rolloutkit.ApisixTraffic.existing('shop'),
    uses: { references: { routeRef: { apiVersion: 'apisix.apache.org/v2', kind: 'ApisixRoute', name: 'shop' } } },
    reasons: weightsAlone,
  },
  ContourTraffic: {
    written: () => new rolloutkit.ContourTraffic({ host: 'shop.example.com' }),
    provider: 'contour',
    writes: ['HTTPProxy checkout-root'],
    flaggerWrites: ['HTTPProxy checkout'],
    existing: () => rolloutkit.ContourTraffic.existing('shop'),
    uses: {},
    reasons: headersAsWell,
  },
  GatewayApiTraffic: {
    written: () => new rolloutkit.GatewayApiTraffic({ hosts, gateway }),
    provider: 'gatewayapi:v1',
    writes: [],
    flaggerWrites: ['HTTPRoute checkout'],
    existing: () => rolloutkit.GatewayApiTraffic.existing('shop'),
    uses: 'cannot be a route that exists, since Flagger writes an HTTPRoute itself under the name checkout, got shop',
    reasons: { 'mirrored canary': filterLate },
  },
  GlooTraffic: {
    written: () => new rolloutkit.GlooTraffic({ hosts }),
    provider: 'gloo',
    writes: ['VirtualService checkout', 'Upstream checkout'],
    flaggerWrites: ['RouteTable checkout', 'Upstream shop-checkout-primaryupstream-8080', 'Upstream shop-checkout-canaryupstream-8080'],
    existing: () => rolloutkit.GlooTraffic.existing('shop', { upstream: 'settings', upstreamNamespace: 'gloo-system' }),
    uses: { references: { upstreamRef: { apiVersion: 'gloo.solo.io/v1', kind: 'Upstream', name: 'settings', namespace: 'gloo-system' } } },
    reasons: headersAsWell,
  },
  IstioTraffic: {
    written: () => new rolloutkit.IstioTraffic({ hosts, gateway }),
    provider: 'istio',
    writes: [],
    flaggerWrites: ['VirtualService checkout', 'DestinationRule checkout-primary', 'DestinationRule checkout-canary'],
    existing: () => rolloutkit.IstioTraffic.existing('shop'),
    uses: { service: { delegation: true } },
    reasons: {},
  },
  KnativeTraffic: {
    written: () => new rolloutkit.KnativeTraffic(),
    provider: 'knative',
    writes: [],
    flaggerWrites: [],
    reasons: weightsAlone,
  },
  KumaTraffic: {
    written: () => new rolloutkit.KumaTraffic(),
    provider: 'kuma',
    writes: [],
    flaggerWrites: ['TrafficRoute checkout'],
    reasons: weightsAlone,
  },
  LinkerdTraffic: {
    written: () => new rolloutkit.LinkerdTraffic(),
    provider: 'gatewayapi:v1',
    writes: [],
    flaggerWrites: ['HTTPRoute checkout'],
    existing: () => rolloutkit.LinkerdTraffic.existing('shop'),
    uses: 'cannot be a route that exists, since Flagger writes an HTTPRoute itself under the name checkout, got shop',
    reasons: { 'mirrored canary': filterLate, 'mirrored blue-green': 'Linkerd does not know the filter of the Gateway API that copies requests' },
  },
  NginxTraffic: {
    written: () => new rolloutkit.NginxTraffic({ hosts }),
    provider: 'nginx',
    writes: ['Ingress checkout'],
    flaggerWrites: ['Ingress checkout-canary'],
    existing: () => rolloutkit.NginxTraffic.existing('shop'),
    uses: { references: { ingressRef: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'shop' } } },
    reasons: { 'mirrored canary': noMirrors, 'mirrored blue-green': noMirrors },
  },
  SkipperTraffic: {
    written: () => new rolloutkit.SkipperTraffic({ hosts }),
    provider: 'skipper',
    writes: ['Ingress checkout'],
    flaggerWrites: ['Ingress checkout-canary'],
    existing: () => rolloutkit.SkipperTraffic.existing('shop'),
    uses: { references: { ingressRef: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'shop' } } },
    reasons: weightsAlone,
  },
  TraefikTraffic: {
    written: () => new rolloutkit.TraefikTraffic({ hosts }),
    provider: 'traefik',
    writes: ['IngressRoute checkout'],
    flaggerWrites: ['TraefikService checkout'],
    existing: () => rolloutkit.TraefikTraffic.existing('shop'),
    uses: 'cannot be a TraefikService that exists, since Flagger writes one itself under the name checkout, got shop',
    reasons: weightsAlone,
  },
};

/** What a router is told of a release. */
const flaggerContext: FlaggerContext = {
  rollout: 'checkout',
  namespace: 'shop',
  service: 'checkout',
  port: 8080,
  protocol: 'http',
  metadata: name => ({ name, namespace: 'shop', labels: { team: 'shop' } }),
};

/** What a router tells Flagger. */
export function flaggerRouting({ _router }: ITrafficRouter, changes: Partial<FlaggerContext> = {}): FlaggerRouting {
  return _router.flagger!({ ...flaggerContext, ...changes });
}

/** What of the features it cannot do. */
export function missingFeatures(routing: FlaggerRouting): readonly FlaggerFeature[] {
  const support = supportOf(routing);
  return flaggerFeatures.filter(feature => !can[feature](support));
}

const can: Readonly<Record<FlaggerFeature, (support: FlaggerSupport) => boolean>> = {
  'audience': ({ audience }) => audience.length > 0,
  'mirrored canary': ({ mirrors }) => mirrors.includes('weights'),
  'mirrored blue-green': ({ mirrors }) => mirrors.includes('blue-green'),
  'session affinity': ({ affinity }) => affinity !== 'none',
};
