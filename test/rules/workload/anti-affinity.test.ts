import { antiAffinity } from '../../../src/rules/workload/anti-affinity';
import { blueGreen, rollout } from '../manifests';
import { testRule } from '../test-rule';

const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

testRule(antiAffinity, {
  valid: [
    { name: 'none', yaml: rollout() },
    { name: 'a preference', yaml: rollout({ canary: `\nantiAffinity: { ${PREFERRED}: { weight: 1 } }` }) },
  ],
  invalid: [
    {
      name: 'neither of the two, and both',
      yaml: `${rollout({ canary: '\nantiAffinity: {}' })}${blueGreen(`\nantiAffinity: { ${PREFERRED}: { weight: 1 }, ${REQUIRED}: {} }`, { name: 'other' })}`,
      findings: [
        { path: 'spec.strategy.canary.antiAffinity', message: `must be either preferred or required, got neither; write ${PREFERRED}: { weight: 100 }`, class: 'refused' },
        { path: 'spec.strategy.blueGreen.antiAffinity', message: /got both/, class: 'refused' },
      ],
    },
    {
      name: 'a weight that the scheduler does not know',
      yaml: rollout({ canary: `\nantiAffinity: { ${PREFERRED}: { weight: 0 } }` }),
      findings: [{ path: `spec.strategy.canary.antiAffinity.${PREFERRED}.weight`, message: 'must be a whole number from 1 to 100, got 0; write weight: 100' }],
    },
    {
      name: 'pods that may have to wait, with what they wait for',
      yaml: `${rollout({ canary: `\nantiAffinity: { ${REQUIRED}: {} }` })}${blueGreen(`\nantiAffinity: { ${REQUIRED}: {} }`, { name: 'other' })}`,
      findings: [
        { path: `spec.strategy.canary.antiAffinity.${REQUIRED}`, message: /they wait until old ones go/, class: 'advice' },
        { path: `spec.strategy.blueGreen.antiAffinity.${REQUIRED}`, message: /before the promotion none goes/, class: 'advice' },
      ],
    },
  ],
});
