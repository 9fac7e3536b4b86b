import * as rolloutkit from 'rolloutkit';
import type { ITrafficRouter } from 'rolloutkit';

/** What some routers can do and others cannot. */
export const features = ['header routes', 'several headers at once', 'mirror routes', 'experiments with a share', 'session affinity', 'ping-pong'] as const;
export type Feature = typeof features[number];

/** What every router is held against, and what the table in docs/routers.md is made of. */
export interface RouterCase {
  /** It writes its route, and objects of these kinds. */
  readonly written: () => ITrafficRouter;
  readonly writes: readonly string[];
  /** It uses a route that is called `shop`. */
  readonly existing: () => ITrafficRouter;
  readonly uses: string;
  /** The controller changes none of its objects. */
  readonly leavesAlone?: string;
  /** Why it cannot do something. What it can do is not listed. */
  readonly reasons: Partial<Readonly<Record<Feature, string>>>;
}

const hosts = ['shop.example.com'];
const [host] = hosts as [string];
const gateway = 'public';

const noHeaders = 'the controller takes header routes only for Istio, load balancers of AWS, APISIX and plugins';
const noMirrors = 'the controller takes mirror routes only for Istio and plugins';
const noShares = 'the controller gives experiments a share only behind Istio, load balancers of AWS and plugins';
const noTurns = 'the controller lets Services take turns only behind Istio, load balancers of AWS and plugins';
const pluginMirrors = 'the Gateway API plugin does nothing in a mirror step';

/** Of what the controller knows two Services and their weights, and nothing else. */
const weightsAlone: RouterCase['reasons'] = {
  'header routes': noHeaders,
  'several headers at once': noHeaders,
  'mirror routes': noMirrors,
  'experiments with a share': noShares,
  'ping-pong': noTurns,
};

/** The same of a plugin, which the controller lets have more. */
function twoServices(product: string): RouterCase['reasons'] {
  const noHeaderStep = `the plugin for ${product} does nothing in a header step`;
  return {
    'header routes': noHeaderStep,
    'several headers at once': noHeaderStep,
    'mirror routes': `the plugin for ${product} does nothing in a mirror step`,
    'experiments with a share': `the plugin for ${product} knows two Services`,
    'ping-pong': `the plugin for ${product} knows the stable Service and that of the canary, by name`,
  };
}

export const routerCases: Readonly<Record<string, RouterCase>> = {
  AlbTraffic: {
    written: () => new rolloutkit.AlbTraffic({ hosts }),
    writes: ['Ingress'],
    existing: () => rolloutkit.AlbTraffic.existing('shop', { servicePort: 80 }),
    uses: 'Ingress shop',
    reasons: { 'mirror routes': noMirrors },
  },
  AmbassadorTraffic: {
    written: () => new rolloutkit.AmbassadorTraffic({ hosts }),
    writes: ['Mapping'],
    existing: () => rolloutkit.AmbassadorTraffic.existing('shop'),
    uses: 'Mapping shop',
    leavesAlone: 'the canary has a Mapping of its own, which the controller writes',
    reasons: {
      ...weightsAlone,
      'session affinity': 'the cookie of a Mapping keeps a visitor with a pod of the version that the weight has chosen, anew for each request',
    },
  },
  ApisixTraffic: {
    written: () => new rolloutkit.ApisixTraffic({ hosts }),
    writes: ['ApisixRoute'],
    existing: () => rolloutkit.ApisixTraffic.existing('shop'),
    uses: 'ApisixRoute shop',
    reasons: {
      'mirror routes': noMirrors,
      'experiments with a share': noShares,
      'session affinity': 'APISIX chooses the version by the weights, for each request',
      'ping-pong': noTurns,
    },
  },
  ContourTraffic: {
    written: () => new rolloutkit.ContourTraffic({ host }),
    writes: ['HTTPProxy'],
    existing: () => rolloutkit.ContourTraffic.existing('shop'),
    uses: 'HTTPProxy shop',
    reasons: {
      ...twoServices('Contour'),
      'session affinity': 'the cookie of an HTTPProxy keeps a visitor with a pod of the version that the weight has chosen, anew for each request',
    },
  },
  GatewayApiTraffic: {
    written: () => new rolloutkit.GatewayApiTraffic({ hosts, gateway }),
    writes: ['HTTPRoute'],
    existing: () => rolloutkit.GatewayApiTraffic.existing('shop'),
    uses: 'HTTPRoute shop',
    reasons: { 'mirror routes': pluginMirrors },
  },
  IstioTraffic: {
    written: () => new rolloutkit.IstioTraffic({ hosts, gateway }),
    writes: ['VirtualService'],
    existing: () => rolloutkit.IstioTraffic.existing('shop'),
    uses: 'VirtualService shop',
    reasons: {
      'several headers at once': 'the controller writes a match for each of them, and Istio takes requests that fulfil any',
      'session affinity': 'the hash of a DestinationRule keeps a visitor with a pod of the version that the weight has chosen, anew for each request',
    },
  },
  KongTraffic: {
    written: () => new rolloutkit.KongTraffic({ hosts, gateway }),
    writes: ['HTTPRoute'],
    existing: () => rolloutkit.KongTraffic.existing('shop'),
    uses: 'HTTPRoute shop',
    reasons: { 'mirror routes': pluginMirrors, 'session affinity': 'Kong does not know the field of the Gateway API for it' },
  },
  LinkerdTraffic: {
    written: () => new rolloutkit.LinkerdTraffic(),
    writes: ['HTTPRoute'],
    existing: () => rolloutkit.LinkerdTraffic.existing('shop'),
    uses: 'HTTPRoute shop',
    reasons: { 'mirror routes': pluginMirrors, 'session affinity': 'Linkerd does not know the field of the Gateway API for it' },
  },
  NginxTraffic: {
    written: () => new rolloutkit.NginxTraffic({ hosts }),
    writes: ['Ingress'],
    existing: () => rolloutkit.NginxTraffic.existing('shop'),
    uses: 'Ingress shop',
    leavesAlone: 'the canary has an Ingress of its own, which the controller writes',
    reasons: {
      ...weightsAlone,
    },
  },
  OpenShiftTraffic: {
    written: () => new rolloutkit.OpenShiftTraffic({ host }),
    writes: ['Route'],
    existing: () => rolloutkit.OpenShiftTraffic.existing('shop'),
    uses: 'Route shop',
    reasons: {
      ...twoServices('OpenShift'),
    },
  },
  PluginTraffic: {
    written: () => new rolloutkit.PluginTraffic({ name: 'example/router', json: '{"route":"checkout"}' }),
    writes: [],
    existing: () => new rolloutkit.PluginTraffic({ name: 'example/router', json: '{"route":"shop"}' }),
    uses: '',
    leavesAlone: 'what a plugin changes only its author knows; `routes` names the objects',
    reasons: {
      'header routes': 'has to be said of the plugin, with `routesHeaders`',
      'several headers at once': 'has to be said of the plugin, with `routesHeaders`',
      'mirror routes': 'has to be said of the plugin, with `mirrors`',
      'experiments with a share': 'has to be said of the plugin, with `sharesExperiments`',
      'session affinity': 'has to be said of the plugin, with `keepsVisitors`',
      'ping-pong': 'has to be said of the plugin, with `knowsPingPong`',
    },
  },
  TraefikTraffic: {
    written: () => new rolloutkit.TraefikTraffic({ hosts }),
    writes: ['TraefikService', 'IngressRoute'],
    existing: () => rolloutkit.TraefikTraffic.existing('shop'),
    uses: 'TraefikService shop',
    reasons: {
      ...weightsAlone,
    },
  },
};
