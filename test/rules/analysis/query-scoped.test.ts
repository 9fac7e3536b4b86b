import { queryScoped } from '../../../src/rules/analysis/query-scoped';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = (args = '[]'): string => rollout({
  canary: `\nstableService: checkout\ncanaryService: checkout-canary\nanalysis: { templates: [{ templateName: success-rate }], args: ${args} }`,
});
const HASH = '[{ name: x, valueFrom: { podTemplateHashValue: Latest } }]';
const query = (matcher: string, annotations = '{}'): string =>
  template({ annotations, args: '[{ name: x }]', query: `sum(rate(http_requests_total{${matcher}}[5m]))` });
const path = 'spec.metrics[0].provider.prometheus.query';

testRule(queryScoped, {
  valid: [
    { name: 'the pods of the hash', yaml: run(HASH) + query('pod=~"checkout-{{args.x}}-.*"') },
    { name: 'a label for the version', yaml: run() + query('rollouts_pod_template_hash="abc"') },
    { name: 'the canary Service', yaml: run() + query('service="checkout-canary"') },
    { name: 'the canary Service by argument', yaml: run('[{ name: x, value: checkout-canary }]') + query('service="{{args.x}}"') },
    { name: 'a field of the Rollout', yaml: run('[{ name: x, valueFrom: { fieldRef: { fieldPath: metadata.labels.x } } }]') + query('service="{{args.x}}"') },
    { name: 'a number of the business', yaml: run() + template({ query: 'sum(rate(orders_total[5m]))' }) },
    { name: 'what is meant so', yaml: run() + query('service="checkout"', '{ rolloutkit.dev/scope: service }') },
    { name: 'what is meant so for one metric', yaml: run() + query('service="checkout"', '{ rolloutkit.dev/scope.success-rate: everything }') },
    { name: 'a template that nothing runs', yaml: query('service="checkout"') },
    {
      name: 'a blue-green, whose active Service has one version',
      yaml: rollout({ strategy: '\nblueGreen: { activeService: a, postPromotionAnalysis: { templates: [{ templateName: success-rate }] } }' }) + query('service="checkout"'),
    },
  ],
  invalid: [
    {
      name: 'the Service of both versions',
      yaml: run('[{ name: x, value: checkout }]') + query('service="{{args.x}}"'),
      findings: [{ path, class: 'risky', message: /^measures http_requests_total of both versions together: .*; add a label such as rollouts_pod_template_hash=.*podTemplateHashValue: Latest/ }],
    },
    { name: 'nothing at all', yaml: run() + query(''), findings: [{ path, message: /nothing in the query tells the canary/ }] },
    { name: 'the stable hash', yaml: run(HASH.replace('Latest', 'Stable')) + query('pod=~".*-{{args.x}}-.*"'), findings: [{ path, message: /both versions/ }] },
  ],
});
