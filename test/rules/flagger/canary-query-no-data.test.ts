import { canaryQueryNoData } from '../../../src/rules/flagger/canary-query-no-data';
import { metricTemplate } from '../flagger-metrics';
import { testRule } from '../test-rule';

testRule(canaryQueryNoData, {
  valid: [
    { name: 'what is good', yaml: metricTemplate({ query: 'sum(rate(http_requests_total{status!~"5.."}[1m])) / sum(rate(http_requests_total[1m]))' }) },
    { name: 'errors, or none', yaml: metricTemplate({ query: '(sum(rate(http_requests_total{status=~"5.."}[1m])) or vector(0)) / sum(rate(http_requests_total[1m]))' }) },
    { name: 'a share, or none', yaml: metricTemplate({ query: 'sum(rate(http_requests_total{status=~"5.."}[1m])) / sum(rate(http_requests_total[1m])) or vector(0)' }) },
    { name: 'errors of errors', yaml: metricTemplate({ query: 'sum(rate(http_requests_total{code="500"}[1m])) / sum(rate(http_requests_total{code=~"5.."}[1m]))' }) },
  ],
  invalid: [
    {
      name: 'errors over all',
      yaml: metricTemplate({ query: 'sum(rate(http_requests_total{status=~"5.."}[1m])) / sum(rate(http_requests_total[1m])) * 100' }),
      findings: [
        {
          path: 'spec.query',
          message: 'has no answer before the first error, and Flagger takes no answer for a failed check; write (... or'
            + ' vector(0)) around what counts the errors',
        },
      ],
    },
    {
      name: 'all but the errors',
      yaml: metricTemplate({ query: '100 - sum(rate(http_requests_total{code="500"}[1m])) / sum(rate(http_requests_total[1m])) * 100' }),
      findings: [
        {
          path: 'spec.query',
          message: 'has no answer before the first error, and Flagger takes no answer for a failed check; write (... or'
            + ' vector(0)) around what counts the errors',
        },
      ],
    },
  ],
});
