import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readRun } from '../../conformance/harness/flagger-run';
import type { Fields } from '../../conformance/harness/objects';
import { storyOf } from '../../conformance/harness/story';
import { entries } from '../../conformance/scenarios';

const ROOT = join(__dirname, '..', '..');
const TRACES = join(ROOT, 'conformance', 'traces');

const traces = readdirSync(TRACES).filter(file => file.endsWith('.json'));

/** The steps of the quickstart as the controller would go through them, each with the weight at that time. */
function renderedSteps(): string[] {
  const text = readFileSync(join(ROOT, 'examples/quickstart/expected/shop.k8s.yaml'), 'utf8');
  const rollout = parseAllDocuments(text).map(document => document.toJS() as Fields).find(({ kind }) => kind === 'Rollout')!;
  const steps: Fields[] = rollout.spec.strategy.canary.steps;
  let weight = 0;
  return [...steps, { setWeight: 100 }].map((step, index) => {
    weight = step.setWeight ?? weight;
    return `step ${index}: ${weight} %`;
  });
}

test.each(traces)('the trace %s goes through the steps that the quickstart renders, from the first on', name => {
  const { steps } = storyOf(JSON.parse(readFileSync(join(TRACES, name), 'utf8')));
  expect(steps.length).toBeGreaterThan(3);
  expect(steps).toEqual(renderedSteps().slice(0, steps.length));
});

test('the promoted one goes to the end, with a gate after each stage', () => {
  const story = storyOf(JSON.parse(readFileSync(join(TRACES, 'quickstart-good.json'), 'utf8')));
  expect(story.steps).toEqual(renderedSteps());
  expect(story.analyses.filter(line => line.startsWith('Step Successful'))).toHaveLength(4);
  expect(story.end).toBe('Healthy at 100 %');
});

test('the one that is taken back ends by its guard', () => {
  const story = storyOf(JSON.parse(readFileSync(join(TRACES, 'quickstart-bad-at-40.json'), 'utf8')));
  expect(story.analyses).toContainEqual(expect.stringMatching(/^Background Failed: success-rate/));
  expect(story.end).toBe('Degraded at 0 %');
});

describe('the recorded runs of Flagger', () => {
  const folder = 'conformance/traces/flagger';
  const recorded = readdirSync(join(ROOT, folder)).map(file => `${folder}/${file}`);
  const scenarios = entries.flatMap(entry => 'expect' in entry && entry.expect.sameRun ? [entry.expect.sameRun] : []);

  test('have a scenario each, that is told the same', () => {
    expect(scenarios.map(({ file }) => file).sort()).toEqual(recorded.sort());
    expect(scenarios.map(({ told }) => told)).toEqual(scenarios.map(({ file, told }) => pick(readRun(file)!, Object.keys(told))));
  });

  test.each(recorded)('%s goes from the beginning of an analysis to its end, and back to no weight', file => {
    const { states, routes } = readRun(file)!;
    expect(states[0].phase).toMatch(/^(Waiting|Progressing)$/);
    expect(states.at(-1)).toMatchObject({ canaryWeight: 0, iterations: 0, phase: expect.stringMatching(/^(Succeeded|Failed)$/) });
    expect(routes.at(-1) ?? { weight: 0 }).toEqual({ weight: 0 });
  });
});

function pick(run: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map(name => [name, run[name]]));
}
