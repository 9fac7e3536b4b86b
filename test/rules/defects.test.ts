import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { formatFinding } from '../../src/rules/finding';
import { judge } from '../../src/rules/judge';

const FOLDER = join(__dirname, 'defects');

/** What must be said of each, and nothing else: files of Services and Ingresses are left out of the question. */
const DEFECTS: Readonly<Record<string, readonly string[]>> = {
  'weight-250.yaml': [
    'error  19:11  Rollout shop/checkout  spec.strategy.canary.steps[0].setWeight: must be a whole number from 0 to 100, got 250; write setWeight: 100, the nearest weight there is (step-weight-range)',
  ],
  'weight-in-words.yaml': [
    'error  19:11  Rollout shop/checkout  spec.strategy.canary.steps[0].setWeight: must be a whole number from 0 to 100, got "ten"',
  ],
  'weight-and-pause.yaml': [
    'error  19:11  Rollout shop/checkout  spec.strategy.canary.steps[0]: must do one thing, got pause and setWeight; make it one step for each (step-kinds)',
  ],
  'invented-router.yaml': [
    'error  21:9  Rollout shop/checkout  spec.strategy.canary.trafficRouting.gatewayAPI: must be a field of trafficRouting, got "gatewayAPI"',
  ],
  'router-without-services.yaml': [
    'error  17:5  Rollout shop/checkout  spec.strategy.canary.canaryService: must name the Service of the canary pods, which the nginx router sends traffic to, got nothing; write canaryService: checkout-canary',
    'error  17:5  Rollout shop/checkout  spec.strategy.canary.stableService: must name the Service of the stable pods, which the nginx router sends traffic to, got nothing; write stableService: checkout',
  ],
  'one-service.yaml': [
    'error  18:7  Rollout shop/checkout  spec.strategy.canary.stableService: must be another Service than canaryService, got checkout for both; write canaryService: checkout-canary',
  ],
  'five-minutes.yaml': [
    'error  20:20  Rollout shop/checkout  spec.strategy.canary.steps[1].pause.duration: must be a duration such as 30s, 5m or 1h30m, or whole seconds, got "5 minutes"; write duration: 5m (durations)',
  ],
  'both-strategies.yaml': ['error  16:3  Rollout shop/checkout  spec.strategy: must be one of canary and blueGreen, got both'],
  'no-strategy.yaml': ['error  5:1  Rollout shop/checkout  spec.strategy: must be a canary or a blueGreen, got nothing'],
  'selector-mismatch.yaml': [
    'error  9:27  Rollout shop/checkout  spec.template.metadata.labels.app: must match the selector, which wants app: chekout, got "checkout"',
  ],
  'invented-provider.yaml': [
    'error  11:9  AnalysisTemplate shop/error-rate  spec.metrics[0].provider.webhook: must name whom error-rate asks, one of cloudWatch, datadog, graphite, influxdb, job, kayenta, newRelic, plugin, '
    + 'prometheus, skywalking, wavefront and web, got webhook, which the API server drops; write web (one-provider)',
  ],
  'success-criteria.yaml': [
    'error  7:7  AnalysisTemplate shop/error-rate  spec.metrics[0].successCondition: must say what is good, or failureCondition what is bad: error-rate has neither and always succeeds; '
    + 'write successCondition: result[0] < 0.05 in the place of successCriteria, which there is not (metric-has-condition)',
    'error  9:7  AnalysisTemplate shop/error-rate  spec.metrics[0].successCriteria: must be a field of metrics[0], got "successCriteria"',
  ],
  'half-a-condition.yaml': [
    'error  9:7  AnalysisTemplate shop/error-rate  spec.metrics[0].failureCondition: cannot be read at character 11: the condition ends too early, got result[0 <',
  ],
  'two-providers.yaml': [
    'error  10:7  AnalysisTemplate shop/error-rate  spec.metrics[0].provider: must be one, got prometheus and web; keep prometheus, and make a metric of its own of web (one-provider)',
  ],
};

/** The errors; a router is there in some of them only for what is wrong beside it. */
function errorsIn(file: string): readonly string[] {
  const { documents } = readYaml(readFileSync(join(FOLDER, file), 'utf8'));
  return judge(readGraph(documents)).filter(({ severity }) => severity === 'error').map(formatFinding);
}

test('there are fourteen, and each is held to what is said of it', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && file !== 'gates-nothing.yaml');
  expect(files).toHaveLength(14);
  expect(Object.keys(DEFECTS).sort()).toEqual(files.sort());
});

test.each(Object.entries(DEFECTS))('fails %s', (file, messages) => {
  const errors = errorsIn(file);
  expect(messages.filter((message) => !errors.some((error) => error.startsWith(message)))).toEqual([]);
  expect(errors).toHaveLength(messages.length);
});

test('fails a release that reads like a careful one, for every reason there is', () => {
  const rules = errorsIn('gates-nothing.yaml').map((error) => /\((\S+)\)$/.exec(error)?.[1]);
  expect(new Set(rules)).toEqual(new Set(['istio-routes', 'known-fields', 'metric-has-condition', 'service-selector', 'step-kinds']));
});
