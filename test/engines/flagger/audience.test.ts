import { Duration } from 'cdk8s';
import type { Chart } from 'cdk8s';
import { ABTestRollout, Audience, Controller, ContourTraffic, GatewayApiTraffic, IstioTraffic, NginxTraffic } from 'rolloutkit';
import type { FlaggerAudience, ITrafficRouter } from 'rolloutkit';
import { analysisOf, blueGreenOf, canaryOf, errorsOf, wordsOf } from './rendered';

const hosts = ['shop.example.com'];
const istio = new IstioTraffic({ hosts: ['checkout'] });
const gateway = new GatewayApiTraffic({ hosts, gateway: 'public' });
const beta = { queryParams: { beta: { exact: '1' } } };

const tested = (traffic: ITrafficRouter, audience = Audience.header('x-team').isExactly('a'), own?: FlaggerAudience) => (chart: Chart) =>
  new ABTestRollout(chart, 'checkout', {
    containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }], traffic, audience, duration: Duration.hours(1), controller: Controller.flagger({ audience: own }),
  });

test('parameters and whoever asks belong to the audience beside its headers', () => {
  expect(analysisOf(tested(istio, undefined, { ...beta, sourceLabels: { app: 'shop' } })).match)
    .toEqual([{ headers: { 'x-team': { exact: 'a' } }, queryParams: { beta: { exact: '1' } }, sourceLabels: { app: 'shop' } }]);
  expect(analysisOf(tested(gateway, undefined, beta)).match).toEqual([{ headers: { 'x-team': { exact: 'a' } }, ...beta }]);
});

test('the beginning of a header is an expression where these are known, and a beginning where they are not', () => {
  const audience = Audience.header('x-team').startsWith('a.');
  expect(analysisOf(tested(istio, audience)).match).toEqual([{ headers: { 'x-team': { regex: '^a\\..*$' } } }]);
  expect(analysisOf(tested(new ContourTraffic({ host: hosts[0] }), audience)).match).toEqual([{ headers: { 'x-team': { prefix: 'a.' } } }]);
});

test('an audience of the options alone is told, whatever the strategy is', () => {
  const lost = [expect.stringContaining('controller.audience: does nothing: no stage is for an audience')];
  expect(wordsOf(canaryOf({ traffic: gateway }, { audience: beta }))).toEqual(lost);
  expect(wordsOf(blueGreenOf({}, { audience: beta }))).toEqual(lost);
});

test.each<[string, ITrafficRouter, FlaggerAudience, string]>([
  ['parameters that nobody looks at', new NginxTraffic({ hosts }), beta, 'controller.audience.queryParams: needs traffic that looks at them, and for Flagger nginx does not'],
  ['the beginning of a parameter', gateway, { queryParams: { beta: { prefix: 'a' } } }, 'controller.audience.queryParams["beta"].prefix: must be exact or regex for the Gateway API'],
  ['who asks, behind a Gateway', gateway, { sourceLabels: { app: 'shop' } }, 'controller.audience.sourceLabels: needs traffic that knows who asks'],
])('fails on %s', (_, traffic, own, message) => {
  expect(errorsOf(tested(traffic, undefined, own)).join('\n')).toContain(message);
});
