import { skyWalkingSettings } from '../../../src/rules/analysis/sky-walking-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (fields: string) => template({ metrics: `[{ name: errors, failureCondition: 'result.a > 1', provider: { skywalking: { ${fields} } } }]` });
const query = 'query: "query queryData($duration: Duration!) { a }"';
const path = (field: string) => `spec.metrics[0].provider.skywalking.${field}`;

testRule(skyWalkingSettings, {
  valid: [{ name: 'an address, a query and a time', yaml: asked(`address: http://oap:12800, interval: 3m, ${query}`) }],
  invalid: [
    { name: 'no time', yaml: asked(`address: http://oap:12800, ${query}`), findings: [{ path: path('interval'), class: 'broken', message: 'must be a duration, got none, which errors every measurement; write interval: 5m' }] },
    { name: 'a time in words', yaml: asked(`address: http://oap:12800, interval: 3 minutes, ${query}`), findings: [{ path: path('interval'), message: /got "3 minutes".*write interval: 3m$/ }] },
    { name: 'no scheme', yaml: asked(`address: "oap:12800", interval: 3m, ${query}`), findings: [{ path: path('address'), message: /got "oap:12800"; write address: http:\/\/oap:12800/ }] },
    { name: 'no query', yaml: asked('address: http://oap:12800, interval: 3m'), findings: [{ path: path('query'), message: /^must ask something/ }] },
    {
      name: 'a query that is about no time',
      yaml: asked('address: http://oap:12800, interval: 3m, query: "{ a }"'),
      findings: [{ path: path('query'), class: 'risky', message: 'must take $duration, the only variable that the controller gives it; write query: query queryData($duration: Duration!) { ... }' }],
    },
  ],
});
