import { Duration } from 'cdk8s';
import { Controller, FlaggerHookType } from 'rolloutkit';
import type { FlaggerHook, FlaggerOptions } from 'rolloutkit';

const hook: FlaggerHook = { name: 'a', moment: FlaggerHookType.ROLLOUT, url: 'http://a.test' };
const intentOf = (options: FlaggerOptions) => {
  const intent = Controller.flagger(options)._intent;
  return intent.kind === 'flagger' ? intent.flagger : undefined;
};

test('gates stand behind an address with and without a slash at its end', () => {
  expect([intentOf({ gates: 'http://gates.test/' })?.gates, intentOf({ gates: 'http://gates.test' })?.gates]).toEqual(['http://gates.test', 'http://gates.test']);
});

test('a call is written as it is, with what was said of it alone', () => {
  expect(intentOf({ webhooks: [hook] })?.webhooks).toEqual([{ name: 'a', type: 'rollout', url: 'http://a.test' }]);
  expect(intentOf({ webhooks: [{ ...hook, timeout: Duration.minutes(1), retries: 0, insecure: true, muteAlert: true, metadata: { a: 'b' } }] })?.webhooks)
    .toEqual([{ name: 'a', type: 'rollout', url: 'http://a.test', timeout: '60s', retries: 0, disableTLS: true, muteAlert: true, metadata: { a: 'b' } }]);
});

test.each<[string, FlaggerOptions, string]>([
  ['a version that is not known', { version: '1.43' }, 'version: must be one of 1.44, got "1.43"'],
  ['no failed check', { threshold: 0 }, 'threshold: must be a whole number of at least 1, got 0'],
  ['half a check', { iterations: 1.5 }, 'iterations: must be a whole number of at least 1, got 1.5; write 2'],
  ['half a second', { interval: Duration.millis(10500) }, 'interval: must be a whole number of seconds, at least 1, got 10.5'],
  ['a promotion of more than all', { promotionStep: 101 }, 'promotionStep: must be a whole number from 1 to 100, got 101'],
  ['half a percent of ready pods', { canaryReadyPercent: 99.5 }, 'canaryReadyPercent: must be a whole number from 1 to 100, got 99.5'],
  ['no ready pods', { primaryReadyPercent: 0 }, 'primaryReadyPercent: must be a whole number from 1 to 100, got 0'],
  ['half a pod', { primaryScaler: { minReplicas: 0.5 } }, 'primaryScaler.minReplicas: must be a whole number of at least 1, got 0.5'],
  ['more pods at least than at most', { primaryScaler: { minReplicas: 3, maxReplicas: 2 } }, 'primaryScaler.minReplicas: must not exceed maxReplicas, got 3 and 2'],
  ['an address without http', { gates: 'gates.test' }, 'gates: must begin with http:// or https://, got "gates.test"; write "http://gates.test"'],
  ['an address with another scheme', { metricsServer: 'ftp://a.test' }, 'metricsServer: must begin with http:// or https://, got "ftp://a.test"; write "http://a.test"'],
  ['a rollback that is asked for nowhere', { manualRollback: true }, 'gates: must be given with manualRollback'],
  ['a cookie that is none', { primaryCookie: 'a b' }, 'primaryCookie: must be the name of a cookie, got "a b"'],
  ['a parameter without a comparison', { audience: { queryParams: { a: {} } } }, 'audience.queryParams["a"]: must have exactly one of exact, prefix and regex, got none'],
  ['a label that is none', { audience: { sourceLabels: { 'a b': 'c' } } }, 'audience.sourceLabels["a b"]: must be the key of a label, got "a b"'],
  ['a call to nowhere', { webhooks: [{ ...hook, url: 'a.test' }] }, 'webhooks[0].url: must begin with http:// or https://, got "a.test"; write "http://a.test"'],
  ['half a try', { webhooks: [{ ...hook, retries: 0.5 }] }, 'webhooks[0].retries: must be a whole number of at least 0, got 0.5'],
  ['a call that takes no time', { webhooks: [{ ...hook, timeout: Duration.seconds(0) }] }, 'webhooks[0].timeout: must be a whole number of seconds, at least 1, got 0'],
])('fails on %s', (_, options, message) => {
  expect(() => Controller.flagger(options)).toThrow(`Controller.flagger: ${message}`);
});
