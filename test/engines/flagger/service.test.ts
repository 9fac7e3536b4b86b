import { GatewayApiTraffic, Scrape, SessionAffinity } from 'rolloutkit';
import { canaryOf, errorsOf, specOf } from './rendered';
import { synthesize } from '../../render';

const traffic = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public', annotations: { 'a.example/b': 'c' } });

test('what the options of Flagger say counts before what the router says', () => {
  expect(specOf(canaryOf({ traffic })).service).toMatchObject({ hosts: ['shop.example.com'], match: [{ uri: { prefix: '/' } }] });
  expect(specOf(canaryOf({ traffic }, { service: { hosts: ['a.example'], match: [{ uri: { prefix: '/a' } }] } })).service)
    .toMatchObject({ hosts: ['a.example'], match: [{ uri: { prefix: '/a' } }], gatewayRefs: [{ name: 'public' }] });
});

test('Services carry what the options say, beside what the rollout and its router say', () => {
  const carried = { labels: { team: 'a' } };
  const { apex, primary } = specOf(canaryOf({ traffic, scrape: Scrape.at() }, { service: { apex: carried, primary: carried } })).service;
  expect(apex).toEqual({ ...carried, annotations: { 'a.example/b': 'c' } });
  expect(primary).toEqual({ ...carried, annotations: expect.objectContaining({ 'prometheus.io/scrape': 'true' }) });
});

test('a Gateway that the options name is somebody else\'s', () => {
  expect(errorsOf(canaryOf({ traffic }, { service: { gatewayRefs: [{ name: 'edge' }] } }))).toEqual([]);
});

test('what a router does not read is told by the name of the option', () => {
  const { words } = synthesize(chart => void canaryOf({ traffic }, { service: { retries: { attempts: 3 }, unmanaged: { labels: ['a.example/b'] } } })(chart));
  expect(words).toContain('controller.service.retries: is not read for provider gatewayapi:v1');
  expect(words).not.toContain('unmanaged');
});

test('fails on a change of answers beside cookies, by the name of the option', () => {
  const cookies = { traffic, sessionAffinity: SessionAffinity.cookie() };
  expect(errorsOf(canaryOf(cookies, { service: { responseHeaders: { set: { a: 'b' } } } }))[0]).toContain('controller.service');
});
