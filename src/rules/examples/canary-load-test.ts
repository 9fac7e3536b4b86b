import type { RuleExample } from '../rule-example';

export const canaryLoadTest: RuleExample = {
  rule: 'canary-load-test',
  bad: `
kind: Canary
spec:
  analysis:
    webhooks:
      - name: load
        url: http://flagger-loadtester.test/
        metadata: { type: shell, cmd: hey -z 1m -q 10 -c 2 http://checkout.shop/ }
`,
  good: `
kind: Canary
spec:
  analysis:
    webhooks:
      - name: load
        url: http://flagger-loadtester.test/
        metadata: { type: cmd, cmd: hey -z 1m -q 10 -c 2 http://checkout.shop/ }
`,
};
