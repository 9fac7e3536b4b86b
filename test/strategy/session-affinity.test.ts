import { Duration } from 'cdk8s';
import { SameSite, SessionAffinity } from 'rolloutkit';
import type { CookieAffinityOptions } from 'rolloutkit';

test('a cookie of which nothing is said is the router\'s own', () => {
  expect(SessionAffinity.cookie()._intent).toEqual({});
});

test('all that can be said of a cookie', () => {
  const attributes = { domain: '.example.com', path: '/shop', httpOnly: true, secure: true, sameSite: SameSite.NONE, partitioned: true };
  expect(SessionAffinity.cookie({ name: 'shop', maxAge: Duration.hours(1), ...attributes })._intent).toEqual({ cookie: 'shop', maxAgeSeconds: 3600, attributes });
});

test.each<[string, CookieAffinityOptions, string]>([
  ['a name with a semicolon', { name: 'a;b' }, 'name: must be the name of a cookie, got "a;b"'],
  ['half a second', { maxAge: Duration.millis(500) }, 'maxAge: must be a whole number of seconds, at least 1, got 0.5'],
  ['a domain with its scheme', { domain: 'https://example.com' }, 'domain: must be the name of a domain, got "https://example.com"'],
  ['a path without a slash', { path: 'shop' }, 'path: must begin with a slash, got "shop"; write "/shop"'],
  ['a cookie for all sites without TLS', { sameSite: SameSite.NONE }, 'sameSite: must stand beside secure: true, without which browsers drop the cookie; write secure: true'],
  ['a cookie for pages inside of others without TLS', { partitioned: true, secure: false }, 'partitioned: must stand beside secure: true'],
])('fails on %s', (_, options, message) => {
  expect(() => SessionAffinity.cookie(options)).toThrow(`SessionAffinity.cookie: ${message}`);
});
