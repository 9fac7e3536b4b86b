import { albStickiness } from '../../../src/rules/services/alb-stickiness';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const sticky = (config: string) => rollout({ canary: `\nstableService: a\ncanaryService: b\ntrafficRouting: { alb: { ingress: a, servicePort: 80, stickinessConfig: ${config} } }` });
const path = 'spec.strategy.canary.trafficRouting.alb.stickinessConfig.durationSeconds';

testRule(albStickiness, {
  valid: [
    { name: 'a second', yaml: sticky('{ enabled: true, durationSeconds: 1 }') },
    { name: 'seven days', yaml: sticky('{ enabled: true, durationSeconds: 604800 }') },
    { name: 'any time of what is switched off', yaml: sticky('{ enabled: false, durationSeconds: 0 }') },
  ],
  invalid: [
    {
      name: 'no time at all',
      yaml: sticky('{ enabled: true, durationSeconds: 0 }'),
      findings: [{ path, class: 'broken', message: 'must be from 1 to 604800 seconds, which are seven days, got 0; write durationSeconds: 86400 for a day' }],
    },
    { name: 'more than seven days', yaml: sticky('{ enabled: true, durationSeconds: 604801 }'), findings: [{ path, message: /got 604801; / }] },
    { name: 'a time that nobody wrote', yaml: sticky('{ enabled: true }'), findings: [{ path, message: /got nothing; / }] },
  ],
});
