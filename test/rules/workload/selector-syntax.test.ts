import { selectorSyntax } from '../../../src/rules/workload/selector-syntax';
import { experiment, rollout } from '../manifests';
import { testRule } from '../test-rule';

const selecting = (selector: string) => rollout().replace('selector: { matchLabels: { app: checkout } }', `selector: ${selector}`);
const asking = (expression: string) => selecting(`{ matchLabels: { app: checkout }, matchExpressions: [{ ${expression} }] }`);
const EXPRESSION = 'spec.selector.matchExpressions[0]';

testRule(selectorSyntax, {
  valid: [
    { name: 'labels', yaml: rollout() },
    { name: 'one of several values', yaml: asking('key: app, operator: In, values: [checkout, shop]') },
    { name: 'a label of any value', yaml: asking('key: app, operator: Exists') },
    { name: 'a label of a domain', yaml: selecting('{ matchLabels: { app.kubernetes.io/name: checkout } }') },
  ],
  invalid: [
    {
      name: 'an operator that there is not',
      yaml: asking('key: app, operator: in, values: [checkout]'),
      findings: [{ path: `${EXPRESSION}.operator`, message: 'must be one of In, NotIn, Exists and DoesNotExist, got "in"; write operator: In', class: 'refused' }],
    },
    {
      name: 'nothing to compare with',
      yaml: asking('key: app, operator: In'),
      findings: [{ path: `${EXPRESSION}.values`, message: 'must hold a value, which In compares with, got none; write a value, or operator: Exists', class: 'refused' }],
    },
    {
      name: 'values where nothing is compared',
      yaml: asking('key: app, operator: Exists, values: [checkout]'),
      findings: [{ path: `${EXPRESSION}.values`, message: 'cannot stand beside Exists, which compares with nothing; drop them, or write operator: In', class: 'refused' }],
    },
    {
      name: 'keys and values that no label has',
      yaml: selecting('{ matchLabels: { app: checkout, "the team": "a b" } }'),
      findings: [
        { path: 'spec.selector.matchLabels["the team"]', message: /^must be at most 63 .*, got "a b"; write the value that the pods have$/, class: 'refused' },
        { path: 'spec.selector.matchLabels["the team"]', message: /^must have a key that is .*, got "the team"; write the key of a label that the pods have$/ },
      ],
    },
    {
      name: 'a key of an expression that no label has',
      yaml: asking('key: "the team", operator: Exists'),
      findings: [{ path: `${EXPRESSION}.key`, message: /^must be at most 63 .*, got "the team"; / }],
    },
    {
      name: 'the same in an Experiment',
      yaml: experiment({
        canary: `
selector: { matchLabels: { app: compare-canary }, matchExpressions: [{ key: app, operator: Equals, values: [a] }] }
template: { metadata: { labels: { app: compare-canary } }, spec: { containers: [{ name: main, image: a }] } }`,
      }),
      findings: [{ path: 'spec.templates[1].selector.matchExpressions[0].operator', message: /, got "Equals"; write operator: In$/, class: 'broken' }],
    },
  ],
});
