import * as fc from 'fast-check';
import { call, duration, flag, labels, list, maybe, mostly, name, number, object, oneOf } from './grammar';
import type { Piece } from './grammar';

/* What is asked and done: analyses, actions, gates and hooks. */

const telemetry: Piece = fc.oneof(
  call('Telemetry.httpRequests', object({ scrapeInterval: maybe(duration), podLabel: maybe(name('pod')) })),
  oneOf(
    'Telemetry.istio()', 'Telemetry.linkerd()', 'Telemetry.openTelemetry()', 'Telemetry.envoy({ cluster: \'local_app\' })', 'Telemetry.contour()',
    'Telemetry.traefik()', 'Telemetry.envoy({ cluster: \'{namespace}/{service}\' })',
  ),
  oneOf('Telemetry.nginxIngress()', 'Telemetry.custom({ requests: \'app_requests_total\', errors: \'code=~"5.."\', duration: \'app_seconds\' })'),
);

export const source: Piece = fc.oneof(
  call('new PrometheusSource', object({ address: maybe(mostly(oneOf('\'http://prom.monitoring:9090\''), oneOf('\'not an address\'')), 0.8), timeout: maybe(duration) })),
  oneOf(
    'new DatadogSource({ secret: SecretReference.named(\'datadog\') })', 'new NewRelicSource()', 'new GraphiteSource({ address: \'http://graphite\' })',
    'new InfluxDbSource()', 'new WavefrontSource({ address: \'https://example.wavefront.com\' })', 'new CloudWatchSource()',
    'new PluginSource({ name: \'argoproj-labs/sample\' })',
  ),
);

const noData: Piece = fc.oneof(call('NoData.hold', object({ atMost: maybe(duration) })), oneOf('NoData.reject()', 'NoData.accept()'));

const common = {
  name: maybe(name('checked', 'success-rate', 'latency'), 0.15),
  window: maybe(duration, 0.1),
  interval: maybe(duration, 0.1),
  initialDelay: maybe(duration, 0.1),
  failureLimit: maybe(number(0, 5), 0.1),
  consecutiveSuccesses: maybe(number(1, 5), 0.1),
  inconclusiveLimit: maybe(number(0, 5), 0.05),
  keptMeasurements: maybe(number(1, 50), 0.05),
  minimumRequests: maybe(number(0, 500), 0.1),
  noData: maybe(noData, 0.1),
  toleratedOutage: maybe(duration, 0.1),
  scope: maybe(oneOf('QueryScope.canary()', 'QueryScope.service()', 'QueryScope.everything()'), 0.1),
  telemetry: maybe(telemetry, 0.05),
  source: maybe(source, 0.05),
};

const queries = mostly(
  oneOf('\'sum(rate(orders_total{pod=~"{{args.rollout}}-{{args.canary-hash}}-.*"}[5m]))\'', '\'probe_success{instance="http://checkout"}\''),
  oneOf('\'avg:errors{version:{{args.canary-hash}}}\'', '\'sum(rate(\'', '\'\'', '\'up{pod=~"{{args.nobody}}"}\''), 0.1,
);
const conditions = mostly(
  oneOf('\'len(result) > 0 && result[0] >= 0.95\'', '\'result[0] <= 500\''), oneOf('\'result >=\'', '\'default(result, 0) < 10\'', '\'result[0] > 1 and\''), 0.1,
);

const custom = call('Analysis.custom', fc.oneof(
  object({ ...common, name: name('orders', 'probe'), query: queries, atLeast: maybe(number(0, 100), 0.9), atMost: maybe(number(0, 100), 0.05) }),
  object({
    ...common,
    name: name('orders', 'probe'),
    query: queries,
    successCondition: maybe(conditions, 0.95),
    failureCondition: maybe(conditions, 0.4),
    count: maybe(number(1, 20), 0.5),
  }),
));

const saturation: Piece = oneOf(...['cpuOfRequests', 'cpuOfLimits', 'memoryOfRequests', 'memoryOfLimits', 'throttledCpu', 'memoryGrowth'].map(of => `Saturation.${of}()`));

const comparison: Piece = fc.oneof(
  call('Comparison.errorRate', object({ atMostAbove: maybe(mostly(number(0, 10), oneOf('-1')), 0.5) })),
  call('Comparison.successRate', object({ atMostBelow: maybe(mostly(number(0, 10), oneOf('101')), 0.5) })),
  call('Comparison.latency', object({ percentile: maybe(number(50, 99), 0.3), atMostTimes: maybe(mostly(number(1, 3), oneOf('0.5')), 0.3), atMostAbove: maybe(oneOf('Duration.millis(50)'), 0.2) })),
);

export const analysis: Piece = fc.oneof(
  { weight: 3, arbitrary: call('Analysis.successRate', object({ ...common, atLeast: maybe(mostly(number(50, 100), oneOf('0.99', '101')), 0.3) })) },
  { weight: 3, arbitrary: call('Analysis.errorRate', object({ ...common, atMost: maybe(mostly(number(0, 20), oneOf('0.5', '-3', '101')), 0.3) })) },
  { weight: 3, arbitrary: call('Analysis.latency', object({ ...common, percentile: maybe(number(50, 99), 0.2), atMost: maybe(oneOf('Duration.millis(300)', 'Duration.seconds(2)'), 0.3) })) },
  { weight: 2, arbitrary: custom },
  { weight: 1, arbitrary: call('Analysis.requestRate', object({ ...common, atLeast: maybe(number(0, 50), 0.8), atMost: maybe(number(0, 500), 0.2) })) },
  { weight: 1, arbitrary: call('Analysis.saturation', object({ ...common, of: saturation, atMost: maybe(mostly(number(1, 200), oneOf('0')), 0.3), containerName: maybe(name('app', 'main'), 0.2) })) },
  { weight: 1, arbitrary: call('Analysis.restarts', object({ ...common, atMost: maybe(number(0, 5), 0.3), onlyOutOfMemory: maybe(flag, 0.3) })) },
  { weight: 1, arbitrary: call('Analysis.baseline', object({ ...common, of: comparison })) },
);

/** What is looked for in an answer, mostly where it is. */
const answers = {
  jsonPath: maybe(mostly(oneOf('\'{$.state}\''), oneOf('\'{$}\'', '\'{$[\'')), 0.15),
  successCondition: maybe(oneOf('\'result == "approved"\'', '\'result > 1\''), 0.1),
  failureCondition: maybe(oneOf('\'result == "refused"\''), 0.05),
};

const action: Piece = fc.oneof(
  call('Action.job', object({
    name: name('smoke-test', 'warm-up'),
    containers: mostly(oneOf('[{ image: \'registry.example/test:1\' }]', '[{ image: \'registry.example/test:1\', args: [\'{{args.canary-service}}\'] }]'), oneOf('[]')),
    initialDelay: maybe(duration, 0.1),
    args: maybe(list(arg(), 1, 2), 0.1),
  })),
  call('Action.http', object({
    name: maybe(name('approved', 'notify'), 0.8),
    url: mostly(oneOf('\'http://approvals.tools/check\'', '\'https://hooks.example.com/{{args.rollout}}\''), oneOf('\'nowhere\'')),
    method: maybe(oneOf('HttpMethod.GET', 'HttpMethod.POST', 'HttpMethod.PUT'), 0.4),
    headers: maybe(oneOf('{ Accept: \'application/json\' }'), 0.2),
    secretHeaders: maybe(oneOf('{ Authorization: SecretReference.named(\'token\') }'), 0.2),
    body: maybe(oneOf('\'hello\''), 0.1),
    json: maybe(mostly(oneOf('\'{"release": "{{args.rollout}}"}\''), oneOf('\'[1]\'', '\'{\''), 0.2), 0.15),
    ...answers,
    timeout: maybe(duration, 0.1),
    insecure: maybe(flag, 0.1),
    retries: maybe(number(0, 5), 0.1),
  })),
);

function arg(): Piece {
  return oneOf(
    'Arg.value(\'service\', \'checkout\')', 'Arg.canaryHash(\'version\')', 'Arg.stableHash(\'old\')', 'Arg.field(\'team\', \'metadata.namespace\')',
    'Arg.secret(\'token\', \'keys\', \'token\')', 'Arg.required(\'region\')', 'Arg.value(\'canary-hash\', \'mine\')',
  );
}

const asking = object({
  args: maybe(list(arg(), 1, 2), 0.08),
  dryRun: maybe(flag, 0.1),
  keptMeasurements: maybe(number(1, 50), 0.08),
  runMetadata: maybe(fc.oneof(object({ labels }), object({ annotations: labels })), 0.08),
});

const asked = fc.oneof({ weight: 5, arbitrary: analysis }, { weight: 1, arbitrary: action });

export const gate: Piece = fc.oneof(
  call('Gate.throughout', analysis, asking),
  call('Gate.eachStage', asked, asking),
  call('Gate.atStage', oneOf('20', '50', '25', '100', '0'), asked, asking),
  call('Gate.beforePromotion', asked, asking),
  call('Gate.afterPromotion', asked, asking),
);

export const hook: Piece = fc.oneof(...['beforeTraffic', 'duringTraffic', 'beforePromotion', 'afterPromotion', 'onRollback'].map(moment => call(`Hook.${moment}`, action)));

export const anyTelemetry = telemetry;
