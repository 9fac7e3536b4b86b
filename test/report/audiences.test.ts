import { Audience } from 'rolloutkit';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { formatStages, formatStagesAsMarkdown, stageTable } from '../../src/report/stages';

function tableOf(steps: string, routing = 'plugins: {}') {
  const { documents } = readYaml(`
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout }
spec: { replicas: 5, strategy: { canary: { trafficRouting: { ${routing} }, steps: [${steps}] } } }
`);
  return stageTable(readGraph(documents).rollouts[0]);
}

const actions = (...table: Parameters<typeof tableOf>) => tableOf(...table).rows.slice(0, -2).map(({ actions: told }) => told.join('; '));
const route = (...conditions: string[]) => `{ setHeaderRoute: { name: a, match: [${conditions.join(', ')}] } }`;
const internal = '{ headerName: x-internal, headerValue: { exact: "true" } }';
const ends = '{ setHeaderRoute: { name: a } }';

test('an audience that alone sees the canary has a row of its own, with the pods that start for it', () => {
  expect(formatStages(tableOf(`{ setCanaryScale: { replicas: 1 } }, ${route(internal)}, { pause: { duration: 60 } }, ${ends}, { setWeight: 20 }, { pause: {} }`))).toBe([
    'stage     stable version  canary  then',
    'start     100 %           0 %',
    'stage 1   100 %           0 %     1 canary pod; audience: x-internal is true; hold 1 min; the audience ends',
    'stage 2   80 %            20 %    approval',
    'promoted  0 %             100 %   the new version is the stable one',
    'rollback  100 %           0 %     from every stage, by a person',
  ].join('\n'));
});

test('pods that start for something else first are not part of it', () => {
  expect(actions(`{ setCanaryScale: { weight: 20 } }, { pause: {} }, ${route(internal)}, { pause: {} }`)).toEqual([
    'canary pods for 20 %; approval', 'audience: x-internal is true; approval',
  ]);
});

test('an audience that follows another one is the next row', () => {
  expect(actions(`${route(internal)}, { pause: {} }, ${ends}, ${route('{ headerName: x-group, headerValue: { prefix: b } }')}`)).toEqual([
    '', 'audience: x-internal is true; approval; the audience ends', 'audience: x-group begins with b',
  ]);
});

test('an audience beside a weight is part of its row, and of the next ones that it stays for', () => {
  expect(actions(`{ setWeight: 20 }, ${route(internal)}, { setWeight: 50 }, ${ends}, { setWeight: 80 }`)).toEqual([
    '', 'audience: x-internal is true', 'the audience stays; the audience ends', '',
  ]);
});

test('of several conditions all must hold, and behind Istio any', () => {
  const both = route(internal, '{ headerName: x-region, headerValue: { exact: eu } }');
  expect(actions(both)[1]).toBe('audience: x-internal is true and x-region is eu');
  expect(actions(both, 'istio: {}')[1]).toBe('audience: x-internal is true or x-region is eu');
});

test('the number of pods is told as it was asked for, in percent of the whole weight', () => {
  const scales = (...steps: string[]) => actions(steps.map(step => `{ setCanaryScale: ${step} }`).join(', '), 'plugins: {}, maxTrafficWeight: 1000')[0];
  expect(scales('{ replicas: 3 }', '{ weight: 250 }', '{ matchTrafficWeight: true }', '{}')).toBe('3 canary pods; canary pods for 25 %; canary pods as the traffic needs; scale the canary');
});

describe('what an audience says is told in its own words', () => {
  test.each<[string, Audience]>([
    ['x-group is a.b', Audience.header('x-group').isExactly('a.b')],
    ['x-group begins with v1.(2)', Audience.header('x-group').startsWith('v1.(2)')],
    ['x-group matches ^(a|b)$', Audience.header('x-group').matches('^(a|b)$')],
    ['x-group is there', Audience.header('x-group').isPresent()],
    ['cookie b.a is x=[1]', Audience.cookie('b.a').isExactly('x=[1]')],
    ['cookie beta is ', Audience.cookie('beta').isExactly('')],
    ['cookie beta is there', Audience.cookie('beta').isPresent()],
  ])('%s', (told, audience) => {
    const conditions = audience._intent.map(({ header, value }) => JSON.stringify({ headerName: header, headerValue: { [value.kind]: value.text } }));
    expect(actions(route(...conditions))[1]).toBe(`audience: ${told}`);
  });

  test('and in a document without becoming a column or an emphasis', () => {
    expect(formatStagesAsMarkdown(tableOf(route('{ headerName: x, headerValue: { regex: "a*|b*" } }')))).toContain('audience: x matches a\\*\\|b\\* |');
  });

  test('or left open where it is not known', () => {
    expect(actions(route('{}', '{ headerName: x, headerValue: {} }'))[1]).toBe('audience: a header and x');
  });
});
