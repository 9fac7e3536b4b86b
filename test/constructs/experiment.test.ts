import { ApiObject, App, Chart, Duration } from 'cdk8s';
import { LabelSelector } from 'cdk8s-plus-28';
import {
  Action, Analysis, AnalysisTemplate, Arg, CanaryRollout, Controller, Experiment, MetricAnalysis, NginxTraffic, RolloutDefaults, Step,
  SuccessRateAnalysis, Telemetry,
} from 'rolloutkit';
import type { ExperimentAnalysis, ExperimentProps, ExperimentVariantProps } from 'rolloutkit';
import { findingsOf, manifestsOf, named, synthesize } from '../render';
import type { Written } from '../render';

const version = (name: string, more: Partial<ExperimentVariantProps> = {}): ExperimentVariantProps => ({
  name, containers: [{ image: `registry.example/checkout:${name}`, portNumber: 8080 }], ...more,
});
const variants = [version('baseline'), version('canary')];
const duration = Duration.minutes(30);
const errors = Analysis.errorRate({ atMost: 1 });

const compare = (chart: Chart, props: Partial<ExperimentProps> = {}) => new Experiment(chart, 'compare', { variants, duration, ...props });
const written = (props: Partial<ExperimentProps> = {}): Written[] => manifestsOf(chart => compare(chart, props));
const spec = (props: Partial<ExperimentProps> = {}): Written => named(written(props), 'Experiment', 'compare').spec;
const asked = (...analyses: ExperimentAnalysis[]): Written[] => written({ analyses });
const problems = (props: Partial<ExperimentProps>): string[] => findingsOf(chart => compare(chart, props)).map(line => line.replace('[test/compare] ', ''));

describe('the versions', () => {
  test('have pods of their own, which no Service of production takes', () => {
    const chosen = spec().templates.map(({ name, selector, template }: Written) => {
      const { 'cdk8s.io/metadata.addr': address, ...labels } = template.metadata.labels;
      return { name, selector: selector.matchLabels, labels, address: typeof address };
    });
    expect(chosen).toEqual(['baseline', 'canary'].map(name => {
      const labels = { 'rolloutkit.dev/experiment': 'compare', 'rolloutkit.dev/variant': name };
      return { name, selector: labels, labels, address: 'string' };
    }));
  });

  test('are cdk8s-plus workloads, with whatever those can do', () => {
    const [{ spec: { templates } }] = manifestsOf(chart => {
      const canary = compare(chart).variant('canary');
      canary.addContainer({ name: 'sidecar', image: 'registry.example/sidecar:1' });
      canary.podMetadata.addAnnotation('team', 'shop');
      canary.select(LabelSelector.of({ expressions: [] }));
    });
    expect(templates[1].template.spec.containers.map(({ name }: Written) => name)).toEqual(['main', 'sidecar']);
    expect(templates[1].template.metadata.annotations).toEqual({ team: 'shop' });
    expect(templates[0].template.spec.containers[0].readinessProbe).toEqual({ failureThreshold: 3, tcpSocket: { port: 8080 } });
  });

  test('have as many pods as was said, and a Service where one was asked for', () => {
    const [baseline, canary, other] = spec({
      variants: [version('baseline', { replicas: 3, minReady: Duration.seconds(10) }), version('canary', { service: true }), version('other', { serviceName: 'other' })],
    }).templates;
    expect(baseline).toMatchObject({ replicas: 3, minReadySeconds: 10 });
    expect([baseline.service, canary.service, other.service]).toEqual([undefined, { name: 'compare-canary' }, { name: 'other' }]);
  });

  test('fails on two of one name, a name that no pod can have, and a variant that there is not', () => {
    const chart = new Chart(new App(), 'test');
    expect(() => compare(chart, { variants: [version('a'), version('a')] })).toThrow('Experiment: variants[1].name: must be a name of its own, and another variant has the name "a"; write "a-2"');
    expect(() => new Experiment(chart, 'upper', { variants: [version('A')] })).toThrow('Experiment: variants[0].name: must be 1 to 63 lower-case letters');
    expect(() => new Experiment(chart, 'other', { variants, duration }).variant('canari')).toThrow('must be one of the variants, got "canari"; there are "baseline", "canary"');
  });
});

describe('a question', () => {
  test('that is not required is cut short by the end', () => {
    expect(named(asked({ analysis: errors, of: 'canary', required: false }), 'Experiment', 'compare').spec.analyses[0]).not.toHaveProperty('requiredForCompletion');
  });

  test('is asked until the end, of the pods of a variant by their names', () => {
    const template = named(asked({ analysis: errors, of: 'canary' }), 'AnalysisTemplate', 'compare-error-rate-canary');
    expect(template.spec.args).toEqual([{ name: 'canary-hash', value: 'canary' }, { name: 'namespace', value: 'shop' }, { name: 'rollout', value: 'compare' }]);
    expect(template.spec.metrics[0]).toMatchObject({ interval: '2m', initialDelay: '2m', count: 14, failureLimit: 1, inconclusiveLimit: 13 });
    expect(template.spec.metrics[0]).not.toHaveProperty('consecutiveSuccessLimit');
    expect(template.spec.metrics[0].provider.prometheus.query).toContain('pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+"');
  });

  test('of one variant less that of another is a comparison', () => {
    const template = named(asked({ analysis: errors, of: 'canary', against: 'baseline' }), 'AnalysisTemplate', 'compare-error-rate-canary-baseline');
    expect(template.spec.args).toContainEqual({ name: 'stable-hash', value: 'baseline' });
    const { query } = template.spec.metrics[0].provider.prometheus;
    const [canary, baseline] = query.split('\n) - (\n');
    expect(baseline.replaceAll('stable-hash', 'canary-hash')).toBe(`${canary.slice(2)}\n)`);
    expect(template.spec.metrics[0].successCondition).toMatch(/result\[0\] <= 1$/);
  });

  test('in the words of its author is given the hash, which only the controller knows', () => {
    const analysis = Analysis.custom({ name: 'orders', query: 'orders{hash="{{args.canary-hash}}",old="{{args.stable-hash}}"}', atLeast: 1 });
    const manifests = asked({ analysis, of: 'canary', against: 'baseline' });
    expect(named(manifests, 'Experiment', 'compare').spec.analyses).toEqual([{
      name: 'orders-canary-baseline',
      templateName: 'compare-orders-canary-baseline',
      requiredForCompletion: true,
      args: [
        { name: 'canary-hash', value: '{{templates.canary.podTemplateHash}}' }, { name: 'stable-hash', value: '{{templates.baseline.podTemplateHash}}' },
      ],
    }]);
    expect(named(manifests, 'AnalysisTemplate', 'compare-orders-canary-baseline').spec.args).toEqual([{ name: 'canary-hash' }, { name: 'stable-hash' }]);
  });

  test('that puts the hash into the names of pods is given the variant', () => {
    const analysis = Analysis.custom({ name: 'lag', query: 'lag{pod=~"{{args.rollout}}-{{args.canary-hash}}-.+"}', atMost: 1 });
    const template = named(asked({ analysis, of: 'canary' }), 'AnalysisTemplate', 'compare-lag-canary');
    expect(template.spec.args).toContainEqual({ name: 'canary-hash', value: 'canary' });
  });

  test('takes values, hashes and names of variants, and the times of the experiment as arguments', () => {
    const analysis = Analysis.custom({ name: 'own', query: 'up', atLeast: 1, args: ['a', 'b', 'c', 'd', 'e'].map(name => Arg.required(name)) });
    const args = [Arg.value('a', 'eu'), Arg.variantHash('b', 'canary'), Arg.variantReplicaSet('c', 'baseline'), Arg.experimentStart('d'), Arg.experimentEnd('e')];
    expect(named(asked({ analysis, args, name: 'mine' }), 'Experiment', 'compare').spec.analyses[0]).toMatchObject({
      name: 'mine',
      args: [
        { name: 'a', value: 'eu' },
        { name: 'b', value: '{{templates.canary.podTemplateHash}}' },
        { name: 'c', value: '{{templates.baseline.replicaset.name}}' },
        { name: 'd', value: '{{experiment.availableAt}}' },
        { name: 'e', value: '{{experiment.finishedAt}}' },
      ],
    });
  });

  test('of a Service reaches that of the variant', () => {
    const analysis = Action.http({ name: 'smoke', url: 'http://{{args.canary-service}}:8080/smoke' });
    const manifests = written({ variants: [version('baseline'), version('canary', { service: true })], analyses: [{ analysis, of: 'canary' }] });
    expect(named(manifests, 'AnalysisTemplate', 'compare-smoke-canary').spec.args).toEqual([{ name: 'canary-service', value: 'compare-canary' }]);
  });

  test('is required, and where nothing else ends the experiment it ends by itself', () => {
    const manifests = manifestsOf(chart => new Experiment(chart, 'compare', { variants, analyses: [{ analysis: errors, of: 'canary' }] }));
    expect(named(manifests, 'Experiment', 'compare').spec.analyses[0].requiredForCompletion).toBe(true);
    expect(named(manifests, 'AnalysisTemplate', 'compare-error-rate-canary').spec.metrics[0]).toMatchObject({ consecutiveSuccessLimit: 2 });
  });

  test('about the only variant need not name it', () => {
    const manifests = written({ variants: [version('canary')], analyses: [{ analysis: errors }] });
    expect(named(manifests, 'AnalysisTemplate', 'compare-error-rate').spec.args).toContainEqual({ name: 'canary-hash', value: 'canary' });
  });

  test('that is an object of its own is supplied with all that it asks for', () => {
    const manifests = manifestsOf(chart => {
      const rate = new SuccessRateAnalysis(chart, 'rate', { clusterWide: true });
      compare(chart, { analyses: [{ analysis: rate, of: 'canary', required: true }] });
    });
    expect(named(manifests, 'Experiment', 'compare').spec.analyses).toEqual([{
      name: 'success-rate-canary',
      templateName: 'rate',
      clusterScope: true,
      requiredForCompletion: true,
      args: [{ name: 'canary-hash', value: 'canary' }, { name: 'namespace', value: 'shop' }, { name: 'rollout', value: 'compare' }],
    }]);
  });

  test('without consequences, or with more measurements kept, says so in its own template', () => {
    const { spec: { dryRun, measurementRetention } } = named(asked({ analysis: errors, of: 'canary', dryRun: true, keptMeasurements: 50 }), 'AnalysisTemplate', 'compare-error-rate-canary');
    expect({ dryRun, measurementRetention }).toEqual({ dryRun: [{ metricName: '^(error-rate)$' }], measurementRetention: [{ metricName: '^(error-rate)$', limit: 50 }] });
  });
});

describe('fails, and says what to write, on', () => {
  const custom = (query: string, args: Arg[] = []) => Analysis.custom({ name: 'own', query, atLeast: 1, args });
  test.each<[string, Partial<ExperimentProps>, RegExp]>([
    ['no end', { duration: undefined }, /^duration: must be given, got none, and there is no question whose answer would end the experiment; write duration/],
    ['questions that do not end it', { duration: undefined, analyses: [{ analysis: errors, of: 'canary', required: false }] }, /^duration: must be given, .* or required: true at an analysis/],
    ['pods that are ready too late', { progressDeadline: Duration.seconds(30), variants: [version('a', { minReady: Duration.seconds(60) })] }, /^variants\[0\].minReady: must not be longer than progressDeadline, 30 seconds, got 60 seconds/],
    ['a time of nothing', { duration: Duration.seconds(0) }, /^duration: must be a whole number of seconds, at least 1, got 0/],
    ['half a pod', { variants: [version('a', { replicas: 1.5 })] }, /^variants\[0\].replicas: must be a whole number of at least 1, got 1.5/],
    ['metadata of a variant', { variants: [version('a', { metadata: { name: 'b' } })] }, /^variants\[0\].metadata: must not be given/],
    ['a Service that is not to be, with a name', { variants: [version('a', { service: false, serviceName: 'b' })] }, /^variants\[0\].serviceName: names the Service "b", and service is false/],
    ['a variant that there is not', { analyses: [{ analysis: errors, of: 'canari' }] }, /^analyses\[0\].of: must be one of the variants, got "canari"; write "baseline" or "canary"/],
    ['no variant', { analyses: [{ analysis: errors }] }, /^analyses\[0\].of: must say which variant the question is about, got none/],
    ['a variant against itself', { analyses: [{ analysis: errors, of: 'canary', against: 'canary' }] }, /^analyses\[0\].against: must be another variant/],
    ['a success rate against another', { analyses: [{ analysis: Analysis.successRate(), of: 'canary', against: 'baseline' }] }, /^analyses\[0\].against: .* write Analysis.errorRate/],
    ['two runs of one name', { analyses: [{ analysis: errors, of: 'canary' }, { analysis: errors, of: 'canary' }] }, /^analyses\[1\].name: must be a name of its own/],
    ['a hash of a rollout', { analyses: [{ analysis: custom('up', [Arg.required('a')]), args: [Arg.canaryHash('a')] }] }, /^analyses\[0\].args: takes "a" from a hash of a rollout, .*; write Arg.variantHash\("a"/],
    ['a field', { analyses: [{ analysis: custom('up', [Arg.field('a', 'metadata.name')]) }] }, /^analyses\[0\].analysis: takes "a" from a field, which an experiment does not pass on/],
    ['a Secret', { analyses: [{ analysis: custom('up', [Arg.required('a')]), args: [Arg.secret('a', 'store', 'token')] }] }, /^analyses\[0\].args\[0\]: cannot come from a Secret here/],
    ['a hash of nobody', { analyses: [{ analysis: custom('up', [Arg.required('a')]), args: [Arg.variantHash('a', 'b')] }] }, /^analyses\[0\].args: must be one of the variants, got "b"/],
    ['an end without a duration', { duration: undefined, analyses: [{ analysis: custom('up', [Arg.required('a')]), of: 'canary', args: [Arg.experimentEnd('a')] }] }, /^analyses\[0\].args: takes "a" from the end of the experiment, which has no duration/],
    ['a Service that is not there', { analyses: [{ analysis: Action.http({ name: 'a', url: 'http://{{args.canary-service}}' }), of: 'canary' }] }, /^analyses\[0\].of: must be a variant with a Service, .* write service: true at the variant "canary"/],
    ['a router that is not there', { telemetry: Telemetry.nginxIngress(), analyses: [{ analysis: errors, of: 'canary' }] }, /^analyses\[0\].analysis.telemetry: Telemetry.nginxIngress tells versions apart only behind nginx/],
    ['a rule for one run alone', { dryRun: ['error-rate'], analyses: [{ analysis: errors, of: 'canary' }, { analysis: Analysis.latency(), of: 'canary' }] }, /^dryRun\[0\]: must match a metric of every analysis, got "error-rate", which matches none of analyses\[1\]/],
    ['a rule for nothing', { dryRun: ['error-rate'] }, /^dryRun\[0\]: is for the measurements of analyses, got "error-rate" and no analysis/],
  ])('%s', (_, props, message) => {
    expect(problems(props)).toContainEqual(expect.stringMatching(message));
  });

  test('an object of its own that is compared, or is to be a dry run alone', () => {
    const lines = findingsOf(chart => {
      const rate = new SuccessRateAnalysis(chart, 'rate');
      const latency = new MetricAnalysis(chart, 'lag', { query: 'lag{hash="{{args.canary-hash}}"}', atMost: 1 });
      compare(chart, { analyses: [{ analysis: rate, of: 'canary', against: 'baseline' }, { analysis: latency, of: 'canary', dryRun: true }] });
    });
    expect(lines).toEqual([
      expect.stringContaining('analyses[0].against: compares'),
      expect.stringContaining('analyses[1].dryRun: cannot be for "lag" alone'),
    ]);
  });

  test('a template with questions that know the canary in two ways', () => {
    const lines = findingsOf(chart => {
      const analysis = new AnalysisTemplate(chart, 'both', { analyses: [errors, custom('up{hash="{{args.canary-hash}}"}')] });
      compare(chart, { analyses: [{ analysis, of: 'canary' }] });
    });
    expect(lines).toContainEqual(expect.stringContaining('analyses[0]: asks some questions by the names of pods and some by their hash'));
  });

  test('a duration that is over before anything was asked', () => {
    expect(problems({ duration: Duration.minutes(1), analyses: [{ analysis: errors, of: 'canary' }] })).toEqual([
      expect.stringMatching(/^duration: must be longer than 2m, which error-rate of error-rate-canary needs at least, got 1m.*\(experiment-long-enough\)$/),
    ]);
  });

  test('a question of a namespace that is not known', () => {
    const program = (chart: Chart) => { compare(chart, { analyses: [{ analysis: errors, of: 'canary' }] }); };
    expect(findingsOf(program, {})).toEqual([expect.stringContaining('analyses[0]: asks for the namespace of the experiment, which is not known here; give the chart a namespace')]);
  });

  test('Flagger, which knows no experiments, by a property or by the defaults', () => {
    const message = 'controller: must be Argo Rollouts, which an Experiment needs, got Flagger, which knows none; '
      + 'write controller: Controller.argoRollouts() where it runs in the cluster as well, or release the version with a CanaryRollout';
    expect(findingsOf(chart => { compare(chart, { controller: Controller.flagger() }); })).toEqual([expect.stringContaining(message)]);
    const byDefault = (controller?: Controller) => findingsOf(chart => {
      RolloutDefaults.of(chart).use({ controller: Controller.flagger() });
      compare(chart, { controller });
    });
    expect(byDefault()).toEqual([expect.stringContaining(message)]);
    expect(byDefault(Controller.argoRollouts())).toEqual([]);
  });

  test('what is locked above, and a question of another app', () => {
    const stranger = new SuccessRateAnalysis(new Chart(new App(), 'other'), 'rate');
    const lines = findingsOf(chart => {
      RolloutDefaults.of(chart).use({ telemetry: Telemetry.httpRequests() }).lockValue('telemetry', 'all count alike');
      compare(chart, { telemetry: Telemetry.httpRequests(), analyses: [{ analysis: stranger, of: 'canary' }] });
    });
    expect(lines).toEqual([
      expect.stringContaining('telemetry: is locked above this experiment, because all count alike'),
      expect.stringContaining('analyses[0].analysis: must be in the same app'),
    ]);
  });

  test('arguments of an experiment in a rollout, except in a step that is one', () => {
    const analysis = custom('up{hash="{{args.a}}"}', [Arg.variantHash('a', 'next')]);
    const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080 }];
    expect(findingsOf(chart => new CanaryRollout(chart, 'checkout', { containers, analyses: [analysis] }))).toContainEqual(
      expect.stringContaining('takes "a" from an experiment, and is asked outside of one'));
    const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
    const steps = [Step.weight(5), Step.analyze([analysis])];
    expect(findingsOf(chart => new CanaryRollout(chart, 'checkout', { containers, traffic, steps }))).toContainEqual(expect.stringContaining('takes "a" from an experiment'));
  });
});

test('the labels of production on the pods are told, since its Service would take them', () => {
  const { words } = synthesize(chart => {
    const labelled = compare(chart).variant('canary');
    labelled.podMetadata.addLabel('app', 'checkout');
    const pods = { metadata: { labels: { app: 'checkout' } }, spec: { containers: [{ name: 'main', image: 'registry.example/checkout:1' }] } };
    new ApiObject(chart, 'production', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'checkout' }, spec: { selector: { matchLabels: { app: 'checkout' } }, template: pods } });
    new ApiObject(chart, 'checkout', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'checkout' }, spec: { ports: [{ port: 80 }], selector: { app: 'checkout' } } });
  });
  expect(words).toContain('so these pods get a share of its requests');
  expect(words).toContain('(experiment-apart)');
});
