import { Analysis, QueryScope, Telemetry } from 'rolloutkit';
import { checkout, checkoutManifests, metricOf, synthesize } from '../render';

const few = { minimumRequests: 0 };
const telemetry = Telemetry.grpcServer();
const pods = 'namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+"';
const bad = '(?i)unknown|deadline_?exceeded|unimplemented|internal|unavailable|data_?loss';
const query = (analysis: Analysis): string =>
  metricOf(checkoutManifests({ analyses: [analysis] }), `checkout-${analysis.analysisName}`, analysis.analysisName).provider.prometheus.query;

test('calls that ended well are those that the server did not fail', () => {
  expect(query(Analysis.successRate({ ...few, telemetry }))).toBe([
    `100 * (1 - (sum(rate(grpc_server_handled_total{${pods},grpc_code=~"${bad}"}[2m])) or vector(0))`,
    `  / sum(rate(grpc_server_handled_total{${pods}}[2m])))`,
  ].join('\n'));
});

test.each([
  ['fails', ['Unknown', 'DeadlineExceeded', 'Unimplemented', 'Internal', 'Unavailable', 'DataLoss'], true],
  ['answers', ['OK', 'Canceled', 'InvalidArgument', 'NotFound', 'AlreadyExists', 'PermissionDenied', 'ResourceExhausted', 'FailedPrecondition', 'Aborted', 'OutOfRange', 'Unauthenticated'], false],
])('the server %s with %p, in either spelling', (_, codes, isBad) => {
  const pattern = new RegExp(`^(?:${bad.replace('(?i)', '')})$`, 'i');
  const shouted = codes.map(code => code.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase());
  expect([...codes, ...shouted].filter(code => pattern.test(code) !== isBad)).toEqual([]);
});

test('a stream lasts as long as somebody listens, so only other calls are timed', () => {
  const unary = `${pods},grpc_type="unary"`;
  expect(query(Analysis.latency({ minimumRequests: 7, telemetry }))).toBe([
    `1000 * histogram_quantile(0.95, sum by (le) (rate(grpc_server_handling_seconds_bucket{${unary}}[2m])))`,
    `and sum(increase(grpc_server_handling_seconds_count{${unary}}[2m])) >= 7`,
  ].join('\n'));
  expect(query(Analysis.latency({ ...few, telemetry, scope: QueryScope.everything() }))).toContain('grpc_server_handling_seconds_bucket{grpc_type="unary"}');
});

test('labels may have other names', () => {
  const own = Telemetry.grpcServer({ codeLabel: 'code', podLabel: 'pod_name', namespaceLabel: 'ns' });
  expect(query(Analysis.errorRate({ ...few, telemetry: own }))).toContain(`{ns="{{args.namespace}}",pod_name=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+",code=~"${bad}"}`);
});

test('Prometheus can read it: nothing is said of its queries', () => {
  expect(synthesize(chart => { checkout(chart, { telemetry, analyses: [Analysis.successRate(), Analysis.errorRate(), Analysis.latency()] }); }).words).toBe('');
});

test('fails on a label that is none', () => {
  expect(() => Telemetry.grpcServer({ codeLabel: 'grpc-code' })).toThrow('Telemetry.grpcServer: codeLabel: must be a Prometheus label name, got "grpc-code"');
});
