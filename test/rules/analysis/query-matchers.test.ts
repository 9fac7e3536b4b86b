import { queryMatchers } from '../../../src/rules/analysis/query-matchers';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const path = 'spec.metrics[0].provider.prometheus.query';

testRule(queryMatchers, {
  valid: ['a{code=~"5.."}', 'a{code="500"}', 'a{path="/v1/items"}', 'a{le="0.5"}', 'a{version="1.10.2"}', 'a{host="shop.example.com"}', 'a{pod=~"x-.*"}'].map((query) => ({ name: query, yaml: template({ query }) })),
  invalid: [
    { name: 'a class of codes', yaml: template({ query: 'a{code="5.."}' }), findings: [{ path, class: 'risky', message: 'asks for code="5.." letter by letter, and it looks like a pattern; write code=~"5.."' }] },
    { name: 'all but a pattern', yaml: template({ query: 'a{pod!="checkout-.*"}' }), findings: [{ path, message: /write pod!~"checkout-\.\*"$/ }] },
    { name: 'one or the other', yaml: template({ query: 'a{code="500|503"}' }), findings: [{ path, message: /write code=~"500\|503"$/ }] },
  ],
});
