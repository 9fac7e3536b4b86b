import type { RuleExample } from '../rule-example';

export const plainWords: RuleExample = {
  rule: 'plain-words',
  known: ['https://yaml.org/type/bool.html'],
  bad: `
kind: ConfigMap
data:
  debug: on
`,
  good: `
kind: ConfigMap
data:
  debug: "on"
`,
};
