import type { RuleExample } from '../rule-example';

export const retiredRouter: RuleExample = {
  rule: 'retired-router',
  known: [
    'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    'https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html',
    'https://www.cncf.io/blog/2023/10/03/cncf-archives-the-service-mesh-interface-smi-project/',
  ],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { nginx: { stableIngress: checkout } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: checkout, namespace: shop } } }
`,
};
