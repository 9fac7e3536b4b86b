import { servicesDistinct } from '../../../src/rules/services/services-distinct';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const blueGreen = (fields: string): string => rollout({ strategy: `\nblueGreen: { ${fields} }` });

testRule(servicesDistinct, {
  valid: [
    { name: 'two Services', yaml: rollout({ canary: '\nstableService: a\ncanaryService: b' }) },
    { name: 'a blue-green without a preview', yaml: blueGreen('activeService: a') },
    { name: 'none', yaml: rollout() },
  ],
  invalid: [
    {
      name: 'one Service for both versions',
      yaml: rollout({ canary: '\nstableService: a\ncanaryService: a' }),
      findings: [{
        path: 'spec.strategy.canary.stableService',
        message: 'must be another Service than canaryService, got a for both; write canaryService: a-canary, and add that Service',
      }],
    },
    {
      name: 'one Service for ping and pong',
      yaml: rollout({ canary: '\npingPong: { pingService: a, pongService: a }' }),
      findings: [{ path: 'spec.strategy.canary.pingPong.pingService', message: /another Service than pongService/ }],
    },
    {
      name: 'a preview that is the active Service',
      yaml: blueGreen('activeService: a, previewService: a'),
      findings: [{ path: 'spec.strategy.blueGreen.activeService', message: /another Service than previewService, got a/ }],
    },
    {
      name: 'a blue-green without an active Service',
      yaml: blueGreen('previewService: b'),
      findings: [{ path: 'spec.strategy.blueGreen.activeService', message: /must name the Service that has the traffic, got nothing; write activeService: checkout/ }],
    },
  ],
});
