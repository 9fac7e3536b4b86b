import { durations } from '../../../src/rules/steps/durations';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const pause = (duration: string): string => rollout({ steps: `[{ pause: { duration: ${duration} } }]` });
const metric = (fields: string, args = '[]'): string => template({ args, metric: `\n${fields}` });
const path = 'spec.strategy.canary.steps[0].pause.duration';

testRule(durations, {
  valid: [
    ...['30', '"30"', '5m', '1h30m', '1.5h', '500s'].map((duration) => ({ name: `a pause of ${duration}`, yaml: pause(duration) })),
    { name: 'a pause for an approval', yaml: rollout({ steps: '[{ pause: {} }]' }) },
    { name: 'a pause that is not known yet', yaml: pause('{ later: true }') },
    { name: 'an interval and a delay', yaml: metric('interval: 1m\ninitialDelay: 90s') },
    { name: 'minutes by argument', yaml: metric('interval: "1h{{args.every}}m"', '[{ name: every }]') },
    { name: 'an interval by argument', yaml: metric('interval: "{{args.every}}"', '[{ name: every }]') },
  ],
  invalid: [
    { name: 'a blank behind what is not known yet', yaml: metric('interval: "{{args.every}} "', '[{ name: every }]'), findings: [{ path: 'spec.metrics[0].interval', class: 'broken', message: /got "{{args.every}} "$/ }] },
    { name: 'a day, which Go does not know', yaml: pause('1d'), findings: [{ path, class: 'refused', message: 'must be a duration such as 30s, 5m or 1h30m, or whole seconds, got "1d"; write duration: 24h' }] },
    { name: 'a sentence', yaml: pause('5 minutes'), findings: [{ path, message: /got "5 minutes"; write duration: 5m$/ }] },
    { name: 'half a second', yaml: pause('0.5'), findings: [{ path, message: /got 0.5/ }] },
    { name: 'a hold of zero', yaml: pause('0'), findings: [{ path, class: 'risky', message: /^holds nothing, got 0; write duration: 5m, or pause: {} to wait for approval, or drop the step$/ }] },
    { name: 'less than a second, which is cut to zero', yaml: pause('500ms'), findings: [{ path, class: 'risky', message: /holds nothing/ }] },
    { name: 'a negative hold', yaml: pause('-5m'), findings: [{ path, class: 'refused', message: /must not be negative, got "-5m"/ }] },
    {
      name: 'an interval without a unit',
      yaml: metric('interval: "60"'),
      findings: [{ path: 'spec.metrics[0].interval', class: 'broken', message: /got "60"; write interval: 1m$/ }],
    },
    {
      name: 'an interval that is a number, which the schema refuses',
      yaml: metric('interval: 60'),
      findings: [{ path: 'spec.metrics[0].interval', class: 'refused', message: /got 60; write interval: 1m$/ }],
    },
    {
      name: 'a delay in days from an argument',
      yaml: metric('initialDelay: "{{args.delay}}"', '[{ name: delay, value: 2d }]'),
      findings: [{ path: 'spec.metrics[0].initialDelay', message: /got "2d"; write initialDelay: 48h/ }],
    },
  ],
});
