import { runProgram } from './engine/engine';
import type { EngineResource } from './engine/resource';
import type { EngineRun } from './engine/run';
import { secret } from './engine/values';

describe('an Experiment', () => {
  let run: EngineRun;
  beforeAll(async () => { run = await runProgram(require.resolve('./programs/experiment')); });

  const experiment = (changed: string): EngineResource => run.resources.find(({ type, name }) => type.startsWith('kubernetes:') && type.endsWith(':Experiment') && name === changed)!;

  test('comes after its questions, and tells what it is called', () => {
    const component = 'urn:pulumi:dev::shop::rolloutkit:index:Experiment::nothing';
    expect(run.resources.filter(({ parent }) => parent === component).map(({ type, name }) => `${type.split(':').at(-1)} ${name}`)).toEqual([
      'AnalysisTemplate nothing-error-rate', 'Experiment nothing',
    ]);
    expect(run.outputs[component]).toEqual({ experimentName: 'compare', namespace: 'shop' });
  });

  test.each(['an image', 'its length', 'a question', 'a secret'])('runs again when %s has changed', changed => {
    expect(experiment(changed).replacementTrigger).not.toEqual(experiment('nothing').replacementTrigger);
    expect(experiment(changed).deleteBeforeReplace).toBe(true);
  });

  test.each(['its labels', 'how long it is kept', 'its end by hand'])('goes on when %s has changed', changed => {
    expect(experiment(changed).inputs).not.toEqual(experiment('nothing').inputs);
    expect(experiment(changed).replacementTrigger).toEqual(experiment('nothing').replacementTrigger);
  });

  test('tells nobody the secrets of its pods, by what it is replaced for either', () => {
    expect(experiment('nothing').inputs.spec.templates[0].template.spec.containers[0].env).toEqual([{ name: 'TOKEN', value: secret('hush') }]);
    expect(experiment('nothing').replacementTrigger).toMatchObject({ value: expect.stringMatching(/^[0-9a-z]{10}$/) });
  });

  // one that fails has never had all of its pods: whoever waits for those hears of it when Pulumi's patience is over
  test.each([
    ['waits for nothing', 'nothing', { 'pulumi.com/skipAwait': 'true' }, []],
    ['waits for its pods', 'the wait for its pods', { 'pulumi.com/waitFor': 'jsonpath={.status.availableAt}' }, []],
    ['waits for its end, and not for its pods before', 'the wait for its end', { 'pulumi.com/skipAwait': 'true' }, ['afterCreate']],
  ])('%s', (_, changed, annotations, hooks) => {
    const { inputs, hooks: bound } = experiment(changed);
    expect({ annotations: inputs.metadata.annotations, hooks: Object.keys(bound) }).toEqual({ annotations, hooks });
  });
});
