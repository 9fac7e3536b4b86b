import { Chart, Duration, Testing } from 'cdk8s';
import { Analysis, Controller, PrometheusSource, RolloutDefaults, SuccessRateAnalysis, Telemetry } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, metricOf, named } from '../render';
import type { Written } from '../render';

const prometheus = (host: string) => new PrometheusSource({ address: `http://${host}:9090` });
const address = (manifests: Written[]) => metricOf(manifests, 'checkout-success-rate', 'success-rate').provider.prometheus.address;
const gated = (chart: Chart, props = {}) => checkout(chart, { analyses: [Analysis.successRate()], ...props });

describe('a default holds for all below its scope', () => {
  test('source, telemetry, controller and labels, for rollouts and analyses', () => {
    const manifests = manifestsOf((chart, app) => {
      RolloutDefaults.of(app).use({
        source: prometheus('thanos'),
        telemetry: Telemetry.httpRequests({ scrapeInterval: Duration.minutes(1) }),
        controller: Controller.argoRollouts({ revisionHistoryLimit: 3 }),
        labels: { team: 'payments' },
      });
      gated(chart);
      new SuccessRateAnalysis(chart, 'shared');
    });
    expect(address(manifests)).toBe('http://thanos:9090');
    expect(metricOf(manifests, 'shared', 'success-rate')).toMatchObject({ interval: '4m', provider: { prometheus: { address: 'http://thanos:9090' } } });
    expect(named(manifests, 'Rollout', 'checkout').spec.revisionHistoryLimit).toBe(3);
    expect(manifests.map(({ metadata }) => metadata.labels)).toEqual(manifests.map(() => ({ team: 'payments' })));
  });

  test('the nearer scope is asked first', () => {
    expect(address(manifestsOf((chart, app) => {
      RolloutDefaults.of(app).use({ source: prometheus('far') });
      RolloutDefaults.of(chart).use({ source: prometheus('near') });
      gated(chart);
    }))).toBe('http://near:9090');
  });

  test('what a rollout or a question says itself comes before any default', () => {
    const near = (props: object) => address(manifestsOf(chart => {
      RolloutDefaults.of(chart).use({ source: prometheus('default') });
      gated(chart, props);
    }));
    expect(near({ source: prometheus('rollout') })).toBe('http://rollout:9090');
    expect(near({ source: prometheus('rollout'), analyses: [Analysis.successRate({ source: prometheus('question') })] })).toBe('http://question:9090');
  });

  test('labels of several scopes come together, the nearer one wins', () => {
    const { metadata } = named(manifestsOf((chart, app) => {
      RolloutDefaults.of(app).use({ labels: { team: 'platform', tier: 'web' } });
      RolloutDefaults.of(chart).use({ labels: { team: 'payments' } });
      gated(chart);
    }), 'Rollout', 'checkout');
    expect(metadata.labels).toEqual({ team: 'payments', tier: 'web' });
  });

  test('setting one leaves the others as they were', () => {
    expect(address(manifestsOf(chart => {
      RolloutDefaults.of(chart).use({ source: prometheus('first') }).use({ labels: { team: 'payments' } });
      gated(chart);
    }))).toBe('http://first:9090');
  });

  test('a scope beside it knows nothing of it', () => {
    expect(address(manifestsOf((chart, app) => {
      RolloutDefaults.of(new Chart(app, 'other')).use({ source: prometheus('other') });
      gated(chart);
    }))).toBe('http://prometheus:9090');
  });

  test('two apps do not share theirs', () => {
    RolloutDefaults.of(Testing.app()).use({ source: prometheus('other') });
    expect(address(manifestsOf(chart => { gated(chart); }))).toBe('http://prometheus:9090');
  });
});

describe('a default that is locked', () => {
  const locked = (chart: Chart) => RolloutDefaults.of(chart.node.root).use({ source: prometheus('thanos') }).lockValue('source', 'it keeps the history');

  test('holds as any other', () => {
    expect(address(manifestsOf(chart => {
      locked(chart);
      gated(chart);
    }))).toBe('http://thanos:9090');
  });

  test('fails when a nearer scope sets it again, with the reason', () => {
    const chart = Testing.chart();
    locked(chart);
    expect(() => RolloutDefaults.of(chart).use({ source: prometheus('mine') }))
      .toThrow('RolloutDefaults.use: source: is locked for everything below "", because it keeps the history; leave it out, or ask who locked it');
  });

  test('fails when one rollout sets it, with the reason', () => {
    expect(findingsOf(chart => {
      locked(chart);
      gated(chart, { source: prometheus('mine') });
    })).toEqual(['[test/checkout] source: is locked above this rollout, because it keeps the history; leave it out']);
  });

  test('fails when one question sets it', () => {
    expect(findingsOf(chart => {
      locked(chart);
      gated(chart, { analyses: [Analysis.successRate({ source: prometheus('mine') })] });
    })).toEqual([expect.stringMatching(/^\[test\/checkout\] analyses\[0\]\.source: is locked/)]);
  });

  test('fails when its own scope sets it again', () => {
    const chart = Testing.chart();
    locked(chart);
    expect(() => RolloutDefaults.of(chart.node.root).use({ source: prometheus('mine') })).toThrow('is locked');
  });

  test('fails to be locked before it is set', () => {
    expect(() => RolloutDefaults.of(Testing.chart()).lockValue('source', 'x')).toThrow('RolloutDefaults.lockValue: name: must be a default that was set before, got "source"; set it with use() first');
  });
});

describe('a default that comes too late', () => {
  test.each<[string, (chart: Chart) => unknown]>([
    ['a rollout', chart => checkout(chart)],
    ['an analysis', chart => new SuccessRateAnalysis(chart, 'success-rate')],
    ['a rollout in a chart further down', chart => checkout(new Chart(chart, 'inner'))],
  ])('fails after %s below was built without it', (_, build) => {
    const chart = Testing.chart();
    build(chart);
    expect(() => RolloutDefaults.of(chart).use({ labels: { team: 'late' } })).toThrow(
      'RolloutDefaults.of("test").use: must come before the rollouts and analyses below, which were built with other defaults; move it up, right behind the chart or the app');
  });

  test('is accepted where nothing was built yet', () => {
    const chart = Testing.chart();
    checkout(chart);
    expect(() => RolloutDefaults.of(new Chart(chart.node.root as Chart, 'next')).use({ labels: { team: 'early' } })).not.toThrow();
  });
});
