import { Duration } from 'cdk8s';
import type { Chart } from 'cdk8s';
import { Action, Analysis, AnalysisTemplate, Arg, BlueGreenRollout, CanaryRollout, Controller, Gate, HttpMethod, MetricAnalysis, SecretReference } from 'rolloutkit';
import type { Program } from '../render';

const theirs = (args: Arg[] = []) => AnalysisTemplate.fromName('house', { clusterWide: true, metrics: ['cost'], args });

/** Questions and actions under one name, in the kind of object that `clusterWide` chooses. */
const shared = (clusterWide: boolean): Program => (chart: Chart) => {
  const args = [Arg.value('limit', '5'), Arg.secret('token', 'store', 'token')];
  const verbatim = new MetricAnalysis(chart, 'written', {
    query: 'q',
    args,
    clusterWide,
    successCondition: 'result[0] > 1',
    failureCondition: 'result[0] < 1',
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
  new AnalysisTemplate(chart, 'health', {
    clusterWide, analyses: [Analysis.successRate(), http, text, job, verbatim, theirs()], dryRun: ['.*'], keptMeasurements: { '.*': 5 },
  });
};

/** All that a rollout says where it asks. */
const asked: Program = chart => {
  const controller = Controller.argoRollouts({ analysisRunMetadata: { labels: { a: 'b' }, annotations: { a: 'b' } } });
  const template = theirs(['team', 'hash', 'limit'].map(name => Arg.required(name)));
  const options = { dryRun: true, keptMeasurements: 3, args: [Arg.field('team', "metadata.labels['team']"), Arg.canaryHash('hash'), Arg.value('limit', '6')] };
  const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
  new CanaryRollout(chart, 'canary', { containers, controller, gates: [Gate.throughout(template, options), Gate.eachStage(template, options)] });
  new BlueGreenRollout(chart, 'blue-green', { containers, controller, gates: [Gate.beforePromotion(template, options), Gate.afterPromotion(template, options)] });
};

export const programs: readonly Program[] = [shared(false), shared(true), asked];
