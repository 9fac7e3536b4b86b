import { canaryAnalysisSkipped } from '../../../src/rules/flagger/canary-analysis-skipped';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

testRule(canaryAnalysisSkipped, {
  valid: [
    { name: 'an analysis', yaml: canary() },
    { name: 'one that is not skipped', yaml: canary({ spec: '\nskipAnalysis: false' }) },
  ],
  invalid: [
    {
      name: 'an analysis that is skipped',
      yaml: canary({ spec: '\nskipAnalysis: true' }),
      findings: [
        {
          path: 'spec.skipAnalysis',
          message: 'must not stay true: every version is promoted, and the first primary has requests before it is ready; write skipAnalysis: false',
          class: 'risky',
        },
      ],
    },
  ],
});
