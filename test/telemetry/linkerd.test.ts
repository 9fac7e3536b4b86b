import { Analysis, Telemetry } from 'rolloutkit';
import { queryOf, refusalOf, saidOf } from './dialects';

const telemetry = Telemetry.linkerd();
const pods = 'namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+",direction="inbound",target_port!="4191",route_name!="probe"';

test('the proxy says what failed, and its own port and probes are left out', () => {
  expect(queryOf(telemetry, Analysis.successRate)).toBe([
    `100 * (1 - (sum(rate(response_total{${pods},classification="failure"}[2m])) or vector(0))`,
    `  / sum(rate(response_total{${pods}}[2m])))`,
  ].join('\n'));
});

test('times are milliseconds already', () => {
  expect(queryOf(telemetry, Analysis.latency)).toBe(`histogram_quantile(0.95, sum by (le) (rate(response_latency_ms_bucket{${pods}}[2m])))`);
});

test('pods are known without a router, and Prometheus can read it', () => {
  expect(refusalOf(telemetry)).toEqual([]);
  expect(saidOf(telemetry)).toBe('');
});

test('fails on a label that is none', () => {
  expect(() => Telemetry.linkerd({ namespaceLabel: '' })).toThrow('Telemetry.linkerd: namespaceLabel: must be a Prometheus label name, got ""');
});
