import { Analysis, ExternalMetricsSource, SecretReference } from 'rolloutkit';
import { flaggerTold } from './asked';

const source = new ExternalMetricsSource();

test('the API server is asked, or another server', () => {
  expect(flaggerTold(source, 'shop/queue')).toEqual({ provider: { type: 'externalmetrics' } });
  expect(flaggerTold(new ExternalMetricsSource({ address: 'https://metrics', secret: SecretReference.named('token') }), 'shop/queue'))
    .toEqual({ provider: { type: 'externalmetrics', address: 'https://metrics', secretRef: { name: 'token' } } });
});

test.each(['shop/queue', '{{args.namespace}}/queue?labelSelector=app%3Dcheckout', 'shop/queue?labelSelector=a=b,c!=d'])('%s is a question', query => {
  expect(() => Analysis.custom({ source, query, atLeast: 1 })).not.toThrow();
});

test.each<[string, string, string]>([
  ['no namespace, which would be the one called default', 'queue', 'query: must be a namespace and the name of a metric, got "queue"; write for example "{{args.namespace}}/queue-length"'],
  ['too many names', 'a/b/c', 'query: must be a namespace and the name of a metric, got "a/b/c"; write for example "{{args.namespace}}/queue-length"'],
  ['another parameter, which selects everything', 'shop/queue?selector=a', 'query: must select by labelSelector alone, got "selector=a"; write ?labelSelector=app%3Dcheckout'],
])('fails on %s', (_, query, message) => {
  expect(() => Analysis.custom({ source, query, atLeast: 1 })).toThrow(new Error(`Analysis.custom: ${message}`));
});

test('fails on an address without a scheme, and on a key of the Secret', () => {
  expect(() => new ExternalMetricsSource({ address: 'metrics:443', secret: SecretReference.named('token', { key: 'jwt' }) })).toThrow(new Error([
    'ExternalMetricsSource: address: must begin with http:// or https:// and name a host, got "metrics:443"; write "http://metrics:443"',
    'ExternalMetricsSource: secret: must name no key, got "jwt": token is read; write SecretReference.named("token")',
  ].join('\n')));
});
