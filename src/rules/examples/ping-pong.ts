import type { RuleExample } from '../rule-example';

export const pingPong: RuleExample = {
  rule: 'ping-pong',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      pingPong: { pingService: checkout-ping, pongService: checkout-pong }
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { traefik: { weightedTraefikServiceName: checkout } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      pingPong: { pingService: checkout-ping, pongService: checkout-pong }
      trafficRouting: { alb: { ingress: checkout, servicePort: 80, rootService: checkout } }
`,
};
