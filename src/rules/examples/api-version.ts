import type { RuleExample } from '../rule-example';

export const apiVersion: RuleExample = {
  rule: 'api-version',
  known: ['argo:manifests/crds/rollout-crd.yaml'],
  bad: `
apiVersion: argoproj.io/v1
kind: Rollout
`,
  good: `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
`,
};
