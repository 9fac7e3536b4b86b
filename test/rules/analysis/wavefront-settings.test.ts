import { wavefrontSettings } from '../../../src/rules/analysis/wavefront-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (fields: string) => template({ metrics: `[{ name: errors, failureCondition: 'result > 1', provider: { wavefront: { ${fields} } } }]` });

testRule(wavefrontSettings, {
  valid: [{ name: 'a host and a query', yaml: asked('address: example.wavefront.com, query: ts(errors)') }],
  invalid: [
    {
      name: 'an address as in a browser',
      yaml: asked('address: "https://example.wavefront.com", query: ts(errors)'),
      findings: [{ path: 'spec.metrics[0].provider.wavefront.address', class: 'broken', message: 'must be the name of a host, as a key of a Secret may be, got something else; write address: example.wavefront.com' }],
    },
    {
      name: 'no address and no query',
      yaml: asked('address: ""'),
      findings: [
        { path: 'spec.metrics[0].provider.wavefront.address', message: /got none/ }, { path: 'spec.metrics[0].provider.wavefront.query', message: /^must ask something/ },
      ],
    },
  ],
});
