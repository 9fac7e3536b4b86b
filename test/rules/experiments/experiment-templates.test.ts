import { experimentTemplates } from '../../../src/rules/experiments/experiment-templates';
import { experiment, rollout } from '../manifests';
import { testRule } from '../test-rule';

const pods = (fields: string) => `
selector: { matchLabels: { app: compare-canary } }
template: { metadata: { labels: { app: compare-canary } }, spec: { containers: [{ name: main, image: 'registry.example/checkout:1.1.0' }] } }
${fields}`;
const step = (variants: string) => rollout({ steps: `[{ experiment: { duration: 5m, templates: ${variants} } }]` });
const analyses = '\nanalyses: [{ name: errors, templateName: errors }]';

testRule(experimentTemplates, {
  valid: [
    { name: 'a baseline and a canary', yaml: experiment() },
    { name: 'a selector by expressions', yaml: experiment({ canary: pods('').replace('{ matchLabels: { app: compare-canary } }', '{ matchExpressions: [{ key: app, operator: Exists }] }') }) },
    { name: 'a minimum within the deadline', yaml: experiment({ spec: 'progressDeadlineSeconds: 900', canary: pods('minReadySeconds: 900') }) },
    { name: 'a step with both versions', yaml: step('[{ name: a, specRef: stable }, { name: b, specRef: canary }]') },
    { name: 'long names where nothing looks for pods', yaml: experiment({ name: 'a'.repeat(60) }) },
  ],
  invalid: [
    {
      name: 'two versions of one name, and one without',
      yaml: experiment({ canary: pods('') }).replace('- name: canary', '- name: baseline').replace('- name: baseline\n', "- name: ''\n") + experiment({ name: 'twice' }).replace('- name: canary', '- name: baseline'),
      findings: [
        { path: 'spec.templates[0].name', message: 'must name the version, got an empty name; write name: canary, or what else it is', class: 'refused' },
        { path: 'spec.templates[1].name', message: 'must be a name of its own, got baseline a second time; write name: baseline-2', class: 'refused' },
      ],
    },
    {
      name: 'a selector of nothing',
      yaml: experiment({ canary: pods('').replace('selector: { matchLabels: { app: compare-canary } }', 'selector: {}') }),
      findings: [{ path: 'spec.templates[1].selector', message: 'must select something, got an empty selector; write selector: { matchLabels: { app: compare-canary } }', class: 'refused' }],
    },
    {
      name: 'no selector',
      yaml: experiment({ canary: pods('').replace('selector: { matchLabels: { app: compare-canary } }', '') }),
      findings: [{ path: 'spec.templates[1].selector', message: /must select the pods, got no selector/, class: 'refused' }],
    },
    {
      name: 'a selector of other pods',
      yaml: experiment({ labels: '{ app: checkout }' }),
      findings: [{
        path: 'spec.templates[1].template.metadata.labels.app', message: 'must match the selector, which wants app: compare-canary, got "checkout"; write app: compare-canary', class: 'broken',
      }],
    },
    {
      name: 'a minimum beyond the deadline, which is ten minutes',
      yaml: experiment({ canary: pods('minReadySeconds: 601') }),
      findings: [{ path: 'spec.templates[1].minReadySeconds', message: 'must be at most progressDeadlineSeconds, 600, got 601; write progressDeadlineSeconds: 1201 in spec', class: 'refused' }],
    },
    {
      name: 'the same pods twice',
      yaml: experiment({ canary: pods('').replaceAll('compare-canary', 'compare-baseline').replace('1.1.0', '1.0.0') }),
      findings: [{ path: 'spec.templates[1].template', message: /has the same pods as templates\[0\], labels included, so both have one hash/, class: 'risky' }],
    },
    {
      name: 'names that pods cannot carry',
      yaml: experiment({ name: 'a'.repeat(60), spec: `duration: 30m${analyses}` }),
      findings: [
        { path: 'spec.templates[0].name', message: /at most 57 characters for pod names to carry it, got 69/ },
        { path: 'spec.templates[1].name', message: /got 67/ },
      ],
    },
    {
      name: 'a step with a version that is none, and a name twice',
      yaml: step('[{ name: a, specRef: stabel }, { name: a, specRef: canary }]'),
      findings: [
        { path: 'spec.strategy.canary.steps[0].experiment.templates[0].specRef', message: 'must be canary or stable, got "stabel"; write specRef: stable', class: 'broken' },
        { path: 'spec.strategy.canary.steps[0].experiment.templates[1].name', message: /must be a name of its own/, class: 'broken' },
      ],
    },
  ],
});
