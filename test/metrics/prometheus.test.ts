import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { Analysis, Catastrophe, NoData, PrometheusSource, SecretReference } from 'rolloutkit';
import type { PrometheusSourceOptions } from 'rolloutkit';
import { asked, flaggerTold, linesOf, metric } from './asked';
import { isTrue } from '../engines/argo/metric-model';
import { checkout, checkoutManifests, findingsOf, metricOf } from '../render';

const written = (source?: PrometheusSource) =>
  metricOf(checkoutManifests({ analyses: [Analysis.successRate({ source })] }), 'checkout-success-rate', 'success-rate').provider.prometheus;

test('the default is Prometheus in its usual place', () => {
  expect(written()).toEqual({ address: 'http://prometheus:9090', query: expect.any(String) });
});

test('address, headers and trust are written as given', () => {
  const source = new PrometheusSource({ address: 'https://thanos.monitoring:10902/tenant', headers: { 'X-Scope-OrgID': 'shop' }, insecure: true });
  expect(written(source)).toEqual({
    address: 'https://thanos.monitoring:10902/tenant', headers: [{ key: 'X-Scope-OrgID', value: 'shop' }], insecure: true, query: expect.any(String),
  });
});

describe('credentials', () => {
  test('of a header stay in a Secret, which the template reads', () => {
    const source = new PrometheusSource({
      address: 'https://prometheus',
      secretHeaders: { 'Authorization': SecretReference.named('prometheus'), 'X-Token': SecretReference.named('prom.eu', { key: 'token' }) },
    });
    const { args, metrics } = asked({ source, query: 'up', atLeast: 1 });
    expect(args).toEqual([
      { name: 'prometheus_Authorization', valueFrom: { secretKeyRef: { name: 'prometheus', key: 'Authorization' } } },
      { name: 'prom.eu_token', valueFrom: { secretKeyRef: { name: 'prom.eu', key: 'token' } } },
    ]);
    expect(metrics[0].provider.prometheus.headers).toEqual([
      { key: 'Authorization', value: '{{args.prometheus_Authorization}}' }, { key: 'X-Token', value: '{{args.prom.eu_token}}' },
    ]);
  });

  test('of OAuth 2.0 stay in a Secret as well', () => {
    const oauth2 = { tokenUrl: 'https://login/token', clientId: 'rollouts', clientSecret: SecretReference.named('login'), scopes: ['read'] };
    const { args, metrics } = asked({ source: new PrometheusSource({ address: 'https://prometheus', oauth2 }), query: 'up', atLeast: 1 });
    expect(args).toEqual([{ name: 'login_client-secret', valueFrom: { secretKeyRef: { name: 'login', key: 'client-secret' } } }]);
    expect(metrics[0].provider.prometheus.authentication).toEqual({ oauth2: { ...oauth2, clientSecret: '{{args.login_client-secret}}' } });
  });

  test('are read by every template of a rollout that asks it', () => {
    const source = new PrometheusSource({ address: 'https://prometheus', secretHeaders: { Authorization: SecretReference.named('prometheus') } });
    const templates = checkoutManifests({ analyses: [Analysis.successRate({ source })] }).filter(({ kind }) => kind === 'AnalysisTemplate');
    expect(templates.map(({ spec }) => spec.args.some(({ name }: { name: string }) => name === 'prometheus_Authorization'))).toEqual([true, true]);
  });

  test('of Amazon sign the queries', () => {
    const address = 'https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1';
    const source = new PrometheusSource({ address, sigv4: { region: 'eu-west-1', roleArn: 'arn:aws:iam::1:role/metrics' } });
    expect(metric({ source, query: 'up', atLeast: 1 }).provider.prometheus)
      .toEqual({ address, query: 'up', authentication: { sigv4: { region: 'eu-west-1', roleArn: 'arn:aws:iam::1:role/metrics' } } });
  });
});

test('a range is asked from a time to a time, and each of its values is judged', () => {
  const source = new PrometheusSource({ address: 'http://prometheus', rangeQuery: { beginsAgo: Duration.minutes(5), step: Duration.seconds(30) }, timeout: Duration.minutes(1) });
  expect(metric({ source, query: 'up', atLeast: 1 })).toMatchObject({
    successCondition: 'any(result, {!isNaN(#)}) && all(result, {isNaN(#) || # >= 1})',
    failureCondition: 'any(result, {!isNaN(#)}) && any(result, {!isNaN(#) && # < 1})',
    provider: { prometheus: { query: 'up', rangeQuery: { start: 'now() - duration("5m")', end: 'now()', step: '30s' }, timeout: 60 } },
  });
});

describe('a connection that cannot be fails at once', () => {
  const sigv4 = { region: 'eu-west-1' };
  const oauth2 = { tokenUrl: 'https://login/token', clientId: 'rollouts', clientSecret: SecretReference.named('login') };
  test.each<[string, Partial<PrometheusSourceOptions>, string]>([
    ['a signature that nobody writes', { sigv4 }, 'sigv4: does nothing on an address without "aps-workspaces", got "http://prometheus"; leave it out, or write the address of an Amazon workspace'],
    ['two ways to say who asks', { address: 'https://aps-workspaces', sigv4, oauth2 }, 'oauth2: cannot be combined with sigv4: both write the header Authorization; keep the one you mean'],
    ['a client without a name', { oauth2: { ...oauth2, clientId: '' } }, 'oauth2.clientId: must not be empty, got ""; write the name by which the server knows the client'],
    ['a token from nowhere', { oauth2: { ...oauth2, tokenUrl: 'login' } }, 'oauth2.tokenUrl: must begin with http:// or https:// and name a host, got "login"; write "http://login"'],
    ['a header twice', { headers: { authorization: 'x' }, secretHeaders: { Authorization: SecretReference.named('a') } }, 'secretHeaders.Authorization: must not stand in headers as well; keep the one you mean'],
    ['a range that ends before it begins', { rangeQuery: { beginsAgo: Duration.minutes(1), endsAgo: Duration.minutes(5), step: Duration.seconds(30) } }, 'rangeQuery.endsAgo: must be less than beginsAgo, got 300 s and 60 s; let it end after it begins'],
    ['no time to answer', { timeout: Duration.millis(100) }, 'timeout: must be a whole number of seconds, at least 1, got 0.1; write Duration.seconds(30)'],
  ])('fails on %s', (_, options, message) => {
    expect(() => new PrometheusSource({ address: 'http://prometheus', ...options })).toThrow(new Error(`PrometheusSource: ${message}`));
  });
});

test.each([
  ['without a scheme', 'prometheus:9090', 'write "http://prometheus:9090"'],
  ['of nothing', '', 'write for example "http://prometheus.monitoring:9090"'],
  ['of another scheme', 'ftp://prometheus', 'write for example "http://prometheus.monitoring:9090"'],
  ['without a host', 'http://', 'write for example "http://prometheus.monitoring:9090"'],
])('fails on an address %s', (_, address, fix) => {
  expect(() => new PrometheusSource({ address }))
    .toThrow(new Error(`PrometheusSource: address: must begin with http:// or https:// and name a host, got ${JSON.stringify(address)}; ${fix}`));
});

describe('what an answer counts as', () => {
  const conditions = (analysis: Analysis, template = `checkout-${analysis.analysisName}`) => {
    const { successCondition, failureCondition } = metricOf(checkoutManifests({ analyses: [analysis] }), template, analysis.analysisName);
    return { success: successCondition as string, failure: failureCondition as string };
  };
  const verdict = ({ success, failure }: ReturnType<typeof conditions>, ...answer: number[]) => [isTrue(success, answer), isTrue(failure, answer)];
  const [good, bad, nothing] = [[true, false], [false, true], [false, false]];

  test('one side of the threshold is good, the other bad, and the threshold itself is good', () => {
    expect([98.9, 99, 100].map(value => verdict(conditions(Analysis.successRate({ atLeast: 99 })), value))).toEqual([bad, good, good]);
    expect([0.9, 1, 1.1].map(value => verdict(conditions(Analysis.errorRate({ atMost: 1 })), value))).toEqual([good, good, bad]);
    expect([499, 500, 501].map(value => verdict(conditions(Analysis.latency()), value))).toEqual([good, good, bad]);
  });

  test('no answer and NaN are neither', () => {
    expect([verdict(conditions(Analysis.errorRate())), verdict(conditions(Analysis.errorRate()), NaN)]).toEqual([nothing, nothing]);
  });

  test('no answer is bad when it is rejected, for the gate and for the guard', () => {
    const rejecting = Analysis.errorRate({ noData: NoData.reject() });
    expect([verdict(conditions(rejecting)), verdict(conditions(rejecting), NaN), verdict(conditions(rejecting), 0)]).toEqual([bad, bad, good]);
    const { failure } = conditions(rejecting, 'checkout-guard');
    expect([isTrue(failure, []), isTrue(failure, [NaN]), isTrue(failure, [0]), isTrue(failure, [2])]).toEqual([true, true, false, true]);
  });

  test('no answer opens the gate when it is accepted, and does not concern the guard', () => {
    const accepting = Analysis.errorRate({ noData: NoData.accept() });
    expect([verdict(conditions(accepting)), verdict(conditions(accepting), NaN), verdict(conditions(accepting), 2)]).toEqual([good, good, bad]);
    expect(conditions(accepting, 'checkout-guard').success).toBeUndefined();
  });

  test('every number is good or bad, and never both', () => {
    const threshold = fc.double({ min: 1.001, max: 100, noNaN: true });
    fc.assert(fc.property(threshold, fc.double({ min: 0, max: 1000, noNaN: true }), (atLeast, value) => {
      const both = verdict(conditions(Analysis.successRate({ atLeast })), value);
      expect(both).toEqual(value >= atLeast ? good : bad);
    }), { numRuns: 30 });
  });
});

describe('Flagger', () => {
  const address = 'http://prometheus';
  const secret = SecretReference.named('metrics');

  test('is told the address, headers as lists, and trust', () => {
    const source = new PrometheusSource({ address: 'https://thanos/tenant', headers: { 'X-Scope-OrgID': 'shop' }, insecure: true });
    expect(flaggerTold(source)).toEqual({
      provider: { type: 'prometheus', address: 'https://thanos/tenant', headers: { 'X-Scope-OrgID': ['shop'] }, insecureSkipVerify: true },
    });
  });

  test('reads a token, or a name and a password, from the Secret itself', () => {
    const told = { provider: { type: 'prometheus', address, secretRef: { name: 'metrics' } } };
    const sources = [new PrometheusSource({ address, bearerToken: secret }), new PrometheusSource({ address, basicAuth: secret })];
    expect(sources.map(source => flaggerTold(source))).toEqual([told, told]);
  });

  test('asks builtin questions of an address that wants nothing beside it', () => {
    const plain = (options: Partial<PrometheusSourceOptions>) => new PrometheusSource({ address, ...options })._store.plainAddress;
    expect([plain({}), plain({ headers: {}, insecure: false })]).toEqual([address, address]);
    const others: Partial<PrometheusSourceOptions>[] = [
      { headers: { a: 'b' } }, { secretHeaders: { a: secret } }, { bearerToken: secret }, { basicAuth: secret }, { insecure: true },
      { timeout: Duration.seconds(5) }, { rangeQuery: { beginsAgo: Duration.minutes(1), step: Duration.seconds(30) } },
      { oauth2: { tokenUrl: 'https://login/token', clientId: 'rollouts', clientSecret: secret } },
    ];
    expect(others.map(plain)).toEqual(others.map(() => undefined));
  });

  test.each<[string, Partial<PrometheusSourceOptions>, string]>([
    ['a token that is asked for', { oauth2: { tokenUrl: 'https://login/token', clientId: 'rollouts', clientSecret: secret } }, 'broken  source.oauth2: cannot be told to Flagger, which asks nobody for a token; write bearerToken or basicAuth, or ask through a proxy that has the token'],
    ['signed queries', { address: 'https://aps-workspaces', sigv4: { region: 'eu-west-1' } }, 'broken  source.sigv4: cannot be told to Flagger, which signs nothing; write the address of a proxy that signs'],
    ['headers in Secrets', { secretHeaders: { 'X-Token': secret } }, 'broken  source.secretHeaders: cannot be told to Flagger, whose headers stand in the MetricTemplate as they are; write bearerToken, with the token alone under the key token of a Secret, or basicAuth'],
    ['another key', { bearerToken: SecretReference.named('metrics', { key: 'jwt' }) }, 'broken  source.bearerToken: must be the key token for Flagger, which reads no other, got jwt; rename the key in the Secret'],
    ['a token beside headers', { headers: { a: 'b' }, bearerToken: secret }, 'risky  source.headers: grow by one more Authorization with every query of Flagger where bearerToken is given as well; write basicAuth in place of bearerToken, or leave the headers out'],
    ['a range', { rangeQuery: { beginsAgo: Duration.minutes(5), step: Duration.seconds(30) } }, 'risky  source.rangeQuery: cannot be told to Flagger, which asks for the value there is now; look back in the query, as min_over_time(...[5m:30s]) does, or leave it out'],
    ['another time to answer', { timeout: Duration.seconds(30) }, 'risky  source.timeout: cannot be told to Flagger, which waits 5 s for an answer, got 30s; leave it out, and let the query be a fast one'],
    ['a release in a header', { headers: { version: '{{args.canary-hash}}' } }, 'broken  source.headers: must be the same for every release, since Flagger fills in queries alone; write what it is, without {{...}}'],
  ])('fails to be told %s, and says so', (_, options, line) => {
    expect(linesOf(flaggerTold(new PrometheusSource({ address, ...options })).gaps)).toEqual([line]);
  });
});

describe('credentials for both engines', () => {
  const secret = SecretReference.named('metrics');

  test('a token is a header to Argo Rollouts, which reads it by an argument', () => {
    const { args, metrics } = asked({ source: new PrometheusSource({ address: 'https://prometheus', bearerToken: secret }), query: 'up', atLeast: 1 });
    expect(args).toEqual([{ name: 'metrics_token', valueFrom: { secretKeyRef: { name: 'metrics', key: 'token' } } }]);
    expect(metrics[0].provider.prometheus.headers).toEqual([{ key: 'Authorization', value: 'Bearer {{args.metrics_token}}' }]);
  });

  test('fails to tell Argo Rollouts a name and a password, also where only the catastrophe would be asked', () => {
    const source = new PrometheusSource({ address: 'https://prometheus', basicAuth: secret });
    const line = (property: string) => `[test/checkout] ${property}: cannot be told to Argo Rollouts, which sends no name and no password by itself; `
      + 'write secretHeaders: { Authorization: ... }, with the whole header in a Secret, or bearerToken';
    expect(findingsOf(chart => checkout(chart, { source, analyses: [Analysis.successRate(), Analysis.latency()] }))).toEqual([line('source.basicAuth')]);
    expect(findingsOf(chart => checkout(chart, { analyses: [Analysis.successRate({ source })] }))).toEqual([line('analyses[0].source.basicAuth')]);
    expect(findingsOf(chart => checkout(chart, { source, analyses: [], catastrophe: Catastrophe.above() }))).toEqual([line('source.basicAuth')]);
  });

  test.each<[string, Partial<PrometheusSourceOptions>, string]>([
    ['a token and a password', { bearerToken: secret, basicAuth: secret }, 'bearerToken: cannot be combined with basicAuth: both write the header Authorization; keep the one you mean'],
    ['a token and a header', { bearerToken: secret, headers: { authorization: 'x' } }, 'bearerToken: cannot be combined with headers: both write the header Authorization; keep the one you mean'],
    ['a key of the name and password', { basicAuth: SecretReference.named('metrics', { key: 'x' }) }, 'basicAuth: must name no key, got "x": username and password are read; write SecretReference.named("metrics")'],
  ])('fails on %s', (_, options, message) => {
    expect(() => new PrometheusSource({ address: 'https://prometheus', ...options })).toThrow(new Error(`PrometheusSource: ${message}`));
  });
});
