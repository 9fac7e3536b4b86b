import { Analysis, SecretReference, SplunkSource } from 'rolloutkit';
import { flaggerTold } from './asked';

const secret = SecretReference.named('splunk');
const source = new SplunkSource({ address: 'https://api.eu0.signalfx.com', secret });

test('the realm is told, and the token is in a Secret', () => {
  expect(flaggerTold(source, "data('errors').publish()"))
    .toEqual({ provider: { type: 'splunk', address: 'https://api.eu0.signalfx.com', secretRef: { name: 'splunk' } } });
  expect(() => new SplunkSource({ address: 'wss://stream.us1.signalfx.com', secret })).not.toThrow();
});

test.each(['https://app.eu0.signalfx.com', 'https://api.eu0.signalfx.com/', 'https://api.eu0.signalfx.com/v2/signalflow', 'api.eu0.signalfx.com'])(
  'fails on %s, which Flagger would make nothing of', address => {
    expect(() => new SplunkSource({ address, secret })).toThrow(new Error(
      `SplunkSource: address: must be the interface of a realm, without a path, got "${address}"; write for example "https://api.eu0.signalfx.com"`));
  });

test('fails on a program from which nothing comes back', () => {
  expect(() => Analysis.custom({ source, query: "data('errors')", atMost: 1 })).toThrow(new Error(
    'Analysis.custom: query: must publish its series, got "data(\'errors\')"; append .publish()'));
});
