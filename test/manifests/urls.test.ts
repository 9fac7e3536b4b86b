import { isUrl } from '../../src/manifests/urls';

// What Go's own parser has said of each.

test.each([
  'http://prometheus:9090', 'HTTP://A', 'http://a:', 'http://:9090', 'https://u:p@h/x', 'http://a@b@c', 'http://[::1]:9090', 'http://[fe80::1%25en0]:80', 'http://a%25b', 'http://a%c3%bc',
  'http://a/%20', 'http://a/ b', 'http://a?%zz', 'http://a?b c', 'http://a#b', 'http://a_b.c', 'http://ünicode', 'http://a"b', 'http://a]b', 'http://*', 'http://a,b', 'ftp://x', 'a+b.c-d://e',
])('%s is an address', (text) => {
  expect(isUrl(text)).toBe(true);
});

test.each([
  '', 'x', 'prometheus:9090', '//x', '://x', '1http://a', 'http:x', 'http:/x', 'http://', 'http:///x', 'http://?x', 'http://u@', 'http://u b@h', 'http://prometheus:x', 'http://prometheus:9090x', 'http://a:1:2', 'http://a b',
  'http://a%20b', 'http://a%2', 'http://a/%zz', 'http://a#%zz', 'http://[::1', 'http://[::1]x', 'http://[1.2.3.4]', 'http://[zz::1]', 'http://a[b', 'http://a\\b', 'http://a^b', 'http://{a}', 'http://a|b', 'http://a`b', 'http://a\tb', ' http://a', 'http://a ',
])('fails on %j', (text) => {
  expect(isUrl(text)).toBe(false);
});
