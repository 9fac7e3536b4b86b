import { webSettings } from '../../../src/rules/analysis/web-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (fields: string, args = '[]') => template({ args, metrics: `[{ name: health, successCondition: result == true, provider: { web: { ${fields} } } }]` });
const url = 'url: http://checkout-canary/health';
const path = (field: string) => `spec.metrics[0].provider.web.${field}`;

testRule(webSettings, {
  valid: [
    { name: 'an address and a path', yaml: asked(`${url}, jsonPath: "{$.data.ok}"`) },
    { name: 'the whole answer', yaml: asked(url) },
    { name: 'any answer, by a text that is compared with itself', yaml: asked(`${url}, jsonPath: answered`).replace('result == true', '\'result == "answered"\'') },
    { name: 'an address with a space behind the host', yaml: asked('url: "http://a/b c"') },
    { name: 'a body that is sent', yaml: asked(`${url}, method: POST, body: a`) },
    { name: 'a body of JSON', yaml: asked(`${url}, method: PUT, jsonBody: { a: 1 }`) },
    { name: 'an address that comes with the run', yaml: asked('url: "{{args.url}}"', '[{ name: url }]') },
    ...["{$.a['b'].c[0]}", '{.items[*].x}', '{..x}', "{$.items[?(@.name == 'a')].x}", '{$.list[0:2]}', '{range .a[*]}{.b}{end}', "{$['a','b']}", '{$.a\\.b}'].map((text) => ({
      name: text, yaml: asked(`${url}, jsonPath: ${JSON.stringify(text)}`),
    })),
  ],
  invalid: [
    { name: 'no scheme', yaml: asked('url: checkout-canary/health'), findings: [{ path: path('url'), class: 'broken', message: 'must be an address with http:// or https://, got "checkout-canary/health"; write url: http://checkout-canary/health' }] },
    { name: 'no address', yaml: asked('url: ""'), findings: [{ path: path('url'), message: /got none; write for example url: http/ }] },
    { name: 'two bodies', yaml: asked(`${url}, method: POST, body: a, jsonBody: { a: 1 }`), findings: [{ path: path('body'), message: 'must not stand beside jsonBody, since there is one body; drop body, or jsonBody' }] },
    { name: 'a body that nobody sends', yaml: asked(`${url}, body: a`), findings: [{ path: path('method'), message: 'must be POST or PUT to send a body, got none, which is GET; write method: POST' }] },
    { name: 'a body of a GET', yaml: asked(`${url}, method: GET, jsonBody: { a: 1 }`), findings: [{ path: path('method'), message: /got GET; write method: POST/ }] },
    { name: 'a method in small letters', yaml: asked(`${url}, method: post`), findings: [{ path: path('method'), class: 'risky', message: 'must be GET, POST or PUT, got "post"; write method: POST' }] },
    { name: 'a time below 0', yaml: asked(`${url}, timeoutSeconds: -1`), findings: [{ path: path('timeoutSeconds'), class: 'risky', message: /got -1, which means 10/ }] },
    {
      name: 'a path without braces',
      yaml: asked(`${url}, jsonPath: $.data.ok`),
      findings: [{ path: path('jsonPath'), message: 'has no braces, so it is taken for plain text, which is then what is measured, got "$.data.ok"; write jsonPath: "{$.data.ok}"' }],
    },
    { name: 'a path that does not end', yaml: asked(`${url}, jsonPath: "{$.data"`), findings: [{ path: path('jsonPath'), message: /^cannot be read from .* on, got "\{\$\.data"; write for example/ }] },
    { name: 'an index that is none', yaml: asked(`${url}, jsonPath: "{$.data[a]}"`), findings: [{ path: path('jsonPath'), message: /^cannot be read from/ }] },
    {
      name: 'a client without an id',
      yaml: asked(`${url}, authentication: { oauth2: { tokenUrl: http://sso, clientSecret: "{{args.secret}}" } }`, '[{ name: secret }]'),
      findings: [{ path: path('authentication.oauth2.clientId'), message: /^must be given with a tokenUrl, got none.*write clientId: "\{\{args.client-id\}\}"/ }],
    },
  ],
});
