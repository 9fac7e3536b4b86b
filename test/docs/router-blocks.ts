import { App, Chart, Duration } from 'cdk8s';
import * as rolloutkit from 'rolloutkit';
import { CanaryRollout, ExperimentVersion, Step } from 'rolloutkit';
import type { ITrafficRouter } from 'rolloutkit';
import { table } from './markdown';
import type { Blocks } from './markers';
import { classesIn } from './public-docs';

const hosts = ['shop.example.com'];

/** The options of one of each router. */
const options: Readonly<Record<string, object>> = {
  GatewayApiTraffic: { hosts, gateway: 'public' },
  IstioTraffic: { hosts, gateway: 'public' },
  NginxTraffic: { hosts },
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

/** The table of docs/routers.md: every cell is a rollout that was synthesized, or could not be. */
export function routerBlocks(): Blocks {
  const rows = classesIn('traffic').map(({ name }) => {
    const router = routerOf(name);
    const cells = Object.values(steps).map(step => router === undefined ? 'name one of it in test/docs/router-blocks.ts' : isPossible(step, router) ? 'yes' : '-');
    return [`\`${name}\``, ...cells];
  });
  return { steps: table(['', ...Object.keys(steps)], rows) };
}

function isPossible(step: Step, traffic: ITrafficRouter): boolean {
  const app = new App();
  const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080 }];
  new CanaryRollout(new Chart(app, 'shop'), 'checkout', { containers, traffic, steps: [Step.weight(20), step, Step.approval()] });
  try {
    app.synthYaml();
    return true;
  } catch (error) {
    // of the step, and of nothing else
    if (!(error as Error).message.split('\n').slice(1).every(line => line.includes('steps[1]'))) throw error;
    return false;
  }
}
