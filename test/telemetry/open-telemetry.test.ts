import { Duration } from 'cdk8s';
import { Analysis, Protocol, Telemetry } from 'rolloutkit';
import { queryOf, refusalOf, saidOf } from './dialects';

const telemetry = Telemetry.openTelemetry();
const pods = 'k8s_namespace_name="{{args.namespace}}",k8s_pod_name=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+"';
const count = 'http_server_request_duration_seconds_count';

test('one histogram counts as well; a request without an answer is a bad one where an error is told', () => {
  expect(queryOf(telemetry, Analysis.errorRate)).toBe([
    `100 * ((sum(rate(${count}{${pods},http_response_status_code=~"5.."}[4m]) or rate(${count}{${pods},http_response_status_code="",error_type!=""}[4m])) or vector(0))`,
    `  / sum(rate(${count}{${pods}}[4m])))`,
  ].join('\n'));
});

test('times become milliseconds', () => {
  expect(queryOf(telemetry, Analysis.latency)).toBe(
    `1000 * histogram_quantile(0.95, sum by (le) (rate(http_server_request_duration_seconds_bucket{${pods}}[4m])))`);
});

test('where Prometheus reads the pods itself, labels and times are its own', () => {
  const scraped = Telemetry.openTelemetry({ podLabel: 'pod', namespaceLabel: 'namespace', scrapeInterval: Duration.seconds(15) });
  expect(queryOf(scraped, Analysis.successRate)).toContain(`${count}{namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+"}[1m]`);
});

test('Prometheus can read it: nothing is said of its queries', () => {
  expect(saidOf(telemetry)).toBe('');
});

test('fails for gRPC, which these conventions do not count', () => {
  expect(refusalOf(telemetry, { protocol: Protocol.grpc() })[0]).toContain('analyses[0].telemetry: cannot be Telemetry.openTelemetry where protocol is Protocol.grpc()');
});
