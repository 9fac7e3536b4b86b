import { rollout, service, template } from './manifests';
import { readGraph } from '../../src/graph/graph';
import type { Graph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { judge, judgeWithWaivers } from '../../src/rules/judge';
import { scalerReplicas } from '../../src/rules/scaling/scaler-replicas';
import { stepWeightRange } from '../../src/rules/steps/step-weight-range';

const ID = 'step-weight-range';
const wrong = rollout({ steps: '[{ setWeight: 250 }]' });
const graphOf = (yaml: string): Graph => readGraph(readYaml(yaml, 'rollout.yaml').documents);

test('tells the severity of the class, the place and the position', () => {
  expect(judge(graphOf(wrong), { rules: [stepWeightRange] })).toEqual([{
    rule: ID,
    severity: 'error',
    class: 'refused',
    resource: 'Rollout shop/checkout',
    path: 'spec.strategy.canary.steps[0].setWeight',
    message: 'must be a whole number from 0 to 100, got 250',
    fix: 'write setWeight: 100, the nearest weight there is',
    document: 0,
    file: 'rollout.yaml',
    line: 20,
    column: 17,
  }]);
});

test('asks for positions only where there is a finding', () => {
  const [document] = readYaml(rollout()).documents;
  const locate = jest.fn(() => ({ line: 1, column: 1 }));
  judge(readGraph([{ ...document, locate }]), { rules: [stepWeightRange] });
  expect(locate).not.toHaveBeenCalled();
});

test('takes another severity for a rule', () => {
  expect(judge(graphOf(wrong), { rules: [stepWeightRange], severities: { [ID]: 'info' } })).toMatchObject([{ severity: 'info', class: 'refused' }]);
});

test('says each thing once, in the order of documents and paths', () => {
  const two = rollout({ steps: '[{ setWeight: 1.5 }, { setWeight: 2.5 }, { setWeight: 3.5 }, { setWeight: 4.5 }, { setWeight: 5.5 }, { setWeight: 6.5 }, { setWeight: 7.5 }, { setWeight: 8.5 }, { setWeight: 9.5 }, { setWeight: 10.5 }, { setWeight: 11.5 }]' });
  const findings = judge(graphOf(wrong + two), { rules: [stepWeightRange, stepWeightRange] });
  expect(findings.map(({ document, path }) => `${document} ${path.replace(/\D+/g, '')}`)).toEqual(['0 0', ...Array.from({ length: 11 }, (_, index) => `1 ${index}`)]);
});

describe('with a part of the documents to judge', () => {
  const scaled = `${service('other')}${rollout()}---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { maxReplicas: 10, scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout } }
`;

  test.each([[0, 0], [1, 1], [2, 1]])('document %d has %d findings, those about it included', (judged, count) => {
    const findings = judge(graphOf(scaled), { rules: [scalerReplicas], judged: (document) => document === judged });
    expect(findings).toHaveLength(count);
  });

  test('a waiver of what is not judged is not unused', () => {
    const waivers = [{ rule: ID, resource: 'Rollout shop/checkout', reason: 'accepted' }];
    expect(judge(graphOf(wrong), { rules: [stepWeightRange], judged: () => false, waivers })).toEqual([]);
  });
});

describe('a waiver', () => {
  const waiver = { rule: ID, resource: 'Rollout shop/checkout', reason: 'a test of the controller' };

  test('takes a finding out, and gives it back with its reason', () => {
    const { findings, waived } = judgeWithWaivers(graphOf(wrong), { rules: [stepWeightRange], waivers: [waiver] });
    expect(findings).toEqual([]);
    expect(waived).toMatchObject([{ finding: { rule: ID }, waiver }]);
  });

  test('fails without a reason', () => {
    const findings = judge(graphOf(wrong), { rules: [stepWeightRange], waivers: [{ ...waiver, reason: ' ' }] });
    expect(findings.map(({ rule }) => rule).sort()).toEqual([ID, 'waiver-reason']);
  });

  test('fails when the rule has nothing to say', () => {
    expect(judge(graphOf(rollout()), { rules: [stepWeightRange], waivers: [waiver] })).toMatchObject([
      { rule: 'unused-waiver', document: 0, message: /waives nothing/ },
    ].map(({ message, ...rest }) => ({ ...rest, message: expect.stringMatching(message) as unknown })));
  });

  test('fails when the object is not there', () => {
    expect(judge(graphOf(service('a')), { rules: [stepWeightRange], waivers: [waiver] })).toMatchObject([{ rule: 'unused-waiver', document: -1 }]);
  });
});

test('finds nothing in manifests that are right', () => {
  const guarded = rollout({
    canary: `
canaryService: checkout-canary
analysis:
  startingStep: 1
  templates: [{ templateName: success-rate }]
  args: [{ name: canary-hash, valueFrom: { podTemplateHashValue: Latest } }]`,
    steps: '[{ setWeight: 20 }, { pause: { duration: 5m } }, { setWeight: 40 }, { pause: {} }]',
  });
  const query = 'sum(rate(http_requests_total{status!~"5..", pod=~"checkout-{{args.canary-hash}}-.*"}[2m])) / sum(rate(http_requests_total{pod=~"checkout-{{args.canary-hash}}-.*"}[2m]))'
    + ' and sum(increase(http_requests_total{pod=~"checkout-{{args.canary-hash}}-.*"}[2m])) >= 50';
  const metric = '\nfailureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99\ninterval: 1m\nconsecutiveErrorLimit: 30';
  const everything = guarded + service('checkout-canary') + template({ args: '[{ name: canary-hash }]', query, metric });
  expect(judge(graphOf(everything), { complete: true })).toEqual([]);
});
