import { metricTemplateProvider } from '../../../src/rules/flagger/metric-template-provider';
import { canary } from '../flagger-manifests';
import { asking, metricTemplate, ORDERS } from '../flagger-metrics';
import { testRule } from '../test-rule';

const secret = (keys: string, namespace = 'shop') => `---
apiVersion: v1
kind: Secret
metadata: { name: metrics, namespace: ${namespace} }
stringData: ${keys}
`;

testRule(metricTemplateProvider, {
  valid: [
    { name: 'an address', yaml: metricTemplate({ provider: '{ type: prometheus, address: https://prometheus.example.com/base }' }) },
    { name: 'a token', yaml: metricTemplate({ provider: '{ type: prometheus, address: http://prometheus, secretRef: { name: metrics } }' }) + secret('{ token: abc }') },
    { name: 'a Secret that somebody fills later', yaml: metricTemplate({ provider: '{ type: datadog, secretRef: { name: metrics } }' }) + secret('{}') },
    { name: 'a Secret that is kept elsewhere', yaml: metricTemplate({ provider: '{ type: newrelic, secretRef: { name: metrics } }' }) },
    { name: 'an address that is not read', yaml: metricTemplate({ provider: '{ type: keptn, address: nowhere }' }) },
    { name: 'a host alone for external metrics', yaml: metricTemplate({ provider: '{ type: externalmetrics, address: "metrics:6443" }' }) },
    { name: 'a metrics server that no metric asks', yaml: asking(ORDERS, { spec: '\nmetricsServer: prometheus:9090' }) },
    { name: 'a metrics server of an analysis that is skipped', yaml: canary({ spec: '\nmetricsServer: prometheus:9090\nskipAnalysis: true' }) },
    { name: 'a region', yaml: metricTemplate({ provider: '{ type: cloudwatch, region: eu-central-1 }' }) },
    { name: 'a provider that needs nothing', yaml: metricTemplate({ provider: '{ type: keptn }' }) },
    { name: 'the metrics server of a Canary', yaml: canary({ spec: '\nmetricsServer: http://prometheus:9090' }) },
  ],
  invalid: [
    {
      name: 'an address without a scheme',
      yaml: metricTemplate({ provider: '{ type: prometheus, address: "prometheus:9090" }' }),
      findings: [
        {
          path: 'spec.provider.address',
          message: 'must be an address with http:// or https://, got "prometheus:9090"; write address:'
            + ' http://prometheus:9090',
        },
      ],
    },
    {
      name: 'no address',
      yaml: metricTemplate({ provider: '{ type: graphite }' }),
      findings: [
        { path: 'spec.provider.address', message: 'must be there, got none; write for example address: http://graphite.monitoring' },
      ],
    },
    {
      name: 'no region',
      yaml: metricTemplate({ provider: '{ type: cloudwatch }' }),
      findings: [
        { path: 'spec.provider.region', message: 'must be there for cloudwatch, got none; write for example region: eu-central-1' },
      ],
    },
    {
      name: 'no Secret',
      yaml: metricTemplate({ provider: '{ type: datadog }' }),
      findings: [
        {
          path: 'spec.provider.secretRef',
          message: 'must be there for datadog, got none; write secretRef: { name: ... }, a Secret with datadog_api_key'
            + ' and datadog_application_key',
        },
      ],
    },
    {
      name: 'a Secret without a name',
      yaml: metricTemplate({ provider: "{ type: newrelic, secretRef: { name: '' } }" }),
      findings: [
        { path: 'spec.provider.secretRef.name', message: 'must be the name of a Secret, got nothing; write the name of one, or drop secretRef' },
      ],
    },
    {
      name: 'a Secret in another namespace',
      yaml: metricTemplate({ provider: '{ type: dynatrace, address: https://example.com, secretRef: { name: metrics } }' }) + secret('{ dynatrace_token: abc }', 'help'),
      findings: [
        {
          path: 'spec.provider.secretRef.name',
          message: 'names Secret metrics, which is in namespace help, and is looked for in shop; add Secret metrics to'
            + ' shop',
        },
      ],
    },
    {
      name: 'no spec',
      yaml: 'apiVersion: flagger.app/v1beta1\nkind: MetricTemplate\nmetadata: { name: orders, namespace: shop }\n',
      findings: [
        { path: 'spec', message: /^must be there, got none; write spec: / },
      ],
    },
    {
      name: 'a host that is none for external metrics',
      yaml: metricTemplate({ provider: '{ type: externalmetrics, address: "://x" }' }),
      findings: [
        { path: 'spec.provider.address', message: /^must be an address with http:\/\/ or https:\/\/, got ":\/\/x"; write address: http:\/\/x/ },
      ],
    },
    {
      name: 'a metrics server that nobody can take apart, asked for nothing',
      yaml: asking(ORDERS, { spec: '\nmetricsServer: ://prometheus' }),
      findings: [
        { path: 'spec.metricsServer', message: /got ":\/\/prometheus"/ },
      ],
    },
    {
      name: 'a Secret without a key',
      yaml: metricTemplate({ provider: '{ type: prometheus, address: http://prometheus, secretRef: { name: metrics } }' }) + secret('{ username: abc }'),
      findings: [
        {
          path: 'spec.provider.secretRef.name',
          message: 'needs token, or username and password in Secret metrics, which has username; add password to Secret'
            + ' metrics',
        },
      ],
    },
    {
      name: 'a metrics server without a scheme',
      yaml: canary({ spec: '\nmetricsServer: prometheus.monitoring:9090' }),
      findings: [
        {
          path: 'spec.metricsServer',
          message: 'must be an address with http:// or https://, got "prometheus.monitoring:9090"; write metricsServer:'
            + ' http://prometheus.monitoring:9090',
        },
      ],
    },
  ],
});
