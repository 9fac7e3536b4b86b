import { cloudWatchSettings } from '../../../src/rules/analysis/cloud-watch-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (queries: string, fields = '') => template({ metrics: `[{ name: errors, failureCondition: 'result[0].Values[0] > 1', provider: { cloudWatch: { metricDataQueries: ${queries}${fields} } } }]` });
const STAT = 'metricStat: { metric: { namespace: app, metricName: errors }, period: 300, stat: Sum }';
const path = (field: string) => `spec.metrics[0].provider.cloudWatch.${field}`;

testRule(cloudWatchSettings, {
  valid: [
    { name: 'a metric and an expression', yaml: asked(`[{ id: errors, returnData: false, ${STAT} }, { id: rate, expression: errors / 5 }]`, ', interval: 10m') },
    { name: 'a short period in a text', yaml: asked(`[{ id: errors, ${STAT.replace('300', '"30"')} }]`) },
  ],
  invalid: [
    { name: 'nothing', yaml: asked('[]'), findings: [{ path: path('metricDataQueries'), class: 'broken', message: /^must ask something, got no query/ }] },
    { name: 'a time in words', yaml: asked(`[{ id: errors, ${STAT} }]`, ', interval: 1d'), findings: [{ path: path('interval'), message: /got "1d".*write interval: 24h/ }] },
    { name: 'an id with a capital', yaml: asked(`[{ id: Error-Rate, ${STAT} }]`), findings: [{ path: path('metricDataQueries[0].id'), message: 'must begin with a small letter, and go on with letters, digits and _, got "Error-Rate"; write id: error_Rate' }] },
    { name: 'an id twice', yaml: asked(`[{ id: a, ${STAT} }, { id: a, expression: a }]`), findings: [{ path: path('metricDataQueries[1].id'), message: 'must be an id of its own, got a a second time; write id: a_2' }] },
    { name: 'neither kind', yaml: asked('[{ id: a }]'), findings: [{ path: path('metricDataQueries[0]'), message: /^must have an expression or a metricStat, got neither; add metricStat/ }] },
    { name: 'both kinds', yaml: asked(`[{ id: a, expression: b, ${STAT} }]`), findings: [{ path: path('metricDataQueries[0]'), message: /got both; drop one of them/ }] },
    { name: 'a period that CloudWatch does not count in', yaml: asked(`[{ id: a, ${STAT.replace('300', '90')} }]`), findings: [{ path: path('metricDataQueries[0].metricStat.period'), message: 'must be 1, 5, 10, 20 or 30 seconds, or whole minutes in seconds, got 90; write period: 120' }] },
    { name: 'no answer', yaml: asked(`[{ id: a, returnData: false, ${STAT} }]`), findings: [{ path: path('metricDataQueries[0].returnData'), message: /^must be true for one of the queries/ }] },
  ],
});
