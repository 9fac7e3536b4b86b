// What the library writes for Flagger, for each router that both of them know.
import { Duration } from 'cdk8s';
import type { Chart } from 'cdk8s';
import {
  ABTestRollout, AlertChannel, AlertEvent, Analysis, ApisixTraffic, Audience, BlueGreenRollout, CanaryRollout, Catastrophe, ContourTraffic,
  Controller, GatewayApiTraffic, GlooTraffic, IstioTraffic, KnativeTraffic, KumaTraffic, LinkerdTraffic, NginxTraffic, Ramp, SecretReference,
  SessionAffinity, SkipperTraffic, Stage, TraefikTraffic,
} from 'rolloutkit';
import type { BlueGreenRolloutProps, FlaggerOptions, ITrafficRouter } from 'rolloutkit';
import type { KubeObject } from '../../harness/objects';
import { rendered } from '../rendered';

const hosts = ['shop.example.com'];
const gateway = 'public';
const minute = Duration.minutes(1);
/** By which the requests of an A/B test are told. */
export const HEADER = 'x-canary';
/** By which their visitors are. */
const COOKIE = 'shop-version';
const SECRET = 'slack-webhook';

const routers = {
  'nginx': () => new NginxTraffic({ hosts }),
  'istio': () => new IstioTraffic({ hosts, gateway }),
  'gateway-api': () => new GatewayApiTraffic({ hosts, gateway }),
  'gateway-api-v1beta1': () => new GatewayApiTraffic({ hosts, gateway, routeVersion: 'v1beta1' }),
  'contour': () => new ContourTraffic({ host: hosts[0]! }),
  'traefik': () => new TraefikTraffic({ hosts }),
  'apisix': () => new ApisixTraffic({ hosts }),
  'linkerd': () => new LinkerdTraffic(),
  'skipper': () => new SkipperTraffic({ hosts }),
  'kuma': () => new KumaTraffic(),
  'gloo': () => new GlooTraffic({ hosts }),
  'knative': () => new KnativeTraffic(),
  'none': () => undefined,
} as const satisfies Readonly<Record<string, () => ITrafficRouter | undefined>>;
export type RouterName = keyof typeof routers;

/** What differs from release to release. */
export interface Release {
  readonly strategy: 'canary' | 'blue-green' | 'ab-test';
  /** Of a canary. */
  readonly weights?: readonly number[];
  /** Whether visitors stay with the version that they got. */
  readonly sticky?: true;
  /** Whether a person is asked for each of them. */
  readonly approved?: true;
  readonly props?: Pick<BlueGreenRolloutProps, 'hooks' | 'promotion'>;
  readonly controller?: FlaggerOptions;
  /** Whether somebody is told in Slack. */
  readonly tells?: boolean;
  /** Of the Service, where it may not be that of another release. */
  readonly service?: string;
}

const containers = [{ name: 'main', image: 'registry.example/shop:1.0.0', portNumber: 8080 }];

/** A shop of two pods, of which at least 99 % of the requests have to be answered well. */
export function shopBehind(
  router: RouterName, { strategy, weights = [], sticky, approved, props, controller, tells = false, service }: Release,
): () => KubeObject[] {
  const build = rendered(chart => {
    const traffic = routers[router]();
    const common = {
      containers,
      ...router === 'knative' ? {} : { replicas: 2 },
      ...service === undefined ? {} : { services: strategy === 'blue-green' ? { active: service } : { stable: service } },
      analyses: [Analysis.successRate({ atLeast: 99 })],
      catastrophe: Catastrophe.ignored(),
      ...tells ? { alerts: [slack(chart)] } : {},
      controller: Controller.flagger({ interval: minute, threshold: 2, iterations: 3, ...controller }),
      ...props,
    };
    switch (strategy) {
      case 'canary': {
        const ramp = Ramp.of(weights.map(weight => Stage.at(weight, { hold: minute, approval: approved })));
        return new CanaryRollout(chart, 'shop', { ...common, traffic, ramp, ...sticky && { sessionAffinity: SessionAffinity.cookie({ name: COOKIE }) } });
      }
      case 'blue-green': return new BlueGreenRollout(chart, 'shop', { ...common, traffic });
      case 'ab-test': return new ABTestRollout(chart, 'shop', { ...common, traffic: traffic!, audience: Audience.header(HEADER).isExactly('always') });
    }
  });
  return tells ? () => [...build(), slackSecret()] : build;
}

function slack(chart: Chart): AlertChannel {
  return new AlertChannel(chart, 'deploys', {
    slack: '#deploys',
    secret: SecretReference.named(SECRET),
    on: [AlertEvent.updated(), AlertEvent.completed(), AlertEvent.aborted()],
    controller: Controller.flagger(),
  });
}

/** Where Slack listens, which no program says. */
export function slackSecret(): KubeObject {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: SECRET }, stringData: { address: 'http://slack/slack/deploys' } };
}
