import { Analysis, Catastrophe, ExperimentVersion, NginxTraffic, Protocol, QueryScope, Step, Telemetry, TraefikTraffic } from 'rolloutkit';
import { queryOf, refusalOf, saidOf } from './dialects';
import { checkout, findingsOf } from '../render';

const telemetry = Telemetry.traefik();
const traffic = new TraefikTraffic({ hosts: ['shop.example.com'] });
const named = (service: string) =>
  `service=~"({{args.namespace}}-${service}-[0-9]+@kubernetes(crd)?|(http|grpc)route-.+-svc-{{args.namespace}}-${service}-[0-9]+@kubernetesgateway)"`;
const canary = named('{{args.canary-service}}');

test('the canary is the Service behind the weighted one; codes of HTTP and gRPC stand in one label', () => {
  expect(queryOf(telemetry, Analysis.errorRate, { traffic })).toBe([
    `100 * ((sum(rate(traefik_service_requests_total{${canary},code=~"5..|2|4|12|13|14|15"}[2m])) or vector(0))`,
    `  / sum(rate(traefik_service_requests_total{${canary}}[2m])))`,
  ].join('\n'));
  expect(queryOf(telemetry, Analysis.latency, { traffic })).toBe(
    `1000 * histogram_quantile(0.95, sum by (le) (rate(traefik_service_request_duration_seconds_bucket{${canary}}[2m])))`);
});

test('the service is both of them', () => {
  const ofService = queryOf(telemetry, options => Analysis.errorRate({ ...options, scope: QueryScope.service() }), { traffic });
  expect(ofService).toContain(named('({{args.canary-service}}|{{args.stable-service}})'));
});

test('a port has a name where the route names it, and the label another where the scrape has taken it', () => {
  expect(queryOf(Telemetry.traefik({ portName: 'http', serviceLabel: 'exported_service' }), Analysis.errorRate, { traffic }))
    .toContain('{exported_service=~"({{args.namespace}}-{{args.canary-service}}-http@kubernetes(crd)?|');
});

test('calls of gRPC may be asked about, and Prometheus can read it', () => {
  expect(refusalOf(telemetry, { traffic, protocol: Protocol.grpc() }).filter(line => line.includes('telemetry'))).toEqual([]);
  expect(saidOf(telemetry, { traffic })).toBe('');
});

test.each([
  ['no router', {}, 'no router'],
  ['another', { traffic: new NginxTraffic({ hosts: ['shop.example.com'] }) }, 'nginx'],
])('fails behind %s', (_, props, router) => {
  const line = `[test/checkout] analyses[0].telemetry: Telemetry.traefik tells the canary from the stable version only behind traefik or gatewayApi, and this rollout has ${router}; `
    + 'use Telemetry.httpRequests() or Telemetry.custom(), or split the traffic with that router';
  expect(refusalOf(telemetry, props)).toEqual([line]);
  expect(refusalOf(telemetry, props, QueryScope.service())).toEqual([]);
});

test('fails where nothing is asked and a catastrophe is looked for', () => {
  const lines = findingsOf(chart => { checkout(chart, { telemetry, analyses: [], catastrophe: Catastrophe.above() }); });
  expect(lines.map(line => line.split(',')[0])).toEqual([
    '[test/checkout] telemetry: Telemetry.traefik tells the canary from the stable version only behind traefik or gatewayApi',
  ]);
});

test('fails in a stage and in a step as well', () => {
  const errors = Analysis.errorRate({ telemetry });
  expect(findingsOf(chart => { checkout(chart, { steps: [Step.weight(20), Step.analyze([errors]), Step.approval()] }); }).map(line => line.split(':')[0])).toEqual([
    '[test/checkout] steps[1].analyses[0].telemetry',
  ]);
});

test('fails in an experiment, whose pods are behind other Services', () => {
  const variants = [{ name: 'canary', version: ExperimentVersion.CANARY }];
  const steps = (asked: Telemetry) => [
    Step.weight(20), Step.experiment({ variants, analyses: [Analysis.errorRate({ telemetry: asked })] }), Step.approval(),
  ];
  expect(findingsOf(chart => { checkout(chart, { traffic, steps: steps(telemetry) }); })).toEqual([
    '[test/checkout] steps[1].analyses[0].telemetry: Telemetry.traefik tells the versions apart by their Services, and the pods of an experiment stand behind '
    + 'neither of the rollout\'s; use Telemetry.httpRequests() or Telemetry.custom(), which know the pods',
  ]);
  expect(findingsOf(chart => { checkout(chart, { traffic, steps: steps(Telemetry.istio()) }); })).toEqual([]);
});

test('fails on a port that is none', () => {
  expect(() => Telemetry.traefik({ portName: '80' })).toThrow('Telemetry.traefik: portName: must be the name of a port of a Service, got "80"; write for example "http", or leave it out where the route names a number');
});
