import type { RuleExample } from '../rule-example';

export const canaryCookies: RuleExample = {
  rule: 'canary-cookies',
  bad: `
kind: Canary
spec:
  analysis:
    sessionAffinity: { cookieName: version, primaryCookieName: version }
`,
  good: `
kind: Canary
spec:
  analysis:
    sessionAffinity: { cookieName: version, primaryCookieName: version-primary }
`,
};
