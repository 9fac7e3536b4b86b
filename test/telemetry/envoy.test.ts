import { Analysis, AlbTraffic, GatewayApiTraffic, IstioTraffic, QueryScope, Telemetry } from 'rolloutkit';
import { queryOf, refusalOf, saidOf } from './dialects';

const gateway = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
const edge = Telemetry.envoy({ cluster: '{namespace}/{service}/[0-9]+' });
const beside = Telemetry.envoy({ cluster: 'local_app' });

const errorsOf = (matchers: string) => [
  `100 * ((sum(rate(envoy_cluster_upstream_rq_xx{${matchers},envoy_response_code_class="5"}[2m])) or vector(0))`,
  `  / sum(rate(envoy_cluster_upstream_rq_xx{${matchers}}[2m])))`,
].join('\n');
const latencyOf = (matchers: string) => `histogram_quantile(0.95, sum by (le) (rate(envoy_cluster_upstream_rq_time_bucket{${matchers}}[2m])))`;

describe('an Envoy before both versions', () => {
  test('has a cluster for each Service, named as somebody says', () => {
    expect(queryOf(edge, Analysis.errorRate, { traffic: gateway })).toBe(errorsOf('envoy_cluster_name=~"{{args.namespace}}/{{args.canary-service}}/[0-9]+"'));
    expect(queryOf(Telemetry.envoy({ cluster: '{service}', clusterLabel: 'cluster' }), Analysis.latency, { traffic: gateway }))
      .toBe(latencyOf('cluster=~"{{args.canary-service}}"'));
  });

  test('fails behind a router that is no Envoy, unless both versions are meant', () => {
    const traffic = new AlbTraffic({ hosts: ['shop.example.com'] });
    expect(refusalOf(edge, { traffic })[0]).toContain('analyses[0].telemetry: Telemetry.envoy tells the canary from the stable version only behind');
    expect(refusalOf(edge, { traffic }, QueryScope.service()).filter(line => line.includes('telemetry'))).toEqual([]);
  });
});

describe('an Envoy in each pod', () => {
  test('is known by its pod, and by the cluster that leads to the application', () => {
    const canary = 'namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+",envoy_cluster_name=~"local_app"';
    expect(queryOf(beside, Analysis.errorRate)).toBe(errorsOf(canary));
    expect(queryOf(beside, Analysis.latency)).toBe(latencyOf(canary));
  });

  test('needs no router, and Prometheus can read it', () => {
    expect(refusalOf(beside)).toEqual([]);
    expect(saidOf(beside)).toBe('');
  });
});

describe('where no Service is always that of one version', () => {
  test('fails to be asked by Services that take turns', () => {
    const traffic = new IstioTraffic({ hosts: ['checkout'] });
    expect(refusalOf(edge, { traffic, pingPong: true })).toEqual([
      '[test/checkout] analyses[0].telemetry: Telemetry.envoy tells the versions apart by their Services, and with pingPong no Service is always that of one version; '
      + 'use Telemetry.httpRequests() or Telemetry.custom(), which know the pods, or drop pingPong',
    ]);
    expect(refusalOf(edge, { traffic, pingPong: true }, QueryScope.service())).toEqual([]);
    expect(refusalOf(beside, { traffic, pingPong: true })).toEqual([]);
  });

  test('fails to be asked by one Service for both', () => {
    const traffic = new IstioTraffic({ hosts: ['checkout'], subsets: true });
    expect(refusalOf(edge, { traffic })).toEqual([
      '[test/checkout] analyses[0]: asks the Service of the canary, and behind istio with subsets both versions stand behind one Service; '
      + 'ask something that knows the canary by its pods, or leave the subsets out',
    ]);
    expect(refusalOf(edge, { traffic }, QueryScope.service())).toEqual([]);
    expect(refusalOf(beside, { traffic })).toEqual([]);
  });
});

test.each([
  ['nothing', ''],
  ['a name in braces that nobody knows', '{port}'],
  ['a quote', 'a"b'],
  ['half an expression', '{service}('],
])('fails on a cluster that is %s', (_, cluster) => {
  expect(() => Telemetry.envoy({ cluster })).toThrow(`Telemetry.envoy: cluster: must be a regular expression with no other names in braces than {namespace} and {service}, got ${JSON.stringify(cluster)}; write for example`);
});
