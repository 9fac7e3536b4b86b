import { revisionHistory } from '../../../src/rules/scaling/revision-history';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

/** With lines of `spec`. */
const withSpec = (lines: string, canary = '') => rollout({ canary }).replace('spec:\n', `spec:\n  ${lines}\n`);
const routed = (limit: number) => `
stableService: checkout
canaryService: checkout-canary
trafficRouting: { nginx: { stableIngress: checkout } }
scaleDownDelayRevisionLimit: ${limit}`;

testRule(revisionHistory, {
  valid: [
    { name: 'a window within what is remembered', yaml: withSpec('rollbackWindow: { revisions: 10 }') },
    { name: 'a smaller limit behind a router', yaml: withSpec('revisionHistoryLimit: 3', routed(3)) },
    { name: 'nothing remembered', yaml: withSpec('revisionHistoryLimit: 0') },
    { name: 'a limit of a canary that keeps nothing running', yaml: withSpec('revisionHistoryLimit: 3', '\nscaleDownDelayRevisionLimit: 5') },
  ],
  invalid: [
    {
      name: 'a negative limit',
      yaml: withSpec('revisionHistoryLimit: -1'),
      findings: [{ path: 'spec.revisionHistoryLimit', message: 'must not be negative, got -1; write revisionHistoryLimit: 10, or drop it', class: 'refused' }],
    },
    {
      name: 'a window that is larger',
      yaml: withSpec('revisionHistoryLimit: 2\n  rollbackWindow: { revisions: 3 }'),
      findings: [{
        path: 'spec.rollbackWindow.revisions',
        message: 'must not exceed the revisionHistoryLimit 2, got 3: a rollback to an older one goes through all of the steps; write revisions: 2, or revisionHistoryLimit: 3',
        class: 'risky',
      }],
    },
    {
      name: 'a window that is turned off',
      yaml: withSpec('rollbackWindow: { revisions: 0 }'),
      findings: [{ path: 'spec.rollbackWindow.revisions', message: 'must be at least 1, got 0, which turns it off; write revisions: 3, or drop rollbackWindow', class: 'advice' }],
    },
    {
      name: 'more old versions kept running behind a router',
      yaml: withSpec('minReadySeconds: 5', routed(11)),
      findings: [{
        path: 'spec.strategy.canary.scaleDownDelayRevisionLimit',
        message: 'must not exceed the revisionHistoryLimit, which is 10 where none is written, got 11: older ones are removed with their pods; write scaleDownDelayRevisionLimit: 10, or revisionHistoryLimit: 11',
        class: 'risky',
      }],
    },
  ],
});
