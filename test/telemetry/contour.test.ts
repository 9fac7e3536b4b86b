import { Analysis, ContourTraffic, GatewayApiTraffic, Telemetry } from 'rolloutkit';
import { queryOf, refusalOf, saidOf } from './dialects';

const telemetry = Telemetry.contour();
const traffic = new ContourTraffic({ host: 'shop.example.com' });
const canary = 'envoy_cluster_name=~"{{args.namespace}}_{{args.canary-service}}_[0-9]+"';

test('clusters are called by namespace, Service and port', () => {
  expect(queryOf(telemetry, Analysis.errorRate, { traffic })).toBe([
    `100 * ((sum(rate(envoy_cluster_upstream_rq_xx{${canary},envoy_response_code_class="5"}[2m])) or vector(0))`,
    `  / sum(rate(envoy_cluster_upstream_rq_xx{${canary}}[2m])))`,
  ].join('\n'));
  expect(queryOf(telemetry, Analysis.latency, { traffic })).toBe(
    `histogram_quantile(0.95, sum by (le) (rate(envoy_cluster_upstream_rq_time_bucket{${canary}}[2m])))`);
});

test('it may be what stands behind the Gateway API, and Prometheus can read it', () => {
  expect(refusalOf(telemetry, { traffic: new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' }) })).toEqual([]);
  expect(saidOf(telemetry, { traffic })).toBe('');
});

test('fails without a router', () => {
  expect(refusalOf(telemetry)).toEqual([
    '[test/checkout] analyses[0].telemetry: Telemetry.contour tells the canary from the stable version only behind contour or gatewayApi or plugin, '
    + 'and this rollout has no router; use Telemetry.httpRequests() or Telemetry.custom(), or split the traffic with that router',
  ]);
});
