import { Chart, Testing } from 'cdk8s';
import { Action, Analysis, AnalysisTemplate, Arg, CanaryRollout, Gate, MetricAnalysis, PrometheusSource, Ramp, RolloutDefaults, Step } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, named, switched, synthesizeApp } from '../render';
import type { Written } from '../render';

const questions = () => [Analysis.successRate(), Analysis.latency()];
const house = (args: Arg[] = [], metrics?: string[]) => AnalysisTemplate.fromName('house', { clusterWide: true, args, metrics });
const canaryOf = (manifests: Written[]): Written => named(manifests, 'Rollout', 'checkout').spec.strategy.canary;
const metricNames = (template: Written): string[] => template.spec.metrics.map((metric: Written) => metric.name);

describe('several questions under one name', () => {
  const manifests = manifestsOf(chart => {
    const health = new AnalysisTemplate(chart, 'health', { analyses: questions() });
    checkout(chart, { gates: [Gate.throughout(health), Gate.eachStage(health)], ramp: Ramp.stages([20]) });
  });

  test('are one AnalysisTemplate, which declares what its questions need', () => {
    const { metadata, spec } = named(manifests, 'AnalysisTemplate', 'health');
    expect(metadata).toEqual({ name: 'health', namespace: 'shop' });
    expect(spec.args).toEqual([{ name: 'canary-hash' }, { name: 'namespace' }, { name: 'rollout' }]);
    expect(spec.metrics.map((metric: Written) => metric.name)).toEqual(['success-rate', 'latency']);
  });

  test('stand at a gate under that name, with every argument supplied', () => {
    const { templates, args } = canaryOf(manifests).steps[2].analysis;
    expect(templates).toEqual([{ templateName: 'health' }]);
    expect(args.map((arg: Written) => arg.name)).toEqual(['canary-hash', 'namespace', 'rollout']);
  });

  test('are watched one by one, since a guard has other limits', () => {
    expect(metricNames(named(manifests, 'AnalysisTemplate', 'checkout-guard'))).toEqual(['success-rate', 'latency', 'catastrophic-errors', 'restarts', 'out-of-memory']);
    expect(named(manifests, 'AnalysisTemplate', 'checkout-guard').spec.metrics[0].successCondition).toBeUndefined();
  });

  test('serve rollouts in every namespace as a ClusterAnalysisTemplate', () => {
    const written = manifestsOf(chart => {
      const health = new AnalysisTemplate(chart, 'health', { analyses: questions(), clusterWide: true, templateName: 'house-health' });
      checkout(chart, { gates: [Gate.eachStage(health)], ramp: Ramp.stages([20]) });
    });
    expect(named(written, 'ClusterAnalysisTemplate', 'house-health').metadata).toEqual({ name: 'house-health' });
    expect(canaryOf(written).steps[2].analysis.templates).toEqual([{ templateName: 'house-health', clusterScope: true }]);
  });

  test('stand before and after the switch of a blue-green, and in a step', () => {
    const written = manifestsOf(chart => {
      const once = new AnalysisTemplate(chart, 'once', { analyses: [Action.http({ url: 'http://tests.shop/smoke' })] });
      switched(chart, { gates: [Gate.beforePromotion(once), Gate.afterPromotion(once)] });
      new CanaryRollout(chart, 'cart', { containers: [{ image: 'registry.example/cart:1' }], steps: [Step.weight(20), Step.analyze([once])] });
    });
    const { blueGreen } = named(written, 'Rollout', 'checkout').spec.strategy;
    const templates = [{ templateName: 'once' }];
    expect([blueGreen.prePromotionAnalysis, blueGreen.postPromotionAnalysis]).toEqual([{ templates }, { templates }]);
    expect(named(written, 'Rollout', 'cart').spec.strategy.canary.steps[1]).toEqual({ analysis: { templates } });
    expect(written.filter(manifest => manifest.kind === 'AnalysisTemplate').map(manifest => manifest.metadata.name)).toEqual(['once']);
  });

  test('may be dry runs and keep more measurements, by their names or by expressions', () => {
    const { spec } = named(manifestsOf(chart => new AnalysisTemplate(chart, 'health', {
      analyses: [Analysis.successRate(), Analysis.errorRate({ keptMeasurements: 30 })], dryRun: ['.*-rate'], keptMeasurements: { 'success-rate': 20 },
    })), 'AnalysisTemplate', 'health');
    expect(spec.dryRun).toEqual([{ metricName: '^(success-rate)$' }, { metricName: '^(error-rate)$' }]);
    expect(spec.measurementRetention).toEqual([{ metricName: '^(error-rate)$', limit: 30 }, { metricName: '^(success-rate)$', limit: 20 }]);
  });

  test('are dry runs in the guard as well, and rules for what does not run there are left out', () => {
    const written = manifestsOf(chart => {
      const health = new AnalysisTemplate(chart, 'health', { analyses: [...questions(), Action.http({ url: 'http://tests.shop/smoke' })], dryRun: ['latency', 'http'] });
      checkout(chart, { gates: [Gate.throughout(health, { dryRun: true })] });
    });
    expect(named(written, 'AnalysisTemplate', 'checkout-guard').spec.dryRun).toEqual([{ metricName: '^(latency)$' }]);
    expect(canaryOf(written).analysis.dryRun).toEqual([{ metricName: '^success-rate$' }, { metricName: '^latency$' }]);
  });

  test('are written the same whenever they are written', () => {
    const write = () => JSON.stringify(manifestsOf(chart => {
      const health = new AnalysisTemplate(chart, 'health', { analyses: [...questions(), house([Arg.required('service')])] });
      checkout(chart, { gates: [Gate.eachStage(health, { args: [Arg.value('service', 'checkout')] })] });
    }));
    expect(write()).toBe(write());
  });
});

describe('a template within a template', () => {
  test('is named by it, and its arguments are supplied with those of the others', () => {
    const written = manifestsOf(chart => {
      const inner = new MetricAnalysis(chart, 'cost', { query: 'cost{service="{{args.service}}"}', successCondition: 'result[0] < 1', args: [Arg.required('service')], count: 1, failureLimit: 0 });
      const outer = new AnalysisTemplate(chart, 'health', { analyses: [Analysis.latency(), inner] });
      checkout(chart, { gates: [Gate.beforePromotion(outer, { args: [Arg.value('service', 'checkout')] })] });
    });
    const { spec } = named(written, 'AnalysisTemplate', 'health');
    expect(spec.templates).toEqual([{ templateName: 'cost' }]);
    expect(spec.metrics).toHaveLength(1);
    expect(canaryOf(written).steps.at(-1).analysis.args).toContainEqual({ name: 'service', value: 'checkout' });
  });

  test('may be all that a template holds', () => {
    const { spec } = named(manifestsOf(chart => new AnalysisTemplate(chart, 'all', { analyses: [house()] })), 'AnalysisTemplate', 'all');
    expect(spec).toEqual({ templates: [{ templateName: 'house', clusterScope: true }] });
  });

  test('of others is watched under its own name', () => {
    const written = manifestsOf(chart => {
      const outer = new AnalysisTemplate(chart, 'health', { analyses: [Analysis.latency(), house()] });
      checkout(chart, { gates: [Gate.throughout(outer)] });
    });
    expect(canaryOf(written).analysis.templates).toEqual([{ templateName: 'house', clusterScope: true }, { templateName: 'checkout-guard' }]);
  });
});

describe('a template that somebody else owns', () => {
  const stage = (args: Arg[], given: Arg[]) => findingsOf(chart => checkout(chart, { gates: [Gate.eachStage(house(args), { args: given })] }));

  test('is named and not written, with what the rollout knows and what the gate gives', () => {
    const theirs = house([Arg.required('service'), Arg.value('limit', '5'), Arg.canaryHash('version'), Arg.required('namespace')]);
    const written = manifestsOf(chart => checkout(chart, { ramp: Ramp.stages([20]), gates: [Gate.eachStage(theirs, { args: [Arg.value('service', 'checkout')] })] }));
    expect(written.filter(({ kind }) => kind.endsWith('AnalysisTemplate'))).toEqual([]);
    expect(canaryOf(written).steps[2].analysis).toEqual({
      templates: [{ templateName: 'house', clusterScope: true }],
      args: [
        { name: 'namespace', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
        { name: 'version', valueFrom: { podTemplateHashValue: 'Latest' } },
        { name: 'service', value: 'checkout' },
      ],
    });
  });

  test('needs no metric store, so that nothing is added to it', () => {
    const written = manifestsOf(chart => checkout(chart, { analyses: [house()] }));
    expect(canaryOf(written).analysis.templates).toEqual([{ templateName: 'house', clusterScope: true }]);
    expect(written.map(({ kind }) => kind)).toEqual(['Rollout', 'Service', 'Service']);
  });

  test('fails without a value for an argument that has no default', () => {
    expect(stage([Arg.required('service')], [])).toEqual([
      '[test/checkout] gates[0].args: must give "service", which the template house declares without a default; add Arg.value("service", ...)',
    ]);
  });

  test('fails with a value for an argument that it does not declare', () => {
    expect(stage([Arg.value('service', 'x')], [Arg.value('servce', 'checkout')])).toEqual([
      '[test/checkout] gates[0].args: gives "servce", which the template house does not declare; there is service; drop it, or declare it where the template is named: args: [Arg.required("servce")]',
    ]);
  });

  test('fails in a step as at a gate', () => {
    expect(findingsOf(chart => checkout(chart, { steps: [Step.weight(20), Step.analyze([house([Arg.required('service')])])] }))).toEqual([
      expect.stringContaining('steps[1].args: must give "service", which the template house declares'),
    ]);
  });

  test('fails as a dry run when its metrics are not known', () => {
    const dry = (metrics?: string[]) => (chart: Chart) =>
      checkout(chart, { gates: [Gate.eachStage(house([], metrics), { dryRun: true })], ramp: Ramp.stages([20]) });
    expect(findingsOf(dry())).toEqual([
      '[test/checkout] gates[0].dryRun: needs the names of the metrics of "house", which are not known; write metrics where the template is named with AnalysisTemplate.fromName',
    ]);
    expect(canaryOf(manifestsOf(dry(['cost']))).steps[2].analysis.dryRun).toEqual([{ metricName: '^cost$' }]);
  });

  test('fails under a name that no object can have', () => {
    expect(() => AnalysisTemplate.fromName('House')).toThrow('AnalysisTemplate.fromName: templateName: must be the name of an object, up to 253 lower-case letters, digits, dashes and dots, got "House"');
  });
});

describe('what a template cannot be', () => {
  const made = (props: Partial<ConstructorParameters<typeof AnalysisTemplate>[2]>) => () =>
    new AnalysisTemplate(Testing.chart(), 'health', { analyses: questions(), ...props });

  test('fails without a question', () => {
    expect(made({ analyses: [] })).toThrow('AnalysisTemplate: analyses: must hold at least one question, got none; begin with Analysis.successRate()');
  });

  test('fails on rules for metrics that it does not have, all of them at once', () => {
    expect(made({ dryRun: ['errors', '('], keptMeasurements: { cost: 3, latency: 0 } })).toThrow([
      'AnalysisTemplate: dryRun[0]: must match a metric of the template, got "errors"; there are success-rate, latency',
      'AnalysisTemplate: dryRun[1]: must be a name or a regular expression, got "("; write .* for all of them',
      'AnalysisTemplate: keptMeasurements["cost"]: must match a metric of the template, got "cost"; there are success-rate, latency',
      'AnalysisTemplate: keptMeasurements["latency"]: must be a whole number of at least 1, got 0; write 1',
    ].join('\n'));
  });

  test('fails on an expression beside a template whose metrics are not known', () => {
    expect(made({ analyses: [...questions(), house()], dryRun: ['lat.*'] })).toThrow('dryRun[0]: must be the name of a metric where not all of them are known');
  });

  test('fails with two metrics of one name', () => {
    expect(findingsOf(chart => new AnalysisTemplate(chart, 'health', { analyses: [Analysis.latency(), Analysis.latency()] }))).toEqual([
      expect.stringContaining('analyses[1].name: must be a name of its own'),
    ]);
  });

  test('fails on a source of its own where that is locked', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'test', { namespace: 'shop' });
    RolloutDefaults.of(chart).use({ source: new PrometheusSource({ address: 'http://prometheus:9090' }) }).lockValue('source', 'there is one store');
    new AnalysisTemplate(chart, 'health', { analyses: [Analysis.latency({ source: new PrometheusSource({ address: 'http://other:9090' }) })] });
    expect(() => synthesizeApp(app)).toThrow('analyses[0].source: is locked above this analysis, because there is one store');
  });
});
