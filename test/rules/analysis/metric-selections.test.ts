import { metricSelections } from '../../../src/rules/analysis/metric-selections';
import { experiment, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = (fields = '', steps = '[{ setWeight: 20 }, { pause: {} }]') => rollout({ canary: `\nanalysis: { templates: [{ templateName: success-rate }]${fields} }`, steps });
const withList = (list: string) => template().replace('  metrics:', `  ${list}\n  metrics:`);
const STEP = '{ analysis: { templates: [{ templateName: success-rate }], dryRun: [{ metricName: rate }] } }';
const path = 'spec.dryRun[0].metricName';
const compared = (list: string) => experiment({ spec: `duration: 5m\n${list}\nanalyses: [{ name: a, templateName: success-rate }]` }) + template();
const alone = (list: string, kind = 'AnalysisTemplate') => withList(list).replace('kind: AnalysisTemplate', `kind: ${kind}`);

testRule(metricSelections, {
  valid: [
    { name: 'a name', yaml: run() + withList('dryRun: [{ metricName: success-rate }]') },
    { name: 'all of them', yaml: run() + withList("dryRun: [{ metricName: '.*' }]") },
    { name: 'a part of a name', yaml: run() + withList('measurementRetention: [{ metricName: rate, limit: 20 }]') },
    { name: 'the same name in both lists', yaml: run(', measurementRetention: [{ metricName: success-rate, limit: 20 }]') + withList('dryRun: [{ metricName: success-rate }]') },
    { name: 'the same name in two steps', yaml: run('', `[{ setWeight: 20 }, ${STEP}, { setWeight: 60 }, ${STEP.replace('}] }', '}, { metricName: s }] }')}]`) + template() },
    { name: 'a name in other letters', yaml: run() + withList("dryRun: [{ metricName: '(?i)SUCCESS' }]") },
    { name: 'what only Go can read', yaml: run() + withList("dryRun: [{ metricName: '(?i:SUCCESS)' }]") },
    { name: 'a name twice in a run that somebody has written', yaml: alone('dryRun: [{ metricName: rate }, { metricName: rate }]', 'AnalysisRun') },
    { name: 'a name that is not known yet', yaml: withList('dryRun: [{ metricName: latency }]').replace('- name: success-rate', '- name: "{{args.metric}}"') },
    { name: 'a metric of a template that the other names', yaml: withList('dryRun: [{ metricName: latency }]').replace('  args: []', '  templates: [{ templateName: latency }]') + template({ name: 'latency' }) },
  ],
  invalid: [
    {
      name: 'a star',
      yaml: run() + withList("dryRun: [{ metricName: '*' }]"),
      findings: [{ path, class: 'broken', message: 'must be a regular expression that fits a metric of the run, success-rate, got "*", which is no regular expression; write metricName: .* for all of them' }],
    },
    { name: 'a misspelt name', yaml: run() + withList('measurementRetention: [{ metricName: sucess-rate, limit: 2 }]'), findings: [{ path: 'spec.measurementRetention[0].metricName', message: /got "sucess-rate", which fits none; write metricName: success-rate$/ }] },
    {
      name: 'a name of the template and of the Rollout',
      yaml: run(', dryRun: [{ metricName: success-rate }]') + withList('dryRun: [{ metricName: success-rate }]'),
      findings: [{ path, resource: 'AnalysisTemplate shop/success-rate', class: 'broken', message: 'must be named once in dryRun, got "success-rate", which is named in Rollout shop/checkout; drop one of them' }],
    },
    {
      name: 'a name of the template and of a step that runs another',
      yaml: run('', '[{ setWeight: 20 }, { analysis: { templates: [{ templateName: other }], dryRun: [{ metricName: success-rate }] } }]')
        + withList('dryRun: [{ metricName: success-rate }]') + template({ name: 'other', metric: '\nfailureCondition: result[0] > 1' }),
      findings: [
        { resource: 'Rollout shop/checkout', path: 'spec.strategy.canary.steps[1].analysis.dryRun[0].metricName', class: 'broken', message: /which fits none/ },
        { resource: 'AnalysisTemplate shop/success-rate', path, class: 'refused', message: /which is named in Rollout shop\/checkout/ },
      ],
    },
    {
      name: 'a name of the template twice',
      yaml: run() + withList('dryRun: [{ metricName: rate }, { metricName: rate }]'),
      findings: [{ path: 'spec.dryRun[1].metricName', class: 'refused', message: 'must be named once in dryRun, got "rate", which is named already; drop one of them' }],
    },
    { name: 'a name that fits nothing in a template that nobody uses', yaml: alone('dryRun: [{ metricName: latency }]'), findings: [{ path, class: 'broken', message: /which fits none/ }] },
    { name: 'a name that fits nothing in a run', yaml: alone('dryRun: [{ metricName: latency }]', 'AnalysisRun'), findings: [{ path, class: 'broken', message: /which fits none/ }] },
    {
      name: 'a name that no analysis of an Experiment has',
      yaml: compared('dryRun: [{ metricName: latency }]'),
      findings: [{ path, resource: 'Experiment shop/compare', class: 'broken', message: /which fits none/ }],
    },
    {
      name: 'a name twice in an Experiment',
      yaml: compared('measurementRetention: [{ metricName: rate, limit: 1 }, { metricName: rate, limit: 2 }]'),
      findings: [{ path: 'spec.measurementRetention[1].metricName', resource: 'Experiment shop/compare', class: 'broken', message: /^must be named once in measurementRetention/ }],
    },
    {
      name: 'a name that fits nothing in an experiment step',
      yaml: rollout({ steps: '[{ experiment: { duration: 5m, dryRun: [{ metricName: latency }], templates: [{ name: a, specRef: canary }], analyses: [{ name: a, templateName: success-rate }] } }]' }) + template(),
      findings: [{ path: 'spec.strategy.canary.steps[0].experiment.dryRun[0].metricName', class: 'broken', message: /which fits none/ }],
    },
    {
      name: 'a name that fits nothing in an experiment',
      yaml: experiment({ spec: 'duration: 5m\nanalyses: [{ name: a, templateName: success-rate }]' }) + withList('dryRun: [{ metricName: latency }]'),
      findings: [{ path, message: /which fits none; write metricName: success-rate/ }],
    },
  ],
});
