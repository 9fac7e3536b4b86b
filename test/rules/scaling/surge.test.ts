import { surge } from '../../../src/rules/scaling/surge';
import { blueGreen, rollout } from '../manifests';
import { testRule } from '../test-rule';

const canary = (more: string, less: string) => rollout({ strategy: `\ncanary: { maxSurge: ${more}, maxUnavailable: ${less} }` });

testRule(surge, {
  valid: [
    { name: 'a number and a percentage', yaml: canary('1', '10%') },
    { name: 'nothing more, and some less', yaml: canary('0', '1') },
    { name: 'what may be away while a blue-green is restarted', yaml: blueGreen('\nmaxUnavailable: 25%') },
  ],
  invalid: [
    {
      name: 'neither a pod more nor one less',
      yaml: canary('0', '0%'),
      findings: [{
        path: 'spec.strategy.canary.maxSurge',
        message: 'cannot be 0 together with maxUnavailable: no pod could be added, and none taken away, got 0 and "0%"; write maxSurge: 25%',
        class: 'refused',
      }],
    },
    {
      name: 'a number as a text, and a text that is none',
      yaml: canary('"2"', 'some'),
      findings: [
        {
          path: 'spec.strategy.canary.maxSurge',
          message: 'is 2 % of the pods as a text, and no number of pods, got "2"; write maxSurge: 2 without quotes, or 2%',
          class: 'risky',
        },
        { path: 'spec.strategy.canary.maxUnavailable', message: 'must be a number of pods or a percentage, got "some"; write maxUnavailable: 1, or 25%', class: 'broken' },
      ],
    },
    {
      name: 'fewer than none',
      yaml: blueGreen('\nmaxUnavailable: -1'),
      findings: [{ path: 'spec.strategy.blueGreen.maxUnavailable', message: 'must be a whole number of at least 0, got -1; write maxUnavailable: 1, or 25%' }],
    },
  ],
});
