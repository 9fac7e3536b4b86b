import { conditionFitsResult } from '../../../src/rules/analysis/condition-fits-result';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const RATIO = 'sum(rate(http_requests_total{status!~"5.."}[5m])) / sum(rate(http_requests_total[5m]))';
const condition = (text: string, query = 'up', args = '[]'): string => template({ query, args, metric: `\nsuccessCondition: ${JSON.stringify(text)}` });
const path = 'spec.metrics[0].successCondition';

testRule(conditionFitsResult, {
  valid: [
    ...[
      'result[0] >= 0.95', 'len(result) == 0 || isNaN(result[0]) || result[0] >= 0.95', 'all(result, # < 1)', 'default(result, [0])[0] < 5',
      'not (result[0] < 1) and true', 'result[0] in [1, 2]', 'result[0] >= asFloat("{{args.t}}")', '0 < result[0] < 1',
    ].map((text) => ({ name: text, yaml: condition(text, 'up', '[{ name: t }]') })),
    { name: 'a number of a scalar query', yaml: condition('result >= 0.95', 'scalar(up)') },
    { name: 'anything of a web answer', yaml: template({ metrics: '[{ name: a, successCondition: result.ok == true, provider: { web: { url: http://a } } }]' }) },
    {
      name: 'a number of Datadog, or none',
      yaml: template({ metrics: '[{ name: a, successCondition: "result == nil || default(result, 0) < 0.95", provider: { datadog: { query: a } } }]' }),
    },
    { name: 'a share below 1', yaml: condition('result[0] >= 0.95', RATIO) },
    { name: 'a percentage', yaml: condition('result[0] >= 99.5', `100 * ${RATIO}`) },
    ...[
      ['wavefront', 'result > 1'], ['wavefront', 'result[0] > 1'], ['influxdb', 'result[0] > 1'], ['skywalking', 'result.getValues[0] > 1'], ['newRelic', 'result.rate > 1'],
      ['newRelic', 'result[0].rate > 1'], ['cloudWatch', 'len(result[0].Values) > 0 && result[0].Values[0] > 1'], ['cloudWatch', 'result[0].StatusCode == "Complete"'],
      ['web', 'result'], ['web', 'result == nil'],
    ].map(([provider, text]) => ({ name: `${text} of ${provider}`, yaml: template({ metrics: `[{ name: a, failureCondition: '${text}', provider: { ${provider}: {} } }]` }) })),
    { name: 'conditions that a job ignores', yaml: template({ metrics: '[{ name: a, successCondition: "result[0 <", provider: { job: {} } }]' }) },
  ],
  invalid: [
    {
      name: 'a number of Datadog taken for a list',
      yaml: template({ metrics: '[{ name: a, successCondition: "result[0] >= 0.95", provider: { datadog: { query: a } } }]' }),
      findings: [{ path, class: 'broken', message: /^does not compile at character \d+: .+, got result\[0\] >= 0.95; write successCondition: result >= 0.95$/ }],
    },
    {
      name: 'an argument that is not in braces',
      yaml: condition('result < args.threshold', 'up', '[{ name: threshold, value: "5" }]'),
      findings: [{ path, message: /there is no args, .+; write successCondition: len\(result\) > 0 && result\[0\] < \{\{args\.threshold\}\}$/ }],
    },
    {
      name: 'a row of New Relic taken for a list',
      yaml: template({ metrics: '[{ name: a, successCondition: "len(result) > 0 && result[0] >= 0.95", provider: { newRelic: { query: SELECT 1 } } }]' }),
      findings: [{ path, class: 'broken', message: /^does not compile at character \d+: .+, got len\(result\) > 0 && result\[0\] >= 0.95; correct it/ }],
    },
    {
      name: 'a result of CloudWatch as people write it, and as Go does not',
      yaml: template({ metrics: '[{ name: a, failureCondition: "result[0].values[0] > 1", provider: { cloudWatch: {} } }]' }),
      findings: [{
        path: 'spec.metrics[0].failureCondition',
        message: 'does not compile at character 11: a result has no values, did you mean Values?, and CloudWatch answers with a list of results, each with a list of Values, got result[0].values[0] > 1; write for example failureCondition: len(result[0].Values) > 0 && result[0].Values[0] >= 5',
      }],
    },
    {
      name: 'a result of CloudWatch taken for a number',
      yaml: template({ metrics: '[{ name: a, failureCondition: "result[0] > 1", provider: { cloudWatch: {} } }]' }),
      findings: [{ path: 'spec.metrics[0].failureCondition', message: /^does not compile at character 11: cannot compare a result with fields with a number, and CloudWatch answers/ }],
    },
    {
      name: 'rows of InfluxDB taken for a number',
      yaml: template({ metrics: '[{ name: a, failureCondition: "result > 1", provider: { influxdb: {} } }]' }),
      findings: [{ path: 'spec.metrics[0].failureCondition', message: /and InfluxDB answers with a list, one value for each row/ }],
    },
    {
      name: 'a map of SkyWalking taken for a number',
      yaml: template({ metrics: '[{ name: a, failureCondition: "result > 1", provider: { skywalking: {} } }]' }),
      findings: [{ path: 'spec.metrics[0].failureCondition', message: /and SkyWalking answers with a map/ }],
    },
    {
      name: 'a number of a query over a range',
      yaml: template({ query: 'scalar(up)', metric: '\nfailureCondition: result > 1' }).replace('address:', 'rangeQuery: { start: now(), end: now(), step: 1m }, address:'),
      findings: [{ path: 'spec.metrics[0].failureCondition', message: /the prometheus provider answers with a list/ }],
    },
    {
      name: 'a list compared with a number',
      yaml: condition('result >= 0.95'),
      findings: [{
        path,
        class: 'broken',
        message: 'does not compile at character 8: cannot compare a list of numbers with a number, and the prometheus provider answers with a list, one number a series, got result >= 0.95; write successCondition: len(result) > 0 && result[0] >= 0.95',
      }],
    },
    { name: 'an unfinished condition', yaml: condition('result[0 <'), findings: [{ path, message: /^cannot be read at character 11: the condition ends too early, got result\[0 <; write/ }] },
    { name: 'an unknown function', yaml: condition('success(result[0])'), findings: [{ path, message: /at character 1: there is no function success/ }] },
    { name: 'a comparison with text', yaml: condition('result[0] >= "0.95"'), findings: [{ path, message: /cannot compare a number with text/ }] },
    { name: 'a number where a verdict is wanted', yaml: condition('result[0]'), findings: [{ path, message: /must be true or false, got a number/ }] },
    { name: 'isNaN of the whole list', yaml: condition('isNaN(result)'), findings: [{ path, message: /isNaN wants a number.*write successCondition: len\(result\) > 0 && isNaN\(result\[0\]\)/ }] },
    { name: 'a list of a scalar', yaml: condition('result[0] > 1', 'scalar(up)'), findings: [{ path, message: /a number has no elements/ }] },
    { name: 'a percentage of a share', yaml: condition('result[0] >= 95', RATIO), findings: [{ path, message: 'compares with 95, and the query gives a share from 0 to 1; write successCondition: result[0] >= 0.95' }] },
    { name: 'a share of a percentage', yaml: condition('result[0] >= 0.95', `100 * ${RATIO}`), findings: [{ path, message: /compares with 0.95, and the query gives a percentage from 0 to 100; write successCondition: result\[0\] >= 95/ }] },
    {
      name: 'a placeholder that is filled with nonsense',
      yaml: condition('result[0] >= {{args.t}}', 'up', '[{ name: t, value: ninety }]'),
      findings: [{ path, message: /there is no ninety, the measurement is called result/ }],
    },
  ],
});
