import type { RuleExample } from '../rule-example';

export const kayentaSettings: RuleExample = {
  rule: 'kayenta-settings',
  bad: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: score
      interval: 1h
      provider:
        kayenta:
          address: http://kayenta.spinnaker:8090
          application: checkout
          canaryConfigName: checkout
          metricsAccountName: prometheus
          configurationAccountName: s3
          storageAccountName: s3
          threshold: { pass: 90, marginal: 75 }
          scopes:
            - name: default
              controlScope: { scope: stable, region: eu, step: 60, start: "2026-01-31T12:00:00Z" }
              experimentScope: { scope: canary, region: eu, step: 60 }
`,
  good: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: score
      interval: 1h
      provider:
        kayenta:
          address: http://kayenta.spinnaker:8090
          application: checkout
          canaryConfigName: checkout
          metricsAccountName: prometheus
          configurationAccountName: s3
          storageAccountName: s3
          threshold: { pass: 90, marginal: 75 }
          scopes:
            - name: default
              controlScope: { scope: stable, region: eu, step: 60, start: "2026-01-31T12:00:00Z" }
              experimentScope: { scope: canary, region: eu, step: 60, start: "2026-01-31T12:00:00Z" }
`,
};
