import { DynatraceSource, SecretReference } from 'rolloutkit';
import type { DynatraceSourceOptions } from 'rolloutkit';
import { flaggerTold } from './asked';

const options: DynatraceSourceOptions = { address: 'https://abc12345.live.dynatrace.com', secret: SecretReference.named('dynatrace') };

test('a selector is asked over a tenth of the window ten times, which becomes one number', () => {
  expect(flaggerTold(new DynatraceSource(options), 'builtin:host.cpu.usage:avg')).toEqual({
    provider: { type: 'dynatrace', address: 'https://abc12345.live.dynatrace.com', secretRef: { name: 'dynatrace' } }, intervals: 10,
  });
});

test.each<[string, Partial<DynatraceSourceOptions>, string]>([
  ['the path that Flagger appends', { address: 'https://abc12345.live.dynatrace.com/api/v2/metrics' }, 'address: must end before /api/v2, which Flagger appends, and without a slash, got "https://abc12345.live.dynatrace.com/api/v2/metrics"; write "https://abc12345.live.dynatrace.com"'],
  ['a slash at the end', { address: 'https://managed/e/abc/' }, 'address: must end before /api/v2, which Flagger appends, and without a slash, got "https://managed/e/abc/"; write "https://managed/e/abc"'],
  ['no scheme', { address: 'abc12345.live.dynatrace.com' }, 'address: must begin with http:// or https:// and name a host, got "abc12345.live.dynatrace.com"; write "http://abc12345.live.dynatrace.com"'],
  ['a key of the Secret', { secret: SecretReference.named('dynatrace', { key: 'token' }) }, 'secret: must name no key, got "token": dynatrace_token is read; write SecretReference.named("dynatrace")'],
])('fails on %s', (_, changes, message) => {
  expect(() => new DynatraceSource({ ...options, ...changes })).toThrow(new Error(`DynatraceSource: ${message}`));
});
