import type { RuleExample } from '../rule-example';

export const canaryTraefikRoute: RuleExample = {
  rule: 'canary-traefik-route',
  bad: `
kind: Canary
spec:
  provider: traefik
---
kind: IngressRoute
spec:
  entryPoints: [web]
  routes:
    - kind: Rule
      match: Host(\`shop.example.com\`)
      services: [{ name: checkout, port: 80 }]
`,
  good: `
kind: Canary
spec:
  provider: traefik
---
kind: IngressRoute
spec:
  entryPoints: [web]
  routes:
    - kind: Rule
      match: Host(\`shop.example.com\`)
      services: [{ name: checkout, kind: TraefikService, port: 80 }]
`,
};
