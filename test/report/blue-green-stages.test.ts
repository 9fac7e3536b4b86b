import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { formatStages, formatStagesAsMarkdown, stageTable } from '../../src/report/stages';
import { blueGreen, template } from '../rules/manifests';

const METRICS = '[{ name: success-rate, interval: 2m, failureLimit: 1, failureCondition: "len(result) > 0 && result[0] < 99" }, { name: restarts, interval: 30s, failureCondition: "result[0] > 2" }]';
const analysis = (place: string, name: string) => `\n${place}Analysis: { templates: [{ templateName: ${name} }] }`;

function tableOf(fields = '', others = '', pieces = {}) {
  const { documents, problems } = readYaml(blueGreen(fields, pieces) + others);
  expect(problems).toEqual([]);
  return stageTable(readGraph(documents).rollouts[0]);
}

const actions = (fields: string, row: string) => tableOf(fields).rows.find(({ name }) => name === row)?.actions;

test('a blue-green is a preview, a switch, and a way back until it is promoted', () => {
  const fields = `${analysis('prePromotion', 'smoke')}${analysis('postPromotion', 'questions')}\nautoPromotionSeconds: 300\nscaleDownDelaySeconds: 600`;
  const table = tableOf(fields, template({ name: 'smoke' }) + template({ name: 'questions', metrics: METRICS }));
  expect(formatStages(table)).toBe([
    'stage     old version  new version  then',
    'start     100 %        0 %',
    'preview   100 %        0 %          5 pods behind checkout-preview; gate: smoke; hold 5 min',
    'switch    0 %          100 %        gate: success-rate, restarts',
    'promoted  0 %          100 %        the new version is the stable one; the old one goes after 10 min',
    'rollback  100 %        0 %          until it is promoted, by a failed analysis or a person',
  ].join('\n'));
});

test('the same as Markdown', () => {
  expect(formatStagesAsMarkdown(tableOf('\nautoPromotionEnabled: false')).split('\n')).toEqual(expect.arrayContaining([
    '| stage | old version | new version | then |', '| --- | --- | --- | --- |', '| preview | 100 % | 0 % | 5 pods behind checkout-preview; approval |', '| switch | 0 % | 100 % |  |',
  ]));
});

test.each([
  ['one pod', '\npreviewReplicaCount: 1', 'preview', ['1 pod behind checkout-preview']],
  ['a person, whatever the time', '\nautoPromotionEnabled: false\nautoPromotionSeconds: 60', 'preview', ['5 pods behind checkout-preview', 'approval']],
  ['the delay of the controller', '', 'promoted', ['the new version is the stable one', 'the old one goes after 30 s']],
  ['a delay that never ends', '\nscaleDownDelaySeconds: 0', 'promoted', ['the new version is the stable one', 'the old one goes never']],
  ['a delay that cannot be read', '\nscaleDownDelaySeconds: soon', 'promoted', ['the new version is the stable one', 'the old one goes later']],
  ['a template that is not at hand', analysis('postPromotion', 'elsewhere'), 'switch', ['gate: elsewhere']],
  ['no analysis', '', 'rollback', ['until it is promoted, by a person']],
])('%s is told', (_, fields, row, told) => {
  expect(actions(fields, row)).toEqual(told);
});

test('a number of pods that something else decides is not told', () => {
  expect(tableOf('', '', { replicas: null }).rows[1].actions).toEqual(['all its pods behind checkout-preview']);
});

test('what is asked after the switch is told with the answer that ends it', () => {
  expect(tableOf(analysis('postPromotion', 'questions'), template({ name: 'questions', metrics: METRICS })).watched).toEqual([
    'success-rate, asked every 2 min: the second answer below 99 rolls back',
    'restarts, asked every 30 s: the first answer above 2 rolls back',
  ]);
});
