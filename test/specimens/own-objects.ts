import { Duration } from 'cdk8s';
import { AmbassadorTraffic, ApisixTraffic, CanaryRollout, IstioTraffic, Protocol, SessionAffinity, Step, TraefikTraffic } from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
const hosts = ['shop.example.com', '*.shop.example.com'];
const otherRoutes = [{ path: '/help', serviceName: 'help', portNumber: 80 }];

const traefik: Program = chart => {
  new CanaryRollout(chart, 'written', {
    containers,
    traffic: new TraefikTraffic({
      hosts, path: '/shop', otherRoutes, entryPoints: ['websecure'], middlewares: ['compress', 'edge/headers'], certResolver: 'letsencrypt',
    }),
    sessionAffinity: SessionAffinity.cookie({ name: 'shop-version', maxAge: Duration.hours(1) }),
  });
  new CanaryRollout(chart, 'secret', { containers, protocol: Protocol.grpc(), traffic: new TraefikTraffic({ hosts, tlsSecret: 'shop-tls', ingressClass: 'edge' }) });
  new CanaryRollout(chart, 'existing', { containers, traffic: TraefikTraffic.existing('shop') });
};

const apisix: Program = chart => {
  const internal = { route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] };
  new CanaryRollout(chart, 'written', {
    containers,
    protocol: Protocol.grpc(),
    traffic: new ApisixTraffic({ hosts, path: '/shop', otherRoutes, ingressClass: 'apisix', websocket: true }),
    steps: [Step.scale({ replicas: 1 }), Step.headers(internal), Step.weight(20), Step.approval()],
  });
  new CanaryRollout(chart, 'existing', { containers, traffic: ApisixTraffic.existing('shop', { rules: ['public', 'internal'] }) });
};

const ambassador: Program = chart => {
  new CanaryRollout(chart, 'written', {
    containers, protocol: Protocol.grpc(), traffic: new AmbassadorTraffic({ hosts, path: '/shop', resolver: 'endpoint', websocket: true }),
  });
  new CanaryRollout(chart, 'existing', { containers, traffic: AmbassadorTraffic.existing('shop', { otherMappings: ['shop-internal'] }) });
};

const istio: Program = chart => {
  new CanaryRollout(chart, 'paths', { containers, traffic: new IstioTraffic({ hosts, gateway: 'public', path: '/shop', otherRoutes }) });
  new CanaryRollout(chart, 'tls', { containers, traffic: new IstioTraffic({ hosts, gateway: 'public', tlsPort: 443 }) });
  new CanaryRollout(chart, 'tcp', { containers, traffic: new IstioTraffic({ hosts: ['tcp'], tcpPort: 5432 }) });
};

export const programs: readonly Program[] = [traefik, apisix, ambassador, istio];
