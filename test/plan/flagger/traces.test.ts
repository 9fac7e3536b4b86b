import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Told } from './recorded-run';
import type { RecordedRun } from './recorded-run';
import { settingsIn } from './settings-in-yaml';
import { play } from '../../../src/plan/flagger/play';
import type { PlayedTick } from '../../../src/plan/flagger/play';
import type { RunSettings } from '../../../src/plan/flagger/run-settings';
import type { TickInput } from '../../../src/plan/flagger/script';

const FOLDER = resolve(__dirname, '../../../conformance/traces/flagger');
const recorded = readdirSync(FOLDER).filter(file => file.endsWith('.json')).sort();

test('there are runs of ten kinds and more', () => {
  expect(recorded.length).toBeGreaterThanOrEqual(10);
});

describe.each(recorded)('%s', (file) => {
  const run = JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8')) as RecordedRun;
  const settings = settingsIn(run);
  const told = new Told(run);
  const ticks = [...untilItRests(settings, told.input)];

  test('goes through the same states', () => {
    const states = ticks.map(({ phase, statusWeight, iterations, failedChecks }) => {
      return { phase, canaryWeight: statusWeight, iterations, failedChecks };
    });
    expect(distinct(states)).toEqual(run.states);
  });

  test('asks as often, and calls as often', () => {
    expect({ asked: told.asked, called: told.called }).toEqual({ asked: run.asked, called: run.called });
  });

  test('leads the same requests to the same version', () => {
    const routes = run.routes.map(({ weight, headers, mirrored }) => ({ weight: headers === undefined ? weight : 100, mirrored: mirrored ?? false }));
    const played = ticks.map(({ canaryWeight, mirrored }) => ({ weight: canaryWeight, mirrored }));
    expect(settings.provider === 'kubernetes' ? [] : distinct(played)).toEqual(distinct(routes));
  });
});

function* untilItRests(settings: RunSettings, input: TickInput): Generator<PlayedTick> {
  for (const { tick } of play(settings, { then: input })) {
    yield tick;
    if (['Succeeded', 'Failed'].includes(tick.phase)) {
      return;
    }
  }
}

function distinct<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => JSON.stringify(value) !== JSON.stringify(values[index - 1]));
}
