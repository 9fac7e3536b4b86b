import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { formatStages, formatStagesAsMarkdown, stageTable } from '../../src/report/stages';

const TEMPLATE = `---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: questions }
spec:
  args: [{ name: every, value: 90s }]
  metrics:
    - { name: success-rate, interval: 1m, failureLimit: 1, failureCondition: "len(result) > 0 && result[0] < 99" }
    - { name: latency, interval: "{{args.every}}", failureCondition: "result[0] > 500" }
    - { name: odd, failureLimit: 4, failureCondition: "result[0] in [1, 2]" }
    - { name: only-good, interval: 2h, failureLimit: "{{args.unknown}}", successCondition: "result[0] > 1" }
`;

function tableOf(canary: string, replicas: unknown = 5) {
  const { documents, problems } = readYaml(`
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout, namespace: shop }
spec: { replicas: ${replicas}, strategy: { canary: ${canary} } }
${TEMPLATE.replace('{ name: questions }', '{ name: questions, namespace: shop }')}`);
  expect(problems).toEqual([]);
  return stageTable(readGraph(documents).rollouts[0]);
}

const ROUTED = 'trafficRouting: { nginx: { stableIngress: checkout } }';

test('a table has a row for the start, for each weight, for the promotion and for a rollback', () => {
  const table = tableOf(`{ ${ROUTED}, steps: [
    { setWeight: 5 }, { pause: { duration: 300 } }, { analysis: { templates: [{ templateName: questions }] } },
    { setWeight: 30 }, { pause: {} }] }`);
  expect(formatStages(table)).toBe([
    'stage     stable version  canary  then',
    'start     100 %           0 %',
    'stage 1   95 %            5 %     hold 5 min; gate: success-rate, latency, odd, only-good',
    'stage 2   70 %            30 %    approval',
    'promoted  0 %             100 %   the new version is the stable one',
    'rollback  100 %           0 %     from every stage, by a failed analysis or a person',
  ].join('\n'));
});

test('the same as Markdown', () => {
  expect(formatStagesAsMarkdown(tableOf(`{ ${ROUTED}, steps: [{ pause: {} }, { setWeight: 100 }] }`))).toBe([
    '| stage | stable version | canary | then |',
    '| --- | --- | --- | --- |',
    '| start | 100 % | 0 % | approval |',
    '| stage 1 | 0 % | 100 % |  |',
    '| promoted | 0 % | 100 % | the new version is the stable one |',
    '| rollback | 100 % | 0 % | from every stage, by a person |',
  ].join('\n'));
});

test.each([
  ['30', '30 s'], ['300', '5 min'], ['90s', '1 min 30 s'], ['12h', '12 h'], ['3661', '1 h 1 min 1 s'], ['0', '0 s'], ['soon', 'soon'],
])('a hold of %s is told as %s', (duration, told) => {
  expect(tableOf(`{ ${ROUTED}, steps: [{ setWeight: 5 }, { pause: { duration: ${duration} } }] }`).rows[1].actions).toEqual([`hold ${told}`]);
});

test('without a router the canary has its share of the pods, whatever its weight says', () => {
  const shares = (replicas: unknown, ...weights: number[]) =>
    tableOf(`{ steps: [${weights.map(weight => `{ setWeight: ${weight} }`).join(', ')}] }`, replicas).rows.slice(1, -2).map(({ share }) => share);
  expect(shares(5, 20, 40)).toEqual([20, 40]);
  expect(shares(3, 5)).toEqual([25]);
  expect(shares(3, 33)).toEqual([33.3]);
  expect(shares('unknown', 5)).toEqual([5]);
});

test('with a full weight of its own, weights are told in percent', () => {
  const { rows } = tableOf('{ trafficRouting: { maxTrafficWeight: 1000, nginx: {} }, steps: [{ setWeight: 5 }] }');
  expect(rows[1].share).toBe(0.5);
});

test('what is not known is left open', () => {
  const table = tableOf(`{ ${ROUTED}, steps: [{ setWeight: "{{x}}" }, { analysis: { templates: [{ templateName: elsewhere }] } }, {}, { setCanaryScale: {} }] }`);
  expect(formatStages(table)).toContain('stage 1   ?               ?       gate: elsewhere; nothing; scale the canary');
});

test('each metric of the background analysis is told with its limit', () => {
  const { watched } = tableOf('{ analysis: { templates: [{ templateName: questions }, { templateName: elsewhere }] } }');
  expect(watched).toEqual([
    'success-rate, asked every 1 min: the second answer below 99 rolls back',
    'latency, asked every 1 min 30 s: the first answer above 500 rolls back',
    'odd: the 5th answer with result[0] in [1, 2] rolls back',
    'only-good, asked every 2 h: too many answers outside its success condition rolls back',
    'elsewhere: a template that is not among the manifests',
  ]);
});
