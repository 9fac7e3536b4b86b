import { GatewayApiTraffic, IstioTraffic, NginxTraffic, SameSite, SessionAffinity, TraefikTraffic } from 'rolloutkit';
import { analysisOf, canaryOf, errorsOf, wordsOf } from './rendered';
import { checkout, synthesize } from '../../render';

const hosts = ['shop.example.com'];
const traffic = new GatewayApiTraffic({ hosts, gateway: 'public' });
const sessionAffinity = SessionAffinity.cookie({ httpOnly: true, secure: true, sameSite: SameSite.STRICT });

test('visitors stay with the canary by a cookie named for it', () => {
  expect(analysisOf(canaryOf({ traffic, sessionAffinity: SessionAffinity.cookie() })).sessionAffinity).toEqual({ cookieName: 'checkout-canary' });
});

test('the cookie is as it is asked for, and the primary may have one of its own', () => {
  expect(analysisOf(canaryOf({ traffic, sessionAffinity }, { primaryCookie: 'shop-primary' })).sessionAffinity)
    .toEqual({ cookieName: 'checkout-canary', primaryCookieName: 'shop-primary', httpOnly: true, secure: true, sameSite: 'Strict' });
});

test('fails on one name for both cookies, in the words of the option', () => {
  expect(errorsOf(canaryOf({ traffic, sessionAffinity: SessionAffinity.cookie({ name: 'shop' }) }, { primaryCookie: 'shop' }))[0])
    .toContain('controller.primaryCookie: must not be the name of both cookies, got "shop"');
});

test('fails on connections, of which nobody knows whose they are', () => {
  expect(errorsOf(canaryOf({ traffic: new IstioTraffic({ hosts: ['checkout'], tcpPort: 5432 }), sessionAffinity }))[0])
    .toContain('sessionAffinity: needs traffic that keeps visitors with a version');
});

test('who has cookies of its own is not told of those of Flagger, and makes them as it always does', () => {
  const nginx = canaryOf({ traffic: new NginxTraffic({ hosts }), sessionAffinity }, { primaryCookie: 'a' });
  expect(analysisOf(nginx)).not.toHaveProperty('sessionAffinity');
  expect(wordsOf(nginx)).toEqual([
    expect.stringContaining('sessionAffinity: must say nothing of httpOnly, secure, sameSite: the cookie is made by nginx, which takes its name and age alone; leave them out'),
    expect.stringContaining('controller.primaryCookie: does nothing: Flagger makes no cookies for this traffic'),
  ]);
});

test('a cookie of the primary without one of the canary is told', () => {
  expect(wordsOf(canaryOf({ traffic }, { primaryCookie: 'a' }))).toEqual([expect.stringContaining('controller.primaryCookie: does nothing without sessionAffinity, got none')]);
});

test('Argo Rollouts is told the name and the age alone', () => {
  const { words } = synthesize(chart => void checkout(chart, { traffic: new TraefikTraffic({ hosts }), sessionAffinity }));
  expect(words).toContain('sessionAffinity: must say nothing of httpOnly, secure, sameSite: the cookie is made by traefik, which takes its name and age alone');
});
