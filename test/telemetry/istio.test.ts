import { Analysis, IstioTraffic, QueryScope, Telemetry } from 'rolloutkit';
import { queryOf, refusalOf, saidOf } from './dialects';

const telemetry = Telemetry.istio();
const pods = 'namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+",reporter="destination"';

test('a request went wrong by its HTTP status or by its gRPC status, and counts once', () => {
  expect(queryOf(telemetry, Analysis.errorRate)).toBe([
    `100 * ((sum(rate(istio_requests_total{${pods},response_code=~"5.."}[2m]) or rate(istio_requests_total{${pods},grpc_response_status=~"2|4|12|13|14|15"}[2m])) or vector(0))`,
    `  / sum(rate(istio_requests_total{${pods}}[2m])))`,
  ].join('\n'));
});

test('times are milliseconds already', () => {
  expect(queryOf(telemetry, Analysis.latency)).toBe(
    `histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket{${pods}}[2m])))`);
});

test('what the caller reports is never counted, not even in everything', () => {
  expect(queryOf(telemetry, options => Analysis.successRate({ ...options, scope: QueryScope.everything() }))).toContain('istio_requests_total{reporter="destination"}');
});

test.each([
  ['without a router', {}],
  ['behind Istio with a Service for each version', { traffic: new IstioTraffic({ hosts: ['checkout'] }) }],
  ['behind Istio with subsets of one Service', { traffic: new IstioTraffic({ hosts: ['checkout'], subsets: true }) }],
])('pods are known %s', (_, props) => {
  expect(refusalOf(telemetry, props)).toEqual([]);
});

test('Prometheus can read it: nothing is said of its queries', () => {
  expect(saidOf(telemetry)).toBe('');
});

test('labels may have other names', () => {
  expect(queryOf(Telemetry.istio({ podLabel: 'pod_name', namespaceLabel: 'ns' }), Analysis.errorRate)).toContain('{ns="{{args.namespace}}",pod_name=~');
});

test('fails on a label that is none', () => {
  expect(() => Telemetry.istio({ podLabel: 'pod-name' })).toThrow('Telemetry.istio: podLabel: must be a Prometheus label name, got "pod-name"; write the name of the label alone, such as "pod"');
});
