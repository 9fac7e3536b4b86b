import { App, Chart, Duration } from 'cdk8s';
import {
  Action, AlertChannel, AlertEvent, Analysis, Controller, Hook, PrometheusSource, Ramp, Rollout, RolloutDefaults, SecretReference, Stage, Strategy,
  Telemetry, TraefikTraffic,
} from 'rolloutkit';

/** What differs from one environment to the next. */
interface Release {
  readonly version: string;
  /** A little more of the traffic with every minute, or ten looks and then all of it. */
  readonly strategy: 'canary' | 'blue-green';
  /** How many failed checks take it back. */
  readonly threshold: number;
  /** Percent of good requests. */
  readonly atLeast: number;
}

const app = new App();
const minute = Duration.minutes(1);

// The load tester of Flagger runs the tests of the chart before the first request, and sends requests while the new version is looked at.
const loadTester = 'http://flagger-loadtester.test/';
const tests = Action.helmTest({ release: 'docutag', timeout: Duration.minutes(3), address: loadTester });
const load = Action.loadTest({ command: 'hey -z 1m -q 10 -c 2 http://{{args.canary-service}}.{{args.namespace}}:8080/', address: loadTester });

/** The service in a namespace of its own. */
function docutag(namespace: string, host: string, { version, strategy, threshold, atLeast }: Release): void {
  const chart = new Chart(app, namespace, { namespace });
  const traffic = new TraefikTraffic({ hosts: [host], entryPoints: ['websecure'] });
  RolloutDefaults.of(chart).use({
    controller: Controller.flagger({ interval: minute, threshold, iterations: 10 }),
    source: new PrometheusSource({ address: 'http://prometheus.monitoring:9090' }),
    // Before its switch nobody finds the new version of a blue-green through Traefik, which has nothing to count then: its pods count.
    telemetry: Telemetry.httpRequests({ scrapeInterval: Duration.seconds(15) }),
  });
  new Rollout(chart, 'docutag-controller', {
    containers: [{ name: 'controller', image: `registry.example/docutag-controller:${version}`, portNumber: 8080 }],
    replicas: 3,
    // the one value that decides
    strategy: strategy === 'canary'
      ? Strategy.canary({ traffic, ramp: Ramp.of([10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map(weight => Stage.at(weight, { hold: minute }))) })
      : Strategy.blueGreen({ traffic }),
    analyses: [
      Analysis.successRate({ atLeast }),
      Analysis.latency({ percentile: 99, atMost: Duration.millis(500) }),
    ],
    hooks: [Hook.beforeTraffic(tests), Hook.duringTraffic(load)],
    alerts: [new AlertChannel(chart, 'production-deploys', {
      slack: '#production-deploys',
      secret: SecretReference.named('slack-webhook'),
      on: [AlertEvent.updated(), AlertEvent.aborted(), AlertEvent.completed()],
    })],
  });
}

docutag('docutag', 'docutag.example.com', { version: '1.1.0', strategy: 'canary', threshold: 5, atLeast: 99 });
docutag('docutag-blue-green', 'blue-green.docutag.example.com', { version: '1.1.0', strategy: 'blue-green', threshold: 5, atLeast: 99 });
// The first releases are watched more closely: the objective is 99.9 %, and the gate leaves some room for chance.
docutag('docutag-strict', 'strict.docutag.example.com', { version: '1.1.0', strategy: 'canary', threshold: 3, atLeast: 99.5 });

app.synth();
