import { queryCounters } from '../../../src/rules/analysis/query-counters';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }], args: [{ name: hash, valueFrom: { podTemplateHashValue: Latest } }] }' });
const asked = (query: string) => run + template({ query, args: '[{ name: hash }]' });

testRule(queryCounters, {
  valid: [
    ...['sum(rate(http_requests_total[5m]))', 'absent(http_requests_total)', 'count(http_requests_total)', 'kube_deployment_status_replicas', 'increase(a_count[5m])', 'a_total - a_total offset 5m',
      'delta(a_total[5m])', 'max_over_time(a_total[5m:1m])'].map((query) => ({ name: query, yaml: asked(query) })),
    { name: 'counters of pods that have just begun', yaml: asked('sum(http_requests_total{hash="{{args.hash}}"})') },
  ],
  invalid: [{
    name: 'a share of all times',
    yaml: asked('sum(http_requests_total{code=~"5.."}) / sum(http_requests_total)'),
    findings: [{ path: 'spec.metrics[0].provider.prometheus.query', class: 'risky', message: 'takes http_requests_total as it is, which counts since the process began; write rate(http_requests_total{...}[5m])' }],
  }],
});
