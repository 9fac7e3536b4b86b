import { App, Chart, Duration } from 'cdk8s';
import * as rolloutkit from 'rolloutkit';
import { CanaryRollout, ExperimentVersion, SessionAffinity, Step } from 'rolloutkit';
import type { CanaryRolloutProps, ITrafficRouter } from 'rolloutkit';
import { table } from './markdown';
import type { Blocks } from './markers';
import { classesIn } from './public-docs';

const hosts = ['shop.example.com'];

/** The options of one of each router. */
const options: Readonly<Record<string, object>> = {
  AlbTraffic: { hosts },
  AmbassadorTraffic: { hosts },
  ApisixTraffic: { hosts },
  ContourTraffic: { host: 'shop.example.com' },
  GatewayApiTraffic: { hosts, gateway: 'public' },
  IstioTraffic: { hosts, gateway: 'public' },
  KongTraffic: { hosts, gateway: 'kong' },
  LinkerdTraffic: {},
  NginxTraffic: { hosts },
  OpenShiftTraffic: { host: 'shop.example.com' },
  PluginTraffic: { name: 'argoproj-labs/glooplatform', routesHeaders: true, mirrors: true, sharesExperiments: true, keepsVisitors: true, knowsPingPong: true },
  TraefikTraffic: { hosts },
};

function routerOf(name: string): ITrafficRouter | undefined {
  const classes = rolloutkit as unknown as Readonly<Record<string, new (given: object) => ITrafficRouter>>;
  return options[name] === undefined ? undefined : new classes[name](options[name]);
}

/** What is tried behind each of them. */
const steps: Readonly<Record<string, Step>> = {
  'header routes': Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] }),
  'several headers at once': Step.headers({
    route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }, { header: 'x-region', value: { exact: 'eu' } }],
  }),
  'mirror routes': Step.mirror({ route: 'copies', matches: [{ method: { exact: 'GET' } }] }),
  'experiments with a share': Step.experiment({
    duration: Duration.minutes(5), variants: [{ name: 'canary', version: ExperimentVersion.CANARY, weight: 5 }],
  }),
};

/** What is asked of each of them beside steps, by the property that says so. */
const wishes: Readonly<Record<string, Partial<CanaryRolloutProps>>> = {
  'visitors stay with a version': { sessionAffinity: SessionAffinity.cookie() },
  'Services that take turns': { pingPong: true },
};

/** The tables of docs/routers.md: every cell is a rollout that was synthesized, or could not be. */
export function routerBlocks(): Blocks {
  return {
    steps: trials(steps, (step, traffic) => isPossible({ traffic, steps: [Step.weight(20), step, Step.approval()] }, 'steps[1]')),
    wishes: trials(wishes, (wish, traffic) => isPossible({ traffic, ...wish }, Object.keys(wish)[0])),
  };
}

function trials<T>(tried: Readonly<Record<string, T>>, isPossibleWith: (each: T, traffic: ITrafficRouter) => boolean): string {
  const rows = classesIn('traffic').map(({ name }) => {
    const router = routerOf(name);
    const cells = Object.values(tried).map(each => router === undefined ? 'name one of it in test/docs/router-blocks.ts' : isPossibleWith(each, router) ? 'yes' : '-');
    return [`\`${name}\``, ...cells];
  });
  return table(['', ...Object.keys(tried)], rows);
}

function isPossible(props: Partial<CanaryRolloutProps>, place: string): boolean {
  const app = new App();
  const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080 }];
  new CanaryRollout(new Chart(app, 'shop'), 'checkout', { containers, ...props });
  try {
    app.synthYaml();
    return true;
  } catch (error) {
    // of what is tried, and of nothing else
    if (!(error as Error).message.split('\n').slice(1).every(line => line.includes(place))) throw error;
    return false;
  }
}
