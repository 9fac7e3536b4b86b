import { experiment, rollout, service, template } from './manifests';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { isConsequence } from '../../src/rules/give-way';
import { judge } from '../../src/rules/judge';

/** What all rules have to say that stops an apply or a release, by place. */
function mistakes(yaml: string): string[] {
  return judge(readGraph(readYaml(yaml).documents), {})
    .filter(({ class: one }) => one === 'refused' || one === 'broken').map(({ path, rule }) => `${path} ${rule}`);
}

const canary = (fields: string, steps?: string): string => rollout({ canary: `\n${fields}`, ...(steps === undefined ? {} : { steps }) });

describe('one mistake is told once', () => {
  test.each<[string, string, readonly string[]]>([
    ['a misspelt step', canary('', '[{ setweight: 20 }, { pause: {} }]'), ['spec.strategy.canary.steps[0].setweight known-fields']],
    ['a step that does too little and too much', canary('', '[{ setWeight: 20 }, { pause: {}, setweight: 30 }]'), ['spec.strategy.canary.steps[1].setweight known-fields']],
    ['a misspelt Service', canary('canaryservice: a\nstableService: b\ntrafficRouting: { nginx: { stableIngress: a } }'), ['spec.strategy.canary.canaryservice known-fields']],
    ['a misspelt strategy', rollout({ strategy: '\ncanray: { steps: [{ setWeight: 20 }] }' }), ['spec.strategy.canray known-fields']],
    ['a container without a name', rollout({ pod: '\ncontainers: [{ image: a }]' }), ['spec.template.spec.containers[0].name containers']],
    ['a container with a misspelt name', rollout({ pod: '\ncontainers: [{ nmae: main, image: a }]' }), ['spec.template.spec.containers[0].nmae known-fields']],
    ['two containers of one name', rollout({ pod: '\ncontainers: [{ name: a, image: a }, { name: a, image: b }]' }), ['spec.template.spec.containers[1].name containers']],
    ['a misspelt provider', template({ metrics: '[{ name: a, failureCondition: "result[0] > 1", provider: { promethius: { address: "http://a", query: up } } }]' }), ['spec.metrics[0].provider.promethius one-provider']],
    ['an Experiment with a container without a name', experiment({ canary: '\nselector: { matchLabels: { app: a } }\ntemplate: { metadata: { labels: { app: a } }, spec: { containers: [{ image: a }] } }' }), ['spec.templates[1].template.spec.containers[0].name required-fields']],
    ['misspelt pods', rollout({ pod: '\ncontainer: [{ name: a, image: b }]' }), ['spec.template.spec.container known-fields']],
    ['a text in place of pods', rollout().replace(/template:[^]*?\n {2}strategy/, 'template: none\n  strategy'), ['spec.template value-types']],
    ['misspelt metrics', template({ metrics: '[]' }).replace('metrics:', 'metric:'), ['spec.metric known-fields']],
    ['a misspelt selector of a Service', rollout() + service('checkout').replace('selector:', 'selectors:'), ['spec.selectors known-fields']],
  ])('%s', (_, yaml, wanted) => {
    expect(mistakes(yaml)).toEqual(wanted);
  });
});

describe('what a construct wrote', () => {
  const finding = (path: string, rule = 'value-types') => ({
    rule, severity: 'error', class: 'refused', resource: 'Rollout checkout', path, message: 'must be a whole number, got 2.5', document: 0,
  } as const);

  test('is not judged again where its property is wrong, or where it came from no property', () => {
    expect(isConsequence(finding('spec.replicas'), finding('replicas'), ['replicas'])).toBe(true);
    expect(isConsequence(finding('spec.template.spec'), finding('pod'), ['pod.containers'])).toBe(true);
    expect(isConsequence(finding('spec.revisionHistoryLimit'), finding('spec.revisionHistoryLimit'), ['replicas'])).toBe(true);
  });

  test('is judged where another property is wrong, or none', () => {
    expect(isConsequence(finding('spec.replicas'), finding('replicas'), ['gates'])).toBe(false);
    expect(isConsequence(finding('spec.replicas'), finding('replicas'), [])).toBe(false);
    expect(isConsequence(finding('spec.replicas', 'surge'), finding('replicas', 'surge'), ['replicas'])).toBe(false);
  });
});
