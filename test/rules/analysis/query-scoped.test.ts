import { queryScoped } from '../../../src/rules/analysis/query-scoped';
import { rollout, service, template } from '../manifests';
import { testRule } from '../test-rule';

const run = (args = '[]'): string => rollout({
  canary: `\nstableService: checkout\ncanaryService: checkout-canary\nanalysis: { templates: [{ templateName: success-rate }], args: ${args} }`,
});
const HASH = '[{ name: x, valueFrom: { podTemplateHashValue: Latest } }]';
const query = (matcher: string, annotations = '{}'): string =>
  template({ annotations, args: '[{ name: x }]', query: `sum(rate(http_requests_total{${matcher}}[5m]))` });
const path = 'spec.metrics[0].provider.prometheus.query';

const web = (url: string, annotations = '{}'): string =>
  template({ annotations, args: '[{ name: x }]', metrics: `[{ name: up, successCondition: result, provider: { web: { url: "${url}", jsonPath: "{$.ok}" } } }]` });
const services = service('checkout') + service('checkout-canary') + service('checkout-all');
const bare = rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }] }' });

testRule(queryScoped, {
  valid: [
    { name: 'the address of the canary Service', yaml: run() + services + web('http://checkout-canary.shop.svc.cluster.local:8080/health') },
    { name: 'the address of the canary Service by argument', yaml: run('[{ name: x, value: checkout-canary }]') + services + web('http://{{args.x}}.shop/health') },
    {
      name: 'the address of a Service that takes turns',
      yaml: rollout({ canary: '\npingPong: { pingService: ping, pongService: pong }\nanalysis: { templates: [{ templateName: success-rate }] }' }) + service('ping') + web('http://ping.shop/'),
    },
    { name: 'an address that is not known yet', yaml: run() + services + web('http://{{args.x}}.shop/health') },
    { name: 'an address of another namespace', yaml: run() + services + web('http://checkout.bank/health') },
    { name: 'an address outside the cluster', yaml: run() + services + web('https://checkout.shop.example.com/health') },
    { name: 'the address of a Service of other pods', yaml: run() + service('judge', '{ app: judge }') + web('http://judge.shop/') },
    { name: 'an address that is meant so', yaml: run() + services + web('http://checkout-all.shop/health', '{ rolloutkit.dev/scope: service }') },
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
      name: 'the address of the Service of both versions',
      yaml: run() + services + web('http://checkout-all.shop.svc:8080/health'),
      findings: [{
        path: 'spec.metrics[0].provider.web.url',
        class: 'risky',
        message: 'asks Service checkout-all about the canary, and it leads to both versions; write url: http://checkout-canary.shop.svc:8080/health; or annotate AnalysisTemplate shop/success-rate rolloutkit.dev/scope: service if that is meant',
      }],
    },
    {
      name: 'the address of the stable Service, without its namespace',
      yaml: run() + services + web('http://checkout/health'),
      findings: [{ path: 'spec.metrics[0].provider.web.url', message: /and it leads to the old version; write url: http:\/\/checkout-canary\.shop\/health; / }],
    },
    {
      name: 'the address of the only Service',
      yaml: bare + service('checkout') + web('http://checkout.shop/health'),
      findings: [{ path: 'spec.metrics[0].provider.web.url', message: /leads to both versions; name a canaryService, which leads to the new version alone, and ask that one; / }],
    },
    {
      name: 'the Service of both versions',
      yaml: run('[{ name: x, value: checkout }]') + query('service="{{args.x}}"'),
      findings: [{ path, class: 'risky', message: /^measures http_requests_total of both versions together: .*; add a label such as rollouts_pod_template_hash=.*podTemplateHashValue: Latest/ }],
    },
    { name: 'nothing at all', yaml: run() + query(''), findings: [{ path, message: /nothing in the query tells the canary/ }] },
    { name: 'the stable hash', yaml: run(HASH.replace('Latest', 'Stable')) + query('pod=~".*-{{args.x}}-.*"'), findings: [{ path, message: /both versions/ }] },
  ],
});
