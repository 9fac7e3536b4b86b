import { backgroundLasts } from '../../../src/rules/analysis/background-lasts';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = (steps: string, start = 1) => rollout({ canary: `\nanalysis: { templates: [{ templateName: success-rate }], startingStep: ${start} }`, steps });
const HOURS = '[{ setWeight: 20 }, { pause: { duration: 1h } }, { setWeight: 60 }, { pause: { duration: 1h } }]';
const metric = (limits: string) => template({ metric: `\nfailureCondition: result[0] > 1\n${limits}` });

testRule(backgroundLasts, {
  valid: [
    { name: 'one without an end', yaml: run(HOURS) + metric('interval: 1m') },
    { name: 'one that is long enough', yaml: run(HOURS) + metric('interval: 10m\ncount: 13') },
    { name: 'one of a run that another metric keeps', yaml: run(HOURS) + template({ metrics: '[{ name: a, count: 1, failureCondition: result > 1, provider: { web: {} } }, { name: b, interval: 1m, failureCondition: result > 1, provider: { web: {} } }]' }) },
    ...['job', 'kayenta', 'plugin'].map((provider) => ({
      name: `one measurement of ${provider}, which takes its time`, yaml: run(HOURS) + template({ metrics: `[{ name: a, provider: { ${provider}: {} } }]` }),
    })),
    { name: 'one where the rollout waits for it', yaml: rollout({ steps: '[{ setWeight: 20 }, { analysis: { templates: [{ templateName: success-rate }] } }, { pause: {} }]' }) + metric('count: 1') },
  ],
  invalid: [
    {
      name: 'ten minutes of two hours',
      yaml: run(HOURS) + metric('interval: 1m\ncount: 10\ninitialDelay: 1m'),
      findings: [{
        path: 'spec.metrics[0].count',
        class: 'risky',
        message: 'ends the background analysis of Rollout shop/checkout after 10 measurements, about 10m, while the steps hold for 2h in all; drop the count, so that it is asked until the steps are over',
      }],
    },
    {
      name: 'a few measurements of a job',
      yaml: run(HOURS) + template({ metrics: '[{ name: a, interval: 1m, count: 3, provider: { job: {} } }]' }),
      findings: [{ path: 'spec.metrics[0].count', message: /after 3 measurements, about 2m, while the steps hold for 2h in all/ }],
    },
    { name: 'once, beside an approval', yaml: run('[{ setWeight: 20 }, { pause: {} }]') + metric(''), findings: [{ path: 'spec.metrics[0].interval', message: /after 1 measurement, at once, while the steps wait for somebody; write interval: 1m$/ }] },
  ],
});
