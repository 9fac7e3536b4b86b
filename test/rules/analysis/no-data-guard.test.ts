import { noDataGuard } from '../../../src/rules/analysis/no-data-guard';
import { BOUNDED, template } from '../manifests';
import { testRule } from '../test-rule';

const RATIO = 'sum(rate(a{b="c"}[5m])) / sum(rate(a[5m]))';
const good = (text: string, query = RATIO): string => template({ query, metric: `\nsuccessCondition: ${text}` });
const path = 'spec.metrics[0].successCondition';

testRule(noDataGuard, {
  valid: [
    { name: 'both guarded', yaml: template({ query: RATIO, metric: BOUNDED }) },
    { name: 'no data accepted', yaml: good('len(result) == 0 || isNaN(result[0]) || result[0] >= 0.95') },
    { name: 'no data rejected, in both forms', yaml: good('len(result) > 0 && result[0] >= 0.95') },
    { name: 'a query that always answers', yaml: good('result[0] < 5', 'sum(increase(a[5m])) or vector(0)') },
    { name: 'a list taken for a number, which is not for this rule', yaml: good('result >= 0.95') },
    { name: 'a condition on the length alone', yaml: good('len(result) == 0') },
  ],
  invalid: [
    {
      name: 'the first of no answers',
      yaml: good('result[0] >= 0.95'),
      findings: [{
        path,
        class: 'risky',
        message: 'is an error when the query answers nothing, and 5 of them in a row abort the rollout, got result[0] >= 0.95; write successCondition: len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.95',
      }],
    },
    { name: 'NaN, while no answer is accepted', yaml: good('len(result) == 0 || result[0] >= 0.95'), findings: [{ path, message: /^fails when the query answers NaN/ }] },
  ],
});
