import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { Analysis, CanaryRollout, Experiment, Gate, GatewayApiTraffic, QueryScope, RestartAnalysis, Saturation, SaturationAnalysis, Telemetry } from 'rolloutkit';
import { parseQuery } from '../../src/promql/parse';
import { checkout, checkoutManifests, findingsOf, manifestsOf, metricOf, named, synthesize } from '../render';

const metric = (analysis: Analysis) => metricOf(checkoutManifests({ analyses: [analysis] }), `checkout-${analysis.analysisName}`, analysis.analysisName);
const query = (analysis: Analysis): string => metric(analysis).provider.prometheus.query;
const lines = (...all: string[]) => all.join('\n');
const pods = 'namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+"';
const own = `${pods},container!="",container!="POD"`;

const everySaturation = [
  Saturation.cpuOfRequests(), Saturation.cpuOfLimits(), Saturation.memoryOfRequests(), Saturation.memoryOfLimits(),
  Saturation.throttledCpu(), Saturation.memoryGrowth(),
];

describe('how full the fullest container is', () => {
  test.each([
    ['requests', Saturation.cpuOfRequests()],
    ['limits', Saturation.cpuOfLimits()],
  ])('CPU of %s', (bound, of) => {
    expect(query(Analysis.saturation({ of }))).toBe(lines(
      '100 * max(',
      `  sum by (pod, container) (rate(container_cpu_usage_seconds_total{${own}}[2m]))`,
      `  / max by (pod, container) (kube_pod_container_resource_${bound}{${own},resource="cpu"})`,
      ')',
    ));
  });

  test.each([
    ['requests', Saturation.memoryOfRequests()],
    ['limits', Saturation.memoryOfLimits()],
  ])('memory of %s', (bound, of) => {
    expect(query(Analysis.saturation({ of }))).toBe(lines(
      '100 * max(',
      `  max by (pod, container) (container_memory_working_set_bytes{${own}})`,
      `  / max by (pod, container) (kube_pod_container_resource_${bound}{${own},resource="memory"})`,
      ')',
    ));
  });

  test('CPU periods in which a container waited, of those that passed; of one that did nothing, none', () => {
    expect(query(Analysis.saturation({ of: Saturation.throttledCpu(), window: Duration.minutes(5) }))).toBe(lines(
      '100 * max(',
      `  sum by (pod, container) (increase(container_cpu_cfs_throttled_periods_total{${own}}[5m]))`,
      `  / (sum by (pod, container) (increase(container_cpu_cfs_periods_total{${own}}[5m])) > 0)`,
      ')',
      `or 0 * max(sum by (pod, container) (increase(container_cpu_cfs_periods_total{${own}}[5m])))`,
    ));
  });

  test('memory growth in an hour, of containers that were warm when the window began', () => {
    expect(query(Analysis.saturation({ of: Saturation.memoryGrowth() }))).toBe(lines(
      '100 * 3600 * max(avg by (container) (',
      `  max by (pod, container) (deriv(container_memory_working_set_bytes{${own}}[15m]) and container_memory_working_set_bytes{${own}} offset 20m)`,
      `  / max by (pod, container) (kube_pod_container_resource_limits{${own},resource="memory"})`,
      '))',
    ));
  });

  test('of one container alone', () => {
    const asked = query(Analysis.saturation({ of: Saturation.memoryOfLimits(), containerName: 'main' }));
    expect(asked).toContain(`container_memory_working_set_bytes{${pods},container="main"}`);
    expect(asked).toContain(`kube_pod_container_resource_limits{${pods},container="main",resource="memory"}`);
    expect(asked).not.toContain('POD');
  });

  test('of the stable version, or of all pods of the rollout', () => {
    const asked = (scope: QueryScope) => query(Analysis.saturation({ of: Saturation.cpuOfLimits(), scope }));
    expect(asked(QueryScope.stable())).toContain('pod=~"{{args.rollout}}-{{args.stable-hash}}-[a-z0-9]+"');
    expect(asked(QueryScope.service())).toContain('pod=~"{{args.rollout}}-[a-z0-9]+-[a-z0-9]+"');
  });
});

test('numbers are percentages, each with a default of its own, and have a name of their own', () => {
  const written = everySaturation.map(of => Analysis.saturation({ of })).map(each => `${each.analysisName} ${metric(each).failureCondition.split(' && ').at(-1)}`);
  expect(written).toEqual(['cpu result[0] > 100', 'cpu result[0] > 90', 'memory result[0] > 100', 'memory result[0] > 90', 'throttling result[0] > 25', 'memory-growth result[0] > 25']);
  expect(metric(Analysis.saturation({ of: Saturation.cpuOfRequests(), atMost: 150 })).successCondition).toBe('len(result) > 0 && !isNaN(result[0]) && result[0] <= 150');
});

describe('when it is asked', () => {
  const guard = (of: Saturation) => metricOf(checkoutManifests({ gates: [Gate.throughout(Analysis.saturation({ of, name: 'full' }))] }), 'checkout-guard', 'full');

  test('what is about the window waits for one, as a question about requests does', () => {
    expect([Saturation.cpuOfLimits(), Saturation.throttledCpu()].map(of => guard(of).initialDelay)).toEqual(['2m', '2m']);
  });

  test('memory does not, nor do restarts: they are about the pods, and the query knows how old these are', () => {
    expect([Saturation.memoryOfLimits(), Saturation.memoryGrowth()].map(of => guard(of).initialDelay)).toEqual([undefined, undefined]);
    const gates = [Analysis.restarts(), Analysis.saturation({ of: Saturation.memoryGrowth() })].map(metric);
    expect(gates.map(({ interval, initialDelay }) => [interval, initialDelay])).toEqual([['2m', undefined], ['15m', undefined]]);
  });

  test('in an experiment as often as fits into it', () => {
    const variants = [{ name: 'canary', containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }] }];
    const counts = [Saturation.cpuOfLimits(), Saturation.memoryOfLimits()].map(of => metricOf(manifestsOf(chart => new Experiment(chart, 'compare', {
      variants, duration: Duration.minutes(30), analyses: [{ analysis: Analysis.saturation({ of, name: 'full' }), of: 'canary' }],
    })), 'compare-full-canary', 'full').count);
    expect(counts).toEqual([14, 15]);
  });
});

describe('restarts', () => {
  test('are those of the canary\'s pods since they began', () => {
    const asked = metric(Analysis.restarts());
    expect(asked.provider.prometheus.query).toBe(`sum(kube_pod_container_status_restarts_total{${pods}})`);
    expect(asked).toMatchObject({ name: 'pod-restarts', failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] > 0' });
  });

  test('for want of memory: none where no container ever ended, and no answer where nothing is known of the pods', () => {
    const asked = metric(Analysis.restarts({ onlyOutOfMemory: true, atMost: 1 }));
    expect(asked.provider.prometheus.query).toBe(lines(
      `sum(kube_pod_container_status_last_terminated_reason{${pods},reason="OOMKilled"})`,
      `  or 0 * sum(kube_pod_container_status_restarts_total{${pods}})`,
    ));
    expect(asked).toMatchObject({ name: 'memory-kills', failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] > 1' });
  });

  test('stand beside those that always count as a catastrophe', () => {
    const guard = named(checkoutManifests({ gates: [Gate.throughout(Analysis.restarts()), Gate.throughout(Analysis.restarts({ onlyOutOfMemory: true }))] }), 'AnalysisTemplate', 'checkout-guard');
    expect(guard.spec.metrics.map(({ name }: { name: string }) => name)).toEqual(['pod-restarts', 'memory-kills', 'restarts', 'out-of-memory']);
  });
});

test('Prometheus can read every query, and our rules find nothing in them', () => {
  const analyses = [
    ...everySaturation.map((of, index) => Analysis.saturation({ of, name: `full-${index}`, atMost: 80 })), Analysis.restarts(), Analysis.restarts({ onlyOutOfMemory: true }),
  ];
  expect(analyses.map(each => parseQuery(query(each)).problem)).toEqual(analyses.map(() => undefined));
  const { words } = synthesize(chart => checkout(chart, { gates: analyses.flatMap(each => [Gate.throughout(each), Gate.eachStage(each)]) }));
  expect(words).toBe('');
});

test('pods are the same whoever counts the requests', () => {
  const traffic = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
  const asked = { analyses: [Analysis.restarts(), Analysis.saturation({ of: Saturation.memoryOfLimits() })], telemetry: Telemetry.nginxIngress() };
  expect(findingsOf(chart => checkout(chart, { traffic, ...asked }))).toEqual([]);
});

test('both can be objects of their own', () => {
  const manifests = manifestsOf(chart => {
    const memory = new SaturationAnalysis(chart, 'room', { of: Saturation.memoryOfLimits(), atMost: 80 });
    const restarts = new RestartAnalysis(chart, 'up', { clusterWide: true });
    checkout(chart, { analyses: [memory, restarts] });
  });
  expect(named(manifests, 'AnalysisTemplate', 'room').spec.metrics[0]).toMatchObject({ name: 'memory', successCondition: expect.stringContaining('result[0] <= 80') });
  expect(named(manifests, 'ClusterAnalysisTemplate', 'up').spec.metrics[0].name).toBe('pod-restarts');
});

test('a container without the limit that is asked about is told, in its own property', () => {
  const resources = { cpu: { request: Cpu.millis(100) }, memory: { request: Size.mebibytes(64) } };
  const { words } = synthesize(chart => new CanaryRollout(chart, 'checkout', {
    containers: [{ image: 'registry.example/checkout:1', portNumber: 8080, resources }],
    analyses: [Analysis.saturation({ of: Saturation.memoryOfLimits() }), Analysis.saturation({ of: Saturation.cpuOfRequests() })],
  }));
  expect(words).toContain('must limit memory, of which memory measures a share, got no such limit: the container is not looked at; write resources: { limits: { memory: 512Mi } }');
  expect(words).not.toContain('must request');
});

describe('impossible questions fail at once', () => {
  const of = Saturation.memoryOfLimits();
  test.each<[string, () => unknown, string]>([
    ['nothing tolerated', () => Analysis.saturation({ of, atMost: 0 }), 'Analysis.saturation: atMost: must be a percentage above 0, got 0; write 90 for ninety percent'],
    ['a number that is none', () => Analysis.saturation({ of, atMost: NaN }), 'Analysis.saturation: atMost: must be a number, got NaN; write a plain number'],
    ['a container that cannot be', () => Analysis.saturation({ of, containerName: 'Main' }), 'Analysis.saturation: containerName: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "Main"; write "main"'],
    ['pods of the whole cluster', () => Analysis.saturation({ of, scope: QueryScope.everything() }), 'Analysis.saturation: scope: cannot be QueryScope.everything(), which are the pods of the whole cluster; write QueryScope.service() for stable and canary pods together'],
    ['requests of pods', () => Analysis.saturation({ of, minimumRequests: 5 }), 'Analysis.saturation: minimumRequests: does nothing in a question about pods, which is not about requests; drop it'],
    ['a leak within five minutes', () => Analysis.saturation({ of: Saturation.memoryGrowth(), window: Duration.minutes(5) }), 'Analysis.saturation: window: must be at least 600 seconds of memoryGrowth, got 300: within less, memory that is cleared from time to time looks like a leak; write Duration.minutes(15)'],
    ['half a restart', () => Analysis.restarts({ atMost: 0.5 }), 'Analysis.restarts: atMost: must be a whole number of at least 0, got 0.5; write 1'],
    ['a window of restarts', () => Analysis.restarts({ window: Duration.minutes(5) }), 'Analysis.restarts: window: does nothing here: restarts are counted from the beginning of the pods on; drop it, and write interval for how often it is asked'],
    ['requests of restarts', () => Analysis.restarts({ minimumRequests: 5 }), 'Analysis.restarts: minimumRequests: does nothing in a question about pods, which is not about requests; drop it'],
    ['restarts of the stable version', () => Analysis.restarts({ scope: QueryScope.stable() }), 'Analysis.restarts: scope: must be QueryScope.canary(), since restarts are counted from the beginning of the pods on; drop it, or ask Analysis.custom()'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });
});
