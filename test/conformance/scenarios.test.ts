import { begun, failed } from './releases';
import { driverOf } from '../../conformance/harness/drivers';
import type { Stage } from '../../conformance/harness/drivers';
import { findings } from '../../conformance/harness/expectations';
import type { Expectation } from '../../conformance/harness/expectations';
import { fit, merge, readManifests } from '../../conformance/harness/manifests';
import { hasCome } from '../../conformance/harness/moments';
import type { Moment } from '../../conformance/harness/moments';
import type { KubeObject } from '../../conformance/harness/objects';
import type { Scenario } from '../../conformance/harness/scenario';
import type { Entry } from '../../conformance/harness/suite';
import { PARTS } from '../../conformance/lab/parts';
import { entries } from '../../conformance/scenarios';

// What is wrong with a scenario should be known before a lab is started for it.

const scenarios = entries.filter((entry): entry is Scenario => !('check' in entry));
const checks = entries.filter(entry => 'check' in entry);

/** The ids of those that it is not so for. */
const not = <T extends Entry>(of: readonly T[], isSo: (entry: T) => boolean) => of.filter(entry => !isSo(entry)).map(({ id }) => id);

/** What is wrong with scenarios, each with its id. */
const wrong = (problemsOf: (scenario: Scenario) => readonly string[]) => {
  return scenarios.flatMap(scenario => problemsOf(scenario).map(problem => `${scenario.id}: ${problem}`));
};

/** What this throws, as a list. */
function thrown(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Of each file once: reading takes longest. */
const read = new Map<string, KubeObject[]>();

function objectsOf({ manifests, without = [] }: Scenario): KubeObject[] {
  const objects = typeof manifests === 'function' ? manifests() : manifests.flatMap(file => {
    if (!read.has(file)) read.set(file, readManifests([file]));
    return structuredClone(read.get(file)!);
  });
  return objects.filter(({ kind }) => !without.includes(kind));
}

const momentsOf = ({ script = [], until }: Scenario): Moment[] => [...script.map(({ then: _, ...moment }) => moment), until];

test('there are scenarios of both engines, and checks', () => {
  const engines = new Set(scenarios.map(({ engine }) => engine));
  expect([scenarios.length > 30, checks.length > 0, [...engines].sort()]).toEqual([true, true, ['argo', 'flagger']]);
});

test('each has a name of its own, of a group and of what happens', () => {
  const ids = entries.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(not(entries, ({ id }) => /^[a-z][a-z0-9-]*(\/[A-Za-z0-9-]+){1,2}$/.test(id))).toEqual([]);
});

test('each says in a sentence what would be wrong otherwise', () => {
  expect(not(entries, ({ why }) => why.trim().split(/\s+/).length >= 3)).toEqual([]);
});

test('each check needs parts that there are', () => {
  expect(not(checks, entry => 'needs' in entry && entry.needs.every(part => part in PARTS))).toEqual([]);
});

test('manifests are there, release one thing, and can be made to fit', () => {
  expect(wrong(scenario => thrown(() => {
    const driver = driverOf(scenario);
    const objects = objectsOf(scenario);
    const subjects = objects.filter(({ kind }) => kind === driver.subject);
    if (subjects.length !== 1) throw new Error(`expected one ${driver.subject}, got ${subjects.length}`);
    merge(subjects[0]!.spec, scenario.change ?? {});
    scenario.fault?.seed(objects);
    fit(objects, { namespace: 'lab', metrics: 'http://127.0.0.1:1', receiver: 'http://127.0.0.1:2', factor: scenario.factor, shortestInterval: 1 });
    if (!driver.template(objects)) throw new Error('no template of pods');
  }))).toEqual([]);
});

describe('names are those of', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { jest.useRealTimers(); });

  const unknown = (message: string) => message.startsWith('no such ');
  const traceOf = ({ engine }: Scenario) => (engine === 'argo' ? begun() : failed()).trace;

  test('expectations that there are', () => {
    expect(wrong(scenario => Object.entries(scenario.expect).flatMap(([name, wanted]) => thrown(() => {
      findings({ [name]: wanted } as unknown as Expectation, { trace: traceOf(scenario), namespace: 'lab', asked: [], calls: [] });
    })))).toEqual([]);
  });

  test('moments that there are', () => {
    expect(wrong(scenario => momentsOf(scenario).flatMap(moment => Object.entries(moment).flatMap(([name, wanted]) => {
      return thrown(() => hasCome(traceOf(scenario), { [name]: wanted as unknown })).filter(unknown);
    })))).toEqual([]);
  });

  test('commands that its engine knows', () => {
    expect(wrong(scenario => {
      const known = driverOf(scenario).commands({ lab: {}, namespace: 'lab', scenario } as unknown as Stage, objectsOf(scenario));
      return (scenario.script ?? []).flatMap(({ then }) => Object.keys(then).filter(name => !(name in known)));
    })).toEqual([]);
  });

  test('series that it has, when it sets other answers', () => {
    expect(wrong(({ script = [], series = [] }) => {
      const known = series.map(({ name }) => name);
      return script.flatMap(({ then }) => Object.keys(then.set ?? {}).filter(name => !known.includes(name)));
    })).toEqual([]);
  });
});

test('metrics come from a script or from what is counted, and a script from nowhere is no answer', () => {
  expect(not(scenarios, ({ series, traffic }) => series === undefined || traffic === undefined)).toEqual([]);
  expect(wrong(({ series = [] }) => series.map(({ name }) => name).filter((name, index, names) => names.indexOf(name) !== index))).toEqual([]);
});

test('each is divided by a factor that leaves times as they are, or shorter', () => {
  expect(not(scenarios, ({ factor }) => Number.isFinite(factor) && factor >= 1)).toEqual([]);
});

/** A release that fails may do so for another reason than the one that is meant: that it fails is not enough to see. */
test('what ends badly, or waits, says why and not only that it does', () => {
  const endsBadly = scenarios.filter(({ expect: { phase } }) => ['Degraded', 'Failed', 'Paused'].includes(phase));
  const reasons = ({ message, abort, runs = [], events = [], pauses = [] }: Expectation) => {
    return [message, abort, ...runs, ...events, ...pauses].filter(Boolean);
  };
  expect(endsBadly.length).toBeGreaterThan(10);
  expect(not(endsBadly, ({ expect: expectation }) => reasons(expectation).length > 0)).toEqual([]);
});
