import { rollout } from './manifests';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { judgeWithWaivers } from '../../src/rules/judge';
import { servicesPresent } from '../../src/rules/services/services-present';
import { stepWeightRange } from '../../src/rules/steps/step-weight-range';
import { annotatedWaivers } from '../../src/rules/waiver-annotation';

const graphOf = (yaml: string) => readGraph(readYaml(yaml, 'a.yaml').documents);
const annotated = (text: string) => graphOf(`kind: Rollout\nmetadata: { name: a, annotations: { rolloutkit.dev/waive: ${JSON.stringify(text)} } }\n`);

test.each([
  ['', []],
  [' ;\n; ', []],
  ['surge: why', [['surge', 'why']]],
  ['surge : why not', [['surge', 'why not']]],
  ['surge: a; pods-apart: b;', [['surge', 'a'], ['pods-apart', 'b']]],
  ['surge: a\r\npods-apart: b', [['surge', 'a'], ['pods-apart', 'b']]],
  ['surge: see http://x.example/a:b; and ask', [['surge', 'see http://x.example/a:b; and ask']]],
  ['surge:\n  why\n  not', [['surge', 'why not']]],
  ['pods-apart\nsurge: a', [['pods-apart', ''], ['surge', 'a']]],
  ['Surge because', [['Surge because', '']]],
])('%j waives %j', (text, expected) => {
  expect(annotatedWaivers(annotated(text)).map(({ rule, reason }) => [rule, reason])).toEqual(expected);
});

test('an annotation that is no text waives nothing', () => {
  expect(annotatedWaivers(graphOf('kind: A\nmetadata: { annotations: { rolloutkit.dev/waive: 5 } }\n---\nkind: B\nmetadata: 1\n'))).toEqual([]);
});

test('a finding is waived with the reason of its object', () => {
  const wrong = rollout({ steps: '[{ setWeight: 250 }]' }).replace('namespace: shop', 'namespace: shop, annotations: { rolloutkit.dev/waive: "step-weight-range: a test" }');
  const { findings, waived } = judgeWithWaivers(graphOf(wrong), { rules: [stepWeightRange] });
  expect(findings).toEqual([]);
  expect(waived).toMatchObject([{ finding: { rule: 'step-weight-range', file: 'a.yaml', line: expect.any(Number) as unknown }, waiver: { reason: 'a test', document: 0 } }]);
});

describe('an object that is named and not in the input', () => {
  const named = rollout({ canary: '\ncanaryService: elsewhere' });

  test('is a note when there may be more', () => {
    expect(judgeWithWaivers(graphOf(named), { rules: [servicesPresent] })).toMatchObject({
      findings: [], notes: [{ rule: 'services-present', severity: 'info', class: 'advice', path: 'spec.strategy.canary.canaryService' }],
    });
  });

  test('is a finding when the input is complete, unless it is known to be elsewhere', () => {
    const complete = { rules: [servicesPresent], complete: true };
    expect(judgeWithWaivers(graphOf(named), complete)).toMatchObject({ findings: [{ rule: 'services-present', class: 'refused' }], notes: [] });
    const elsewhere = [{ kind: 'Service', name: 'elsewhere', namespace: 'shop' }];
    expect(judgeWithWaivers(graphOf(named), { ...complete, elsewhere })).toMatchObject({ findings: [], notes: [], waived: [] });
    expect(judgeWithWaivers(graphOf(named), { rules: [servicesPresent], elsewhere })).toMatchObject({ findings: [], notes: [], waived: [] });
  });
});
