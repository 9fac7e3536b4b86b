// What the measured programs build: the quickstart a thousand times over, and the objects it writes without the library.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ApiObject, Chart, Duration } = require('cdk8s');
const { Deployment } = require('cdk8s-plus-28');
const { Analysis, CanaryRollout, Ramp } = require('..');

export function chartsOf(app, amount) {
  return Array.from({ length: amount }, (_, index) => new Chart(app, `team-${index}`, { namespace: `team-${index}` }));
}

export function addRollouts(scopes, amount) {
  for (let index = 0; index < amount; index++) {
    new CanaryRollout(scopes[index % scopes.length], `service-${index}`, {
      containers: [{ image: `registry.example/service-${index}:1.4.2`, portNumber: 8080 }],
      replicas: 5,
      ramp: Ramp.stages([20, 40, 60, 80], { hold: Duration.minutes(5) }),
      analyses: [
        Analysis.successRate({ atLeast: 99 }),
        Analysis.latency({ percentile: 95, atMost: Duration.millis(500) }),
      ],
    });
  }
}

/** `manifests` holds a list for each chart. */
export function addRaw(scopes, manifests) {
  scopes.forEach((scope, chart) => manifests[chart].forEach((manifest, index) => new ApiObject(scope, `object-${index}`, manifest)));
}

/** Somebody else's objects, which change each time they are rendered. */
export function addDeployments(scopes) {
  for (const scope of scopes) {
    new Deployment(scope, 'worker', { containers: [{ image: 'registry.example/worker:1.0.0', portNumber: 8080 }], spread: true });
  }
}
