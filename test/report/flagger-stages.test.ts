import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { flaggerStages } from '../../src/report/flagger-stages';
import { formatStages } from '../../src/report/stages';

const told = (analysis: string, provider = 'nginx') => {
  const yaml = `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: shop, namespace: shop }
spec:
  provider: ${provider}
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
  analysis: ${analysis}`;
  return flaggerStages(readGraph(readYaml(yaml).documents).canaries[0]);
};
const metrics = 'metrics: [{ name: success-rate, interval: 1m, templateRef: { name: s }, thresholdRange: { min: 99 } }]';

test('shares, each held for an interval', () => {
  const table = told(`{ interval: 5m, threshold: 2, stepWeights: [5, 25, 50], ${metrics} }`);
  expect(formatStages(table).split('\n')).toEqual([
    'stage     primary  canary  then',
    'start     100 %    0 %',
    'stage 1   95 %     5 %     hold 5 min; check: success-rate',
    'stage 2   75 %     25 %    hold 5 min; check: success-rate',
    'stage 3   50 %     50 %    hold 5 min; check: success-rate',
    'promoted  0 %      100 %   the new version is the primary, after 30 min or more',
    'rollback  100 %    0 %     from every stage, at the check after 2 failed ones',
  ]);
  expect(table.watched).toEqual(['success-rate, asked every 5 min: an answer below 99 is a failed check, and so is no answer']);
});

test('a blue-green is one stage, and all of the traffic for a moment', () => {
  expect(told('{ interval: 1m, threshold: 1, iterations: 3 }').rows.map(({ name, share }) => `${name} ${share}`)).toEqual(['start 0', 'stage 1 0', 'stage 2 100', 'promoted 100', 'rollback 0']);
});

test('an audience has no share of the traffic', () => {
  expect(told('{ interval: 1m, threshold: 1, iterations: 3, match: [{ headers: { x-a: { exact: b } } }] }').rows[1]).toMatchObject({ share: 0, actions: ['hold 3 min', 'the audience sees the new version'] });
});
