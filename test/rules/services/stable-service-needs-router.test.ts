import { stableServiceNeedsRouter } from '../../../src/rules/services/stable-service-needs-router';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

testRule(stableServiceNeedsRouter, {
  valid: [
    { name: 'a stableService with a router', yaml: rollout({ canary: '\nstableService: a\ntrafficRouting: { nginx: { stableIngress: a } }' }) },
    { name: 'a canaryService alone, which a test can reach', yaml: rollout({ canary: '\ncanaryService: b' }) },
  ],
  invalid: [
    {
      name: 'a stableService without a router',
      yaml: rollout({ canary: '\nstableService: a\ncanaryService: b' }),
      findings: [{ path: 'spec.strategy.canary.stableService', class: 'risky', message: /^narrows Service a to the stable pods.*; add a trafficRouting/ }],
    },
  ],
});
