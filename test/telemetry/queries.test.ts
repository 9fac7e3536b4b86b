import { Duration } from 'cdk8s';
import { Analysis, NginxTraffic, QueryScope, Telemetry } from 'rolloutkit';
import type { AnalysisOptions } from 'rolloutkit';
import { checkout, checkoutManifests, findingsOf, manifestsOf, metricOf, named } from '../render';

const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
const metric = (analysis: Analysis) => metricOf(checkoutManifests({ traffic, analyses: [analysis] }), `checkout-${analysis.analysisName}`, analysis.analysisName);
const query = (analysis: Analysis): string => metric(analysis).provider.prometheus.query;
const few = { minimumRequests: 0 };
const pods = 'namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+"';

describe('the question becomes a query over the canary\'s own pods', () => {
  test('success rate: what is not bad, so that a canary of nothing but errors has 0 %', () => {
    expect(query(Analysis.successRate(few))).toBe([
      `100 * (1 - (sum(rate(http_requests_total{${pods},status=~"5.."}[2m])) or vector(0))`,
      `  / sum(rate(http_requests_total{${pods}}[2m])))`,
    ].join('\n'));
  });

  test('error rate: without bad requests 0 %, without requests no answer', () => {
    expect(query(Analysis.errorRate(few))).toBe([
      `100 * ((sum(rate(http_requests_total{${pods},status=~"5.."}[2m])) or vector(0))`,
      `  / sum(rate(http_requests_total{${pods}}[2m])))`,
    ].join('\n'));
  });

  test('latency: a quantile in milliseconds', () => {
    expect(query(Analysis.latency({ ...few, percentile: 99.9 }))).toBe(
      `1000 * histogram_quantile(0.999, sum by (le) (rate(http_request_duration_seconds_bucket{${pods}}[2m])))`);
  });

  test('fewer requests than the minimum are no answer', () => {
    expect(query(Analysis.latency({ minimumRequests: 7 }))).toMatch(/\nand sum\(increase\(http_request_duration_seconds_count\{.*\}\[2m\]\)\) >= 7$/);
  });
});

describe('whose requests', () => {
  const scoped = (scope: QueryScope) => query(Analysis.errorRate({ ...few, scope }));

  test('of the service: of both versions', () => {
    expect(scoped(QueryScope.service())).toContain('http_requests_total{namespace="{{args.namespace}}",pod=~"{{args.rollout}}-[a-z0-9]+-[a-z0-9]+"}');
  });

  test('of everything: without a selector', () => {
    expect(scoped(QueryScope.everything())).toContain('sum(rate(http_requests_total[2m]))');
  });

  test('is written to the template when it is not the canary, so that nobody has to guess', () => {
    const scopes = [QueryScope.canary(), QueryScope.service(), QueryScope.everything()].map(scope =>
      named(checkoutManifests({ analyses: [Analysis.errorRate({ scope })] }), 'AnalysisTemplate', 'checkout-error-rate').metadata.annotations);
    expect(scopes).toEqual([undefined, { 'rolloutkit.dev/scope': 'service' }, { 'rolloutkit.dev/scope': 'everything' }]);
  });
});

describe('what it is written against', () => {
  const against = (telemetry: Telemetry, options: AnalysisOptions = few) => query(Analysis.errorRate({ ...options, telemetry }));

  test('an application with labels of its own', () => {
    const telemetry = Telemetry.httpRequests({ statusLabel: 'code', podLabel: 'pod_name', namespaceLabel: 'ns' });
    expect(against(telemetry)).toContain('{ns="{{args.namespace}}",pod_name=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+",code=~"5.."}');
  });

  test('an application with metrics of its own', () => {
    const telemetry = Telemetry.custom({ requests: 'shop_total', errors: 'outcome="bad"', duration: 'shop_ms', durationInMillis: true });
    expect(against(telemetry)).toContain(`shop_total{${pods},outcome="bad"}`);
    expect(query(Analysis.latency({ ...few, telemetry }))).toBe(`histogram_quantile(0.95, sum by (le) (rate(shop_ms_bucket{${pods}}[2m])))`);
  });

  test('ingress-nginx, which knows the canary by its Service', () => {
    expect(against(Telemetry.nginxIngress())).toContain(
      'nginx_ingress_controller_requests{namespace="{{args.namespace}}",service="{{args.stable-service}}",canary=~"{{args.namespace}}-{{args.canary-service}}-.+",status=~"5.."}');
  });

  test('a slower scrape is written to the template, and makes the window longer', () => {
    const telemetry = Telemetry.httpRequests({ scrapeInterval: Duration.minutes(1) });
    const manifests = checkoutManifests({ analyses: [Analysis.errorRate({ telemetry })] });
    expect(named(manifests, 'AnalysisTemplate', 'checkout-error-rate').metadata.annotations).toEqual({ 'rolloutkit.dev/scrape-interval': '1m' });
    expect(metricOf(manifests, 'checkout-guard', 'error-rate').provider.prometheus.query).toContain('[4m]');
  });

  test('fails for ingress-nginx when another router, or none, splits the traffic', () => {
    expect(findingsOf(chart => checkout(chart, { analyses: [Analysis.errorRate({ telemetry: Telemetry.nginxIngress() })] })).map(line => line.split(',')[0])).toEqual([
      '[test/checkout] analyses[0].telemetry: Telemetry.nginxIngress tells the canary from the stable version only behind nginx',
    ]);
  });

  test('without a namespace the rollout\'s own is supplied when the analysis runs', () => {
    const manifests = manifestsOf(chart => { checkout(chart, { analyses: [Analysis.errorRate()] }); }, {});
    const { args } = named(manifests, 'Rollout', 'checkout').spec.strategy.canary.analysis;
    expect(args).toContainEqual({ name: 'namespace', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } });
  });
});

describe('impossible telemetry fails at once', () => {
  const metrics = { requests: 'shop_total', errors: 'code=~"5.."', duration: 'shop_seconds' };
  test.each<[string, () => unknown, string]>([
    ['a label that is none', () => Telemetry.httpRequests({ podLabel: 'pod-name' }), 'Telemetry.httpRequests: podLabel: must be a Prometheus label name, got "pod-name"; write the name of the label alone, such as "pod"'],
    ['a scrape in no time', () => Telemetry.nginxIngress({ scrapeInterval: Duration.seconds(0) }), 'Telemetry.nginxIngress: scrapeInterval: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second'],
    ['a counter with labels', () => Telemetry.custom({ ...metrics, requests: 'shop{a="b"}' }), 'Telemetry.custom: requests: must be the name of a metric alone, got "shop{a=\\"b\\"}"; leave out braces, labels and functions'],
    ['a histogram of nothing', () => Telemetry.custom({ ...metrics, duration: '' }), 'Telemetry.custom: duration: must be the name of a metric alone, got ""; leave out braces, labels and functions'],
    ['errors that are no matcher', () => Telemetry.custom({ ...metrics, errors: '5..' }), 'Telemetry.custom: errors: must be a label matcher, got "5.."; write for example code=~"5.."'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });
});
