import { previewTraffic } from '../../../src/rules/analysis/preview-traffic';
import { blueGreen, BOUNDED, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const hash = '{ name: hash, valueFrom: { podTemplateHashValue: Latest } }';
const analysis = (args = '') => `{ templates: [{ templateName: success-rate }]${args === '' ? '' : `, args: [${args}]`} }`;
const before = (args?: string) => blueGreen(`\nprePromotionAnalysis: ${analysis(args)}`);
const asked = (query: string, pieces = {}) => template({ metric: BOUNDED, query, ...pieces });
const ofPods = 'sum(rate(http_requests_total{pod=~"checkout-{{args.hash}}-.*"}[5m]))';
const ofService = 'sum(rate(http_requests_total{service="checkout"}[5m]))';
const path = 'spec.metrics[0].provider.prometheus.query';
const fix = 'ask it after the switch, or run a job beside it that sends requests to the preview';
const job = template({ name: 'load-test', metrics: '[{ name: load-test, provider: { job: { spec: { template: {} } } } }]' });

testRule(previewTraffic, {
  valid: [
    { name: 'requests that are counted after the switch', yaml: blueGreen(`\npostPromotionAnalysis: ${analysis()}`) + asked(ofService) },
    { name: 'something that needs no requests', yaml: before() + asked('queue_lag') },
    { name: 'restarts of the new pods', yaml: before(hash) + asked('sum(kube_pod_container_status_restarts_total{pod=~"checkout-{{args.hash}}-.*"})', { args: '[{ name: hash }]' }) },
    { name: 'what a prober finds, which sends its own', yaml: before() + asked('probe_http_status_code{instance="checkout-preview"}') },
    { name: 'requests beside a job that may send them', yaml: blueGreen('\nprePromotionAnalysis: { templates: [{ templateName: success-rate }, { templateName: load-test }] }') + asked(ofService) + job },
    { name: 'requests of the whole service, when the template says that they are meant', yaml: before() + asked(ofService, { annotations: '{ rolloutkit.dev/scope: service }' }) },
    { name: 'requests at a stage of a canary', yaml: rollout({ steps: `[{ setWeight: 20 }, { analysis: ${analysis()} }]` }) + asked(ofService) },
  ],
  invalid: [
    {
      name: 'requests of the new pods, which get none',
      yaml: before(hash) + asked(ofPods, { args: '[{ name: hash }]' }),
      findings: [{ path, message: `counts http_requests_total of the preview, to which nobody sends requests before the switch; ${fix}`, class: 'risky' }],
    },
    {
      name: 'requests of the preview Service',
      yaml: before() + asked('sum(rate(istio_requests_total{destination_service_name="checkout-preview"}[5m]))'),
      findings: [{ path, message: /^counts istio_requests_total of the preview/ }],
    },
    {
      name: 'requests of the Service, which still leads to the old version',
      yaml: before() + asked(ofService),
      findings: [{ path, message: `counts http_requests_total of the old version, which has all of the requests before the switch; ${fix}` }],
    },
    {
      name: 'how long they take',
      yaml: before() + asked('histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{app="checkout"}[5m])))'),
      findings: [{ path, message: /^counts http_request_duration_seconds_bucket of the old version/ }],
    },
  ],
});
