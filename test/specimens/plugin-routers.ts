import { Duration } from 'cdk8s';
import {
  CanaryRollout, ContourTraffic, GatewayApiTraffic, GatewayRouteKind, KongTraffic, LinkerdTraffic, OpenShiftTermination, OpenShiftTraffic,
  PluginTraffic, Protocol, SessionAffinity, Step,
} from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
const hosts = ['shop.example.com'];
const gateway = 'public';
const otherRoutes = [{ path: '/static', serviceName: 'assets', portNumber: 80 }];
const annotations = { 'example.com/owner': 'shop' };
const headers = Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] });

const gatewayApi: Program = chart => {
  new CanaryRollout(chart, 'paths', {
    containers,
    traffic: new GatewayApiTraffic({
      hosts,
      gateway,
      gatewayNamespace: 'edge',
      listener: 'https',
      otherGateways: [{ gateway: 'private' }],
      paths: ['/cart', '/pay'],
      otherRoutes,
      routeNamespace: 'edge',
      annotations,
    }),
    sessionAffinity: SessionAffinity.cookie({ name: 'shop-version', maxAge: Duration.hours(1) }),
  });
  new CanaryRollout(chart, 'calls', {
    containers,
    protocol: Protocol.grpc(),
    traffic: new GatewayApiTraffic({ hosts, gateway, grpcServices: ['shop.v1.Cart'] }),
    steps: [Step.scale({ replicas: 1 }), headers, Step.weight(20), Step.approval()],
  });
  new CanaryRollout(chart, 'sockets', { containers, traffic: GatewayApiTraffic.tcp({ gateway, listener: 'postgres' }) });
  new CanaryRollout(chart, 'closed', { containers, traffic: GatewayApiTraffic.tls({ gateway, hosts }) });
  new CanaryRollout(chart, 'existing', {
    containers, traffic: GatewayApiTraffic.existing('shop', { kind: GatewayRouteKind.TLS, routeNamespace: 'edge', others: ['shop-internal'] }),
  });
};

const products: Program = chart => {
  new CanaryRollout(chart, 'meshed', { containers, traffic: new LinkerdTraffic({ serviceName: 'shop', path: '/cart', annotations }) });
  new CanaryRollout(chart, 'kong', { containers, traffic: new KongTraffic({ hosts, gateway: 'kong', stripPath: true, preserveHost: true, annotations }) });
  new CanaryRollout(chart, 'proxied', {
    containers,
    protocol: Protocol.grpc(),
    traffic: new ContourTraffic({ host: hosts[0], paths: ['/cart'], otherRoutes, tlsSecret: 'shop-tls', ingressClass: 'edge', annotations }),
  });
  new CanaryRollout(chart, 'routed', {
    containers,
    traffic: new OpenShiftTraffic({
      host: hosts[0], path: '/shop', termination: OpenShiftTermination.REENCRYPT, redirectToTls: true, portName: 'http', annotations,
    }),
    sessionAffinity: SessionAffinity.cookie({ name: 'shop-version' }),
  });
  new CanaryRollout(chart, 'hosts', { containers, traffic: new OpenShiftTraffic({ host: hosts[0], subdomains: true }) });
};

const existing: Program = chart => {
  new CanaryRollout(chart, 'proxied', { containers, traffic: ContourTraffic.existing('shop', { others: ['shop-internal'] }) });
  new CanaryRollout(chart, 'routed', { containers, traffic: OpenShiftTraffic.existing('shop', { others: ['shop-internal'] }) });
  new CanaryRollout(chart, 'plugged', {
    containers,
    traffic: new PluginTraffic({
      name: 'argoproj-labs/glooplatform',
      json: '{ "routeTableSelector": { "name": "shop" } }',
      maxTrafficWeight: 1000,
      routesHeaders: true,
      routes: [{ apiGroup: 'networking.gloo.solo.io', kind: 'RouteTable', name: 'shop', routeNamespace: 'mesh', fields: ['spec.http'] }],
    }),
    steps: [Step.scale({ replicas: 1 }), headers, Step.weight(20), Step.approval()],
  });
};

export const programs: readonly Program[] = [gatewayApi, products, existing];
