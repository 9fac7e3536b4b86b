import { analysisRun, canary, deployment, event, ingress, pod, replicaSet, rollout, service, Watched } from './watched';

beforeEach(() => { jest.useFakeTimers({ now: 1_700_000_000_000 }); });
afterEach(() => { jest.useRealTimers(); });

/** What was kept of it, without when. */
const kept = ({ trace }: Watched) => trace.entries.map(({ time: _, ...entry }) => entry);

describe('a trace', () => {
  test('has an entry for each change, and none for what is told once more', () => {
    const watched = new Watched().send(ingress(), ingress(20), ingress(20), ingress(0), ingress(20));
    expect(kept(watched).map(({ weight }) => weight as number | undefined)).toEqual([undefined, 20, 0, 20]);
    watched.tell('ADDED', ingress(20));
    expect(watched.trace.entries).toHaveLength(4);
  });

  test('is of one namespace, and ends when it is closed', () => {
    const watched = new Watched();
    const other = { ...ingress(20), metadata: { ...ingress(20).metadata, namespace: 'other' } };
    watched.send(other);
    watched.recorder.close('shop');
    watched.send(ingress(20));
    expect(watched.trace.entries).toEqual([]);
  });

  test('counts from its start, whatever came within the same millisecond', () => {
    const watched = new Watched().send(ingress(5)).wait(2).send(ingress(10));
    watched.trace.start('image');
    watched.send(ingress(20)).wait(3.14).trace.command('promote');
    expect(watched.trace.since.map(({ what }) => what)).toEqual(['command', 'Ingress', 'command']);
    expect(watched.trace.toJSON()).toEqual([
      { at: -2, what: 'Ingress', name: 'shop-canary', weight: 5 },
      { at: 0, what: 'Ingress', name: 'shop-canary', weight: 10 },
      { at: 0, what: 'command', command: 'image' },
      { at: 0, what: 'Ingress', name: 'shop-canary', weight: 20 },
      { at: 3.1, what: 'command', command: 'promote' },
    ]);
  });

  test('is in the order in which things were written, whichever watch is read first, and never in that before a command', () => {
    const watched = new Watched();
    const write = (revision: number, weight: number) => {
      const object = ingress(weight);
      watched.send({ ...object, metadata: { ...object.metadata, name: `at-${revision}`, resourceVersion: `${revision}` } });
    };
    for (const revision of [9, 11, 10]) write(revision, revision);
    watched.trace.start('image');
    for (const revision of [8, 13, 12]) write(revision, revision);
    expect(watched.trace.entries.map(({ weight = 'image' }) => weight as unknown)).toEqual([9, 10, 11, 'image', 8, 12, 13]);
    expect(watched.trace.since[0]).toMatchObject({ command: 'image' });
  });

  test('takes in what others tell', () => {
    const watched = new Watched('flagger');
    watched.trace.add({ what: 'call', path: '/gate', status: 403 });
    expect(kept(watched)).toEqual([{ what: 'call', path: '/gate', status: 403 }]);
  });
});

describe('of a Rollout', () => {
  const weightOf = (status: object, spec?: object) => new Watched().send(rollout(status, spec)).trace.subject!.weight as number;

  test('it keeps what a person would watch', () => {
    const counts = { replicas: 5, updatedReplicas: 1, availableReplicas: 4 };
    const paused = { phase: 'Paused', message: 'CanaryPauseStep', pauseConditions: [{ reason: 'CanaryPauseStep' }] };
    const { subject } = new Watched().send(rollout({ ...paused, ...counts, currentPodHash: 'new', currentStepIndex: 1 })).trace;
    expect(subject).toEqual({
      phase: 'Paused',
      message: 'CanaryPauseStep',
      weight: 20,
      step: 1,
      pauses: ['CanaryPauseStep'],
      aborted: false,
      promoted: false,
      replicas: { wanted: 5, all: 5, updated: 1, available: 4 },
      hash: 'new',
    });
  });

  test('it keeps nothing of a status that is about the manifest before', () => {
    expect(new Watched().send(rollout({ phase: 'Healthy', observedGeneration: '2' })).trace.entries).toEqual([]);
  });

  test.each([
    ['the router has', { currentPodHash: 'new', currentStepIndex: 2, canary: { weights: { canary: { weight: 35 } } } }, 35],
    ['the step asks for, without a router', { currentPodHash: 'new', currentStepIndex: 2 }, 50],
    ['a step before asked for', { currentPodHash: 'new', currentStepIndex: 3 }, 50],
    ['is left after the last step', { currentPodHash: 'new', currentStepIndex: 4 }, 100],
    ['there is after promotion', { currentPodHash: 'old', currentStepIndex: 0 }, 100],
    ['an abort leaves', { currentPodHash: 'new', currentStepIndex: 2, abort: true }, 0],
  ])('the weight is what %s', (_, status, weight) => {
    expect(weightOf(status)).toBe(weight);
  });

  test('the weight is none where a router has not been told one, and before a blue-green promotion', () => {
    const canaryStrategy = { trafficRouting: {}, steps: [{ setWeight: 20 }] };
    expect(weightOf({ currentPodHash: 'new', currentStepIndex: 0 }, { strategy: { canary: canaryStrategy } })).toBe(0);
    expect(weightOf({ currentPodHash: 'new' }, { strategy: { blueGreen: {} } })).toBe(0);
  });

  test('an abort is seen, and a promotion', () => {
    const watched = new Watched().send(rollout({ phase: 'Degraded', currentPodHash: 'new', abort: true }));
    expect(watched.trace.subject).toMatchObject({ aborted: true, promoted: false });
    expect(watched.send(rollout({ phase: 'Healthy', currentPodHash: 'new', stableRS: 'new' })).trace.subject).toMatchObject({ aborted: false, promoted: true });
  });

  test('its versions are known in the order in which they came', () => {
    const { trace } = new Watched().send(...['one', 'two', 'one', 'three'].map(currentPodHash => rollout({ currentPodHash })));
    expect(trace.hashes).toEqual(['one', 'two', 'three']);
  });
});

describe('of what belongs to a Rollout', () => {
  test('measurements are kept once, when they have ended, and before the end of their analysis', () => {
    const [first, second] = [1, 2].map(at => ({ phase: 'Failed', value: '[95]', startedAt: `${at}`, finishedAt: `${at}` }));
    const run = (phase: string, ...measurements: object[]) => analysisRun('Background', phase, [{ name: 'errors', phase, failed: 1, measurements }]);
    const watched = new Watched().send(run('Running', { phase: 'Running', startedAt: '1' }), run('Running', first!), run('Failed', first!, second!));
    expect(kept(watched).map(({ what, phase }) => [what, phase as string])).toEqual([
      ['AnalysisRun', 'Running'], ['measurement', 'Failed'], ['measurement', 'Failed'], ['AnalysisRun', 'Failed'],
    ]);
    expect(kept(watched)[1]).toEqual({ what: 'measurement', run: 'shop-Background', type: 'Background', metric: 'errors', phase: 'Failed', value: '[95]' });
  });

  test('an analysis that has not begun is pending, and so are its metrics', () => {
    const { trace } = new Watched().send(analysisRun('Step', undefined, [{ name: 'errors' }]));
    expect(trace.statesOf('AnalysisRun')).toEqual([{ type: 'Step', hash: 'new', phase: 'Pending', metrics: { errors: { phase: 'Pending' } } }]);
  });

  test('an analysis that is deleted has still said what it said, and a version that is deleted has no pods', () => {
    const watched = new Watched().send(analysisRun('Step', 'Failed'), replicaSet('old', 5));
    watched.tell('DELETED', analysisRun('Step', 'Failed'));
    watched.tell('DELETED', replicaSet('old', 5));
    expect(watched.trace.stateOf('AnalysisRun', 'shop-Step')).toMatchObject({ phase: 'Failed', deleted: true });
    expect(watched.trace.stateOf('ReplicaSet', 'shop-old')).toEqual({ hash: 'old', wanted: 0, ready: 0, deleted: true });
  });

  test('pods are known for ever, and whether they are ready now', () => {
    const watched = new Watched().send(pod('a', 'old', true), pod('b', 'new', false), pod('c', 'new', true), pod('d', 'new', true));
    watched.send(pod('c', 'new', true, { deletionTimestamp: 'now' }));
    watched.tell('DELETED', pod('d', 'new', true));
    expect([...watched.trace.pods]).toEqual([['a', 'old'], ['b', 'new'], ['c', 'new'], ['d', 'new']]);
    expect([...watched.trace.ready]).toEqual([['a', 'old']]);
    expect(watched.trace.entries).toEqual([]);
  });

  test('Services say whose pods they lead to; the router says its weight; events are those of the Rollout', () => {
    const watched = new Watched().send(service('shop'), service('shop', 'old'), ingress(), ingress(5), event('made', 'Pod'), event('aborted'), replicaSet(undefined, 3));
    expect(kept(watched)).toEqual([
      { what: 'Service', name: 'shop', hash: undefined }, { what: 'Service', name: 'shop', hash: 'old' },
      { what: 'Ingress', name: 'shop-canary' }, { what: 'Ingress', name: 'shop-canary', weight: 5 },
      { what: 'event', type: 'Told', message: 'aborted', count: 1 },
    ]);
    expect([watched.trace.routedWeight, new Watched().trace.routedWeight]).toEqual([5, undefined]);
  });
});

test('of a Canary it keeps what Flagger says, from its first word on', () => {
  const { trace } = new Watched('flagger').send(
    canary(undefined), canary({ phase: '' }), canary({ phase: 'Initialized' }),
    canary({ phase: 'Progressing', canaryWeight: 10, iterations: 2, failedChecks: 1 }),
    canary({ phase: 'Failed', conditions: [{ type: 'Promoted', message: 'rolled back' }] }),
    deployment('shop-primary', '1.0.0', 2),
  );
  expect(trace.entries.map(({ phase, aborted, promoted }) => [phase, aborted, promoted] as unknown)).toEqual([
    ['Initialized', false, true], ['Progressing', false, false], ['Failed', true, false], [undefined, undefined, undefined],
  ]);
  expect(trace.entries[1]).toMatchObject({ weight: 10, iterations: 2, failedChecks: 1 });
  expect(trace.subject).toMatchObject({ message: 'rolled back', weight: 0 });
  expect(trace.stateOf('Deployment', 'shop-primary')).toEqual({ image: 'registry.example/shop:1.0.0', wanted: 2, ready: 2 });
});
