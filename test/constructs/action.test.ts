import { Chart, Duration, Lazy, Testing } from 'cdk8s';
import { ConfigMap, RestartPolicy, Volume } from 'cdk8s-plus-28';
import { Action, Arg, Gate, Hook, HttpMethod, Ramp, SecretReference, Step } from 'rolloutkit';
import type { HttpActionOptions } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, manifestsOf, metricOf, named } from '../render';
import type { Written } from '../render';

const containers = [{ image: 'registry.example/smoke-test:1' }];
const ramp = Ramp.stages([20]);
const written = (action: Action, name: string): Written => metricOf(checkoutManifests({ ramp, hooks: [Hook.beforePromotion(action)] }), `checkout-${name}`, name);
const web = (options: Partial<HttpActionOptions>): Written => written(Action.http({ url: 'http://tests.shop/smoke', ...options }), 'http');

describe('a Job', () => {
  test('runs once, is not tried again, and tolerates no failure', () => {
    const { provider, ...metric } = written(Action.job({ containers }), 'job');
    expect(metric).toEqual({ name: 'job', count: 1, failureLimit: 0 });
    expect(provider.job.spec).toMatchObject({ backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers: [{ image: 'registry.example/smoke-test:1' }] } } });
    expect(provider.job.spec.template.metadata).toBeUndefined();
  });

  test('has what every Job of cdk8s-plus may have', () => {
    const { job } = written(Action.job({
      name: 'migrate',
      initialDelay: Duration.seconds(30),
      containers: [{ image: 'registry.example/migrate:1', envVariables: { STAGE: { value: 'canary' } } }],
      backoffLimit: 2,
      activeDeadline: Duration.minutes(10),
      ttlAfterFinished: Duration.hours(1),
      restartPolicy: RestartPolicy.ON_FAILURE,
      metadata: { labels: { team: 'shop' }, annotations: { ticket: 'x' } },
      podMetadata: { labels: { part: 'migration' } },
    }), 'migrate').provider;
    expect(job.metadata).toEqual({ labels: { team: 'shop' }, annotations: { ticket: 'x' } });
    expect(job.spec).toMatchObject({ backoffLimit: 2, activeDeadlineSeconds: 600, ttlSecondsAfterFinished: 3600 });
    expect(job.spec.template.metadata).toEqual({ labels: { part: 'migration' } });
    expect(job.spec.template.spec.restartPolicy).toBe('OnFailure');
  });

  test('mounts volumes of the chart it is used in', () => {
    const manifests = manifestsOf(chart => {
      const volume = Volume.fromConfigMap(chart, 'volume', new ConfigMap(chart, 'cases', { metadata: { name: 'cases' }, data: { a: 'b' } }));
      checkout(chart, { hooks: [Hook.beforePromotion(Action.job({ containers: [{ image: 'registry.example/x:1', volumeMounts: [{ path: '/cases', volume }] }] }))] });
    });
    expect(metricOf(manifests, 'checkout-job', 'job').provider.job.spec.template.spec.volumes).toMatchObject([{ configMap: { name: 'cases' } }]);
  });

  test('is what its spec says, where one is given', () => {
    const spec = { completions: 2, podReplacementPolicy: 'Failed', template: { spec: { restartPolicy: 'Never', hostIpc: true, containers: [{ name: 'main', image: 'registry.example/x:1' }] } } };
    const { job } = written(Action.jobFromSpec(spec, { labels: { team: 'shop' }, annotations: { ticket: 'x' } }), 'job').provider;
    expect(job).toMatchObject({ metadata: { labels: { team: 'shop' }, annotations: { ticket: 'x' } }, spec: { backoffLimit: 0, completions: 2, template: { spec: { hostIPC: true } } } });
  });

  test('is told of the release what it asks for', () => {
    const manifests = checkoutManifests({
      ramp,
      hooks: [Hook.beforePromotion(Action.job({
        containers: [{ image: 'registry.example/x:1', args: ['{{args.canary-service}}', '{{ args.canary-hash }}', '{{args.stage}}'] }], args: [Arg.value('stage', 'canary')],
      }))],
    });
    expect(named(manifests, 'AnalysisTemplate', 'checkout-job').spec.args).toEqual([
      { name: 'canary-hash' }, { name: 'canary-service', value: 'checkout-canary' }, { name: 'stage', value: 'canary' },
    ]);
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.steps.at(-1).analysis.args).toEqual([{ name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } }]);
  });

  test('fails without a container, under a name of which no Job can be made, and with pods that start again', () => {
    expect(() => Action.job({})).toThrow('Action.job: containers: must hold at least one container, got none; write what the Job runs');
    expect(() => Action.job({ containers, name: 'a-name-that-is-far-too-long' })).toThrow(
      'Action.job: name: must have at most 24 characters, of which the controller makes the name of a Job, got "a-name-that-is-far-too-long"; write "a-name-that-is-far-too-l"');
    expect(() => Action.job({ containers, name: 'Smoke_Test', restartPolicy: RestartPolicy.ALWAYS })).toThrow([
      'Action.job: name: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "Smoke_Test"; write "smoke-test"',
      'Action.job: restartPolicy: must be Never or OnFailure in a Job, got "Always"; write Never',
    ].join('\n'));
    expect(() => Action.jobFromSpec({ template: { spec: { containers: [] } } })).toThrow('containers: must hold at least one container');
    expect(() => Action.job({ containers, name: 'guard' })).toThrow('name: must not be "guard"');
  });
});

describe('a request', () => {
  test('is sent once, and every answer of 2xx is a good one; a whole answer is not looked at, since null would end the controller', () => {
    expect(web({})).toEqual({
      name: 'http',
      count: 1,
      failureLimit: 0,
      consecutiveErrorLimit: 0,
      successCondition: 'result == "answered"',
      provider: { web: { method: 'GET', url: 'http://tests.shop/smoke', jsonPath: 'answered' } },
    });
  });

  test('has every field there is', () => {
    const metric = web({
      method: HttpMethod.PUT,
      headers: { 'X-Team': 'shop' },
      secretHeaders: { Authorization: SecretReference.named('tests') },
      json: '{"release":{"name":"{{args.rollout}}"}}',
      jsonPath: '{$.result}',
      successCondition: 'result == "passed"',
      failureCondition: 'result == "failed"',
      timeout: Duration.seconds(30),
      insecure: true,
      retries: 2,
      oauth2: { tokenUrl: 'https://login.example/token', clientId: 'tests', clientSecret: SecretReference.named('oauth', { key: 'secret' }), scopes: ['smoke'] },
    });
    expect(metric).toEqual({
      name: 'http',
      count: 1,
      failureLimit: 0,
      consecutiveErrorLimit: 2,
      successCondition: 'result == "passed"',
      failureCondition: 'result == "failed"',
      provider: {
        web: {
          method: 'PUT',
          url: 'http://tests.shop/smoke',
          jsonBody: { release: { name: '{{args.rollout}}' } },
          jsonPath: '{$.result}',
          timeoutSeconds: 30,
          insecure: true,
          headers: [{ key: 'X-Team', value: 'shop' }, { key: 'Authorization', value: '{{args.tests_Authorization}}' }],
          authentication: { oauth2: { tokenUrl: 'https://login.example/token', clientId: 'tests', clientSecret: '{{args.oauth_secret}}', scopes: ['smoke'] } },
        },
      },
    });
  });

  test('reads Secrets by arguments of its own', () => {
    const action = Action.http({ url: 'http://tests.shop/smoke', secretHeaders: { Authorization: SecretReference.named('tests') } });
    const manifests = checkoutManifests({ ramp, hooks: [Hook.beforePromotion(action)] });
    expect(named(manifests, 'AnalysisTemplate', 'checkout-http').spec.args).toEqual([{ name: 'tests_Authorization', valueFrom: { secretKeyRef: { name: 'tests', key: 'Authorization' } } }]);
  });

  test('is a POST when it has a body', () => {
    expect(web({ body: 'hello' }).provider.web).toMatchObject({ method: 'POST', body: 'hello' });
  });

  test('may hold a value that is not known before the synth', () => {
    const url = `http://tests.shop/${Lazy.any({ produce: () => 'later' })}`;
    expect(typeof web({ url }).provider.web.url).toBe('string');
  });

  const refused = (options: Partial<HttpActionOptions>): string => {
    try {
      Action.http({ url: 'http://tests.shop/smoke', ...options });
      return 'accepted';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test.each<[string, Partial<HttpActionOptions>, string]>([
    ['an address without a scheme', { url: 'tests.shop/smoke' }, 'url: must begin with http:// or https://, got "tests.shop/smoke"; write "http://tests.shop/smoke"'],
    ['a body in a GET', { body: 'x', method: HttpMethod.GET }, 'method: must be POST or PUT with a body, got GET, which the controller refuses; leave it out, or drop the body'],
    ['two bodies', { body: 'x', json: '{}' }, 'json: cannot be combined with body; keep the one you mean'],
    ['a list for a body', { json: '[1]' }, 'json: must be a JSON object, got "[1]"; write for example {"version": 2}'],
    ['a condition on nothing', { successCondition: 'result > 1' }, 'jsonPath: must say what successCondition is about, got none; write for example {$.status}'],
    ['a path without a condition', { jsonPath: '{$.a}' }, 'successCondition: must be given with jsonPath, or failureCondition: without one every answer is good; write for example result == "passed"'],
    ['a path to the whole answer', { jsonPath: '{$}', failureCondition: 'result > 1' }, 'jsonPath: must lead into the answer, got "{$}": a whole answer that is null would end the controller; write for example {$.status}'],
    ['a path that is none', { jsonPath: '$.a', failureCondition: 'result > 1' }, 'jsonPath: must lead into the answer, got "$.a": a whole answer that is null would end the controller; write for example {$.status}'],
    ['a timeout of half a second', { timeout: Duration.millis(500) }, 'timeout: must be a whole number of seconds, at least 1, got 0.5; write 1 second'],
    ['retries below none', { retries: -1 }, 'retries: must be a whole number of at least 0, got -1; write 0'],
  ])('fails with %s', (_, options, message) => {
    expect(refused(options)).toBe(`Action.http: ${message}`);
  });
});

describe('an action stands wherever a question does', () => {
  const action = Action.http({ name: 'smoke', url: 'http://tests.shop/smoke' });
  const templates = [{ templateName: 'checkout-smoke' }];

  test('at every gate and in a step', () => {
    expect(checkoutCanary({ ramp, gates: [Gate.atStage(20, action)] }).steps[2].analysis).toEqual({ templates });
    expect(checkoutCanary({ steps: [Step.weight(20), Step.analyze([action])] }).steps[1].analysis).toEqual({ templates });
    expect(metricOf(checkoutManifests({ gates: [Gate.throughout(action)] }), 'checkout-guard', 'smoke').count).toBe(1);
  });

  test('without a place it is done after each stage, and does not watch', () => {
    const canary = checkoutCanary({ ramp, analyses: [action] });
    expect([canary.analysis, canary.steps[2].analysis]).toEqual([undefined, { templates }]);
  });

  test('fails when another has its name', () => {
    const hooks = [Hook.duringTraffic(action), Hook.beforePromotion(Action.http({ name: 'smoke', url: 'http://tests.shop/other' }))];
    expect(findingsOf(chart => checkout(chart, { hooks }))).toEqual([expect.stringContaining('hooks[1]: must not have the name "smoke", which hooks[0] has')]);
  });
});

test('the same program writes the same Job', () => {
  const write = () => JSON.stringify(Testing.synth(new Chart(Testing.app(), 'x')).concat(checkoutManifests({ hooks: [Hook.beforePromotion(Action.job({ containers }))] })));
  expect(write()).toBe(write());
});
