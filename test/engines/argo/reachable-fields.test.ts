import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import type { Chart } from 'cdk8s';
import { Action, Analysis, AnalysisTemplate, Arg, BlueGreenRollout, CanaryRollout, Controller, Gate, HttpMethod, MetricAnalysis, SecretReference } from 'rolloutkit';
import { manifestsOf } from '../../render';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
}

const shared = (chart: Chart): AnalysisTemplate => {
  const args = [Arg.value('limit', '5'), Arg.secret('token', 'store', 'token')];
  const verbatim = new MetricAnalysis(chart, 'written', {
    query: 'q',
    args,
    successCondition: 'result[0] > 1',
    interval: Duration.minutes(1),
    initialDelay: Duration.minutes(1),
    count: 10,
    failureLimit: 1,
    inconclusiveLimit: 2,
    consecutiveSuccesses: 3,
    toleratedOutage: Duration.minutes(1),
  });
  const http = Action.http({
    name: 'http',
    url: 'http://tests.shop/smoke',
    headers: { a: 'b' },
    json: '{"a":1}',
    jsonPath: '{$.a}',
    successCondition: 'result == 1',
    timeout: Duration.seconds(5),
    insecure: true,
    oauth2: { tokenUrl: 'https://login.example/token', clientId: 'a', clientSecret: SecretReference.named('oauth'), scopes: ['s'] },
  });
  const text = Action.http({ name: 'text', url: 'http://tests.shop/smoke', method: HttpMethod.POST, body: 'a' });
  const rule = { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [1] }, onPodConditions: [{ type: 'Ready', status: 'False' }] };
  const job = Action.jobFromSpec({
    activeDeadlineSeconds: 1,
    backoffLimit: 0,
    backoffLimitPerIndex: 1,
    completionMode: 'Indexed',
    completions: 1,
    manualSelector: true,
    maxFailedIndexes: 1,
    parallelism: 1,
    podFailurePolicy: { rules: [rule] },
    podReplacementPolicy: 'Failed',
    selector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] },
    suspend: false,
    ttlSecondsAfterFinished: 1,
    template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'registry.example/x:1' }] } },
  }, { labels: { a: 'b' }, annotations: { a: 'b' } });
  return new AnalysisTemplate(chart, 'health', {
    analyses: [Analysis.successRate(), http, text, job, verbatim, theirs()], dryRun: ['.*'], keptMeasurements: { '.*': 5 },
  });
};

const theirs = (args: Arg[] = []) => AnalysisTemplate.fromName('house', { clusterWide: true, metrics: ['cost'], args });

const rollouts = (chart: Chart): void => {
  const controller = Controller.argoRollouts({ analysisRunMetadata: { labels: { a: 'b' }, annotations: { a: 'b' } } });
  const template = theirs(['team', 'hash', 'limit'].map(name => Arg.required(name)));
  const options = { dryRun: true, keptMeasurements: 3, args: [Arg.field('team', "metadata.labels['team']"), Arg.canaryHash('hash'), Arg.value('limit', '6')] };
  const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
  new CanaryRollout(chart, 'canary', { containers, controller, gates: [Gate.throughout(template, options), Gate.eachStage(template, options)] });
  new BlueGreenRollout(chart, 'blue-green', { containers, controller, gates: [Gate.beforePromotion(template, options), Gate.afterPromotion(template, options)] });
};

/** Everything that typed properties reach, written once. */
const manifests = [shared, rollouts].flatMap(program => manifestsOf(chart => { program(chart); }));

/** Paths of everything that is written, lists without their positions. */
function written(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => written(child, Array.isArray(value) ? `${path}[]` : `${path}.${key}`))];
}

/** Paths of all fields that a schema knows; where names are free, any stands for all. */
function known(schema: Schema, path: string, left: (path: string) => boolean = () => false): string[] {
  if (left(path)) return [];
  if (schema.items) return known(schema.items, `${path}[]`, left);
  const fields = Object.entries(schema.properties ?? {});
  return fields.length === 0 ? [path] : fields.flatMap(([name, field]) => known(field, `${path}.${name}`, left));
}

const schemaOf = (file: string): Schema => JSON.parse(readFileSync(join(__dirname, `../../crds/${file}.json`), 'utf8')).schema;
const at = (schema: Schema, ...path: string[]): Schema => path.reduce((found, name) => (name === '[]' ? found.items! : found.properties![name]), schema);
const paths = new Set(manifests.flatMap(manifest => written((manifest as { spec: unknown }).spec, 'spec')));
const missing = (fields: readonly string[]): string[] => fields.filter(field => !paths.has(field) && ![...paths].some(path => path.startsWith(`${field}.`) || path.startsWith(`${field}[`)));

/** Fields that no property reaches, each with its reason. */
const unreachable: readonly (readonly [field: RegExp, reason: string])[] = [
  [/^spec\.args\[\]\.valueFrom\.fieldRef\.fieldPath$/, 'a template has no rollout of its own, so that the rollout that uses it supplies its fields'],
  [/\.job\.spec\.managedBy$/, 'newer than the Kubernetes of cdk8s-plus-28; whoever else manages Jobs is not who Argo Rollouts waits for'],
  [/\.job\.spec\.successPolicy\./, 'newer than the Kubernetes of cdk8s-plus-28'],
  [/\.web\.authentication\.sigv4\./, 'the controller signs requests to Prometheus alone'],
];
const reachable = (field: string): boolean => !unreachable.some(([pattern]) => pattern.test(field));

test.each(['analysis-template', 'cluster-analysis-template'])('typed properties reach every field of an %s beside its providers', file => {
  const fields = known(at(schemaOf(file), 'spec'), 'spec', path => path === 'spec.metrics[].provider');
  expect(fields.length).toBeGreaterThan(15);
  expect(missing(fields)).toEqual(fields.filter(field => !reachable(field)));
});

test.each(['job', 'web'])('typed properties reach every field of the provider %s', provider => {
  const path = `spec.metrics[].provider.${provider}`;
  const fields = known(at(schemaOf('analysis-template'), 'spec', 'metrics', '[]', 'provider', provider), path, field => field.endsWith('.job.spec.template'));
  expect(missing(fields)).toEqual(fields.filter(field => !reachable(field)));
});

test.each(['canary.analysis', 'canary.steps[].analysis', 'blueGreen.prePromotionAnalysis', 'blueGreen.postPromotionAnalysis'])('and every field of %s of a Rollout', place => {
  const path = `spec.strategy.${place}`;
  const fields = known(at(schemaOf('rollout'), 'spec', 'strategy', ...place.replace('[]', '.[]').split('.')), path);
  expect(missing(fields)).toEqual([]);
});
