import { Duration } from 'cdk8s';
import { AlbScheme, AlbTraffic, CanaryRollout, NginxPathType, NginxTraffic, Protocol, SessionAffinity, Step } from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];

const nginx: Program = chart => {
  new CanaryRollout(chart, 'written', {
    containers,
    traffic: new NginxTraffic({
      hosts: ['shop.example.com'],
      annotationPrefix: 'ingress.example.com',
      canarySettings: { 'canary-by-header': 'x-canary' },
      canaryAnnotations: { owner: 'shop' },
      maxTrafficWeight: 1000,
      paths: ['/shop', '/basket'],
      pathType: NginxPathType.EXACT,
      otherRoutes: [{ path: '/static', serviceName: 'assets', portNumber: 80 }],
      annotations: { 'ingress.example.com/proxy-body-size': '8m' },
    }),
    protocol: Protocol.grpc(),
    sessionAffinity: SessionAffinity.cookie({ name: 'shop-version', maxAge: Duration.hours(1) }),
    steps: [Step.weight(20), Step.approval()],
  });
  new CanaryRollout(chart, 'existing', { containers, traffic: NginxTraffic.existing('shop', { otherIngresses: ['shop-internal'] }) });
};

const headers = Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] });

const alb: Program = chart => {
  new CanaryRollout(chart, 'balanced', {
    containers,
    traffic: new AlbTraffic({
      hosts: ['shop.example.com'],
      scheme: AlbScheme.INTERNET_FACING,
      certificates: ['arn:aws:acm:eu-central-1:123456789012:certificate/1'],
      redirectHttp: true,
      annotationPrefix: 'alb.example.com',
      annotations: { 'alb.example.com/group.name': 'shop' },
    }),
    protocol: Protocol.grpc(),
    sessionAffinity: SessionAffinity.cookie({ maxAge: Duration.hours(1) }),
    steps: [Step.scale({ replicas: 1 }), headers, Step.weight(20), Step.approval()],
  });
  new CanaryRollout(chart, 'by-turns', { containers, traffic: new AlbTraffic({ hosts: ['turns.example.com'] }), pingPong: true });
  new CanaryRollout(chart, 'another', {
    containers, traffic: AlbTraffic.existing('shop', { servicePort: 80, rootService: 'shop-root', otherIngresses: ['shop-internal'] }),
  });
};

export const programs: readonly Program[] = [nginx, alb];
