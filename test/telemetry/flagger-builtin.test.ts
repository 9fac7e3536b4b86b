import { Telemetry } from 'rolloutkit';
import { kept, readSample } from './exposition';
import type { Series } from './exposition';
import { instrumentations } from './instrumentations';
import { selectorsIn, takes } from './selectors';

/*
 * Flagger's own questions, as pkg/metrics/observers of version 1.44 has them, about the rollout of the samples: first those that are
 * good, then all of them, then how long they take.
 */
const questions: Readonly<Record<string, readonly string[]>> = {
  contour: [
    'envoy_cluster_upstream_rq{envoy_cluster_name=~"shop_checkout-canary_[0-9a-zA-Z-]+",envoy_response_code!~"5.*"}[5m]',
    'envoy_cluster_upstream_rq{envoy_cluster_name=~"shop_checkout-canary_[0-9a-zA-Z-]+"}[5m]',
    'envoy_cluster_upstream_rq_time_bucket{envoy_cluster_name=~"shop_checkout-canary_[0-9a-zA-Z-]+"}[5m]',
  ],
  nginxIngress: [
    'nginx_ingress_controller_requests{namespace="shop",ingress="checkout",canary!="",status!~"5.*"}[5m]',
    'nginx_ingress_controller_requests{namespace="shop",ingress="checkout",canary!=""}[5m]',
  ],
};

const linkerd = 'response_total{namespace="shop",deployment=~"checkout",direction="inbound"}[5m]';

test('two telemetries ask what Flagger asks by itself, of the time that requests take one of them', () => {
  const builtin = instrumentations.map(({ telemetry: { telemetryName, _dialect } }) => [telemetryName, _dialect.flaggerBuiltin]);
  expect(builtin.filter(([, found]) => found !== undefined)).toEqual([
    ['nginxIngress', { provider: 'nginx', latency: false }], ['contour', { provider: 'contour', latency: true }],
  ]);
});

test('nothing does under another name of the label of the namespace', () => {
  expect(Telemetry.nginxIngress({ namespaceLabel: 'exported_namespace' })._dialect.flaggerBuiltin).toBeUndefined();
});

describe.each(Object.entries(questions))('%s', (sample, texts) => {
  const { requests, duration } = instrumentations.find(each => each.sample === sample)!;
  const sections = readSample(sample);
  const [good, all, times] = selectorsIn(texts.join(' '));
  const taken = (selector: typeof good, of: string) => sections.flatMap(({ who, outcome, target, series }) => series
    .filter(({ metric }) => metric === of).map(byCode).filter(each => takes(selector, each.metric, kept(each, target))).map(() => `${who} ${outcome}`));

  test('it takes the requests to the canary, and of them those that are good', () => {
    expect(new Set(taken(all, requests))).toEqual(new Set(['canary good', 'canary bad']));
    expect(new Set(taken(good, requests))).toEqual(new Set(['canary good']));
    const ofCanary = sections.filter(({ who }) => who === 'canary').flatMap(({ series }) => series.filter(({ metric }) => metric === requests));
    expect(taken(all, requests)).toHaveLength(ofCanary.length);
  });

  if (times !== undefined) {
    test('it takes the time of those requests', () => {
      expect(new Set(taken(times, `${duration}_bucket`).map(each => each.split(' ')[0]))).toEqual(new Set(['canary']));
    });
  }
});

test('fails to be the same for Linkerd, where Flagger counts what nobody asked the application', () => {
  const [all] = selectorsIn(linkerd);
  const taken = readSample('linkerd').flatMap(({ who, target, series }) => series
    .filter(each => takes(all, each.metric, { ...kept(each, target), deployment: 'checkout' })).map(() => who));
  expect(taken).toContain('nobody');
});

/** Envoy counts an answer by its code as well as by the class of it, and the sample has the latter. */
function byCode(series: Series): Series {
  const { envoy_response_code_class: kind, ...labels } = series.labels;
  return kind === undefined ? series : { ...series, metric: 'envoy_cluster_upstream_rq', labels: { ...labels, envoy_response_code: `${kind}00` } };
}
