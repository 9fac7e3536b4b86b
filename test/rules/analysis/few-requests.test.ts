import { fewRequests } from '../../../src/rules/analysis/few-requests';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }] }' });
const SHARE = 'sum(rate(a_total{code=~"5.."}[5m])) / sum(rate(a_total[5m]))';

testRule(fewRequests, {
  valid: [
    { name: 'a share of enough', yaml: run + template({ query: `${SHARE} and sum(increase(a_total[5m])) >= 50` }) },
    { name: 'no share', yaml: run + template({ query: 'sum(rate(a_total[5m]))' }) },
    { name: 'a template that nobody runs', yaml: template({ query: SHARE }) },
  ],
  invalid: [{
    name: 'a share of however few',
    yaml: run + template({ query: SHARE }),
    findings: [{
      path: 'spec.metrics[0].provider.prometheus.query',
      class: 'advice',
      message: 'judges a share of however few requests there were, so that a single one can decide; append: and sum(increase(a_total{...}[5m])) >= 50',
    }],
  }],
});
