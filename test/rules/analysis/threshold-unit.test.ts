import { thresholdUnit } from '../../../src/rules/analysis/threshold-unit';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const P95 = (metric: string) => `histogram_quantile(0.95, sum by (le) (rate(${metric}_bucket[5m])))`;
const asked = (query: string, condition: string) => template({ query, metric: `\nsuccessCondition: ${condition}` });
const path = 'spec.metrics[0].successCondition';

testRule(thresholdUnit, {
  valid: [
    { name: 'seconds', yaml: asked(P95('http_request_duration_seconds'), 'result[0] < 0.5') },
    { name: 'seconds made milliseconds', yaml: asked(`1000 * ${P95('http_request_duration_seconds')}`, 'result[0] < 500') },
    { name: 'milliseconds', yaml: asked(P95('istio_request_duration_milliseconds'), 'result[0] < 500') },
    { name: 'how many there were', yaml: asked('sum(increase(http_request_duration_seconds_count[5m]))', 'result[0] > 500') },
    { name: 'a moment', yaml: asked('max(process_start_time_seconds)', 'result[0] > 1000') },
    { name: 'an unknown unit', yaml: asked(P95('latency'), 'result[0] < 500') },
  ],
  invalid: [
    { name: 'milliseconds for seconds', yaml: asked(P95('http_request_duration_seconds'), 'result[0] < 500'), findings: [{ path, class: 'risky', message: 'compares with 500, and the query gives seconds; write successCondition: result[0] < 0.5' }] },
    { name: 'a mean', yaml: asked('sum(rate(a_seconds_sum[5m])) / sum(rate(a_seconds_count[5m]))', 'result[0] <= 250'), findings: [{ path, message: /write successCondition: result\[0\] <= 0\.25$/ }] },
    { name: 'seconds for milliseconds', yaml: asked(P95('istio_request_duration_milliseconds'), 'result[0] < 0.5'), findings: [{ path, message: 'compares with 0.5, and the query gives milliseconds; write successCondition: result[0] < 500' }] },
    { name: 'seconds for what was made milliseconds', yaml: asked(`${P95('a_seconds')} * 1000`, 'result[0] < 0.25'), findings: [{ path, message: /write successCondition: result\[0\] < 250$/ }] },
  ],
});
