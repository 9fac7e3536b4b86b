import { aborted, begun, failed } from './releases';
import { event, replicaSet, rollout, Watched } from './watched';
import { scopeProblems } from '../../conformance/harness/scope';
import { distinct, entriesUpTo, podsAfter, stagesOf } from '../../conformance/harness/stages';
import { storyOf } from '../../conformance/harness/story';

beforeEach(() => { jest.useFakeTimers({ now: 1_700_000_000_000 }); });
afterEach(() => { jest.useRealTimers(); });

const stages = ({ trace }: Watched) => stagesOf(trace).map(({ weight, from, to }) => [weight, (to - from) / 1000]);

describe('stages', () => {
  test('are the weights there were, each with the seconds it lasted, the last until now', () => {
    expect(stages(aborted())).toEqual([[20, 10], [50, 6], [0, 3]]);
  });

  test('are there for a Canary as well', () => {
    expect(stages(failed().wait(4))).toEqual([[10, 2], [20, 2], [0, 4]]);
  });

  test('begin with the new version, though the controller still tells of the old one', () => {
    const watched = new Watched();
    watched.trace.start('image');
    watched.send(rollout({ phase: 'Progressing', currentPodHash: 'old' })).wait(1);
    expect(stages(watched)).toEqual([]);
    expect(stages(watched.send(rollout({ currentPodHash: 'new', currentStepIndex: 0 })).wait(2))).toEqual([[20, 2]]);
  });

  test('begin above 0: a weight before the first is none', () => {
    const watched = new Watched();
    watched.trace.start('image');
    watched.send(rollout({ currentPodHash: 'new' }, { strategy: { blueGreen: {} } })).wait(1);
    expect(stages(watched)).toEqual([]);
  });

  test('are not cut by what leaves the weight as it is', () => {
    const watched = begun().wait(4).send(rollout({ phase: 'Paused', currentPodHash: 'new', currentStepIndex: 1 })).wait(4);
    expect(stages(watched)).toEqual([[20, 8]]);
  });

  test('come again when a weight does', () => {
    const watched = begun().wait(1);
    for (const [currentPodHash, currentStepIndex] of [['new', 2], ['newer', 0], ['newer', 2]] as const) {
      watched.send(rollout({ currentPodHash, currentStepIndex })).wait(1);
    }
    expect(stages(watched).map(([weight]) => weight)).toEqual([20, 50, 20, 50]);
  });
});

describe('what there was up to the end of a weight', () => {
  test('has all before it as well, and nothing after', () => {
    const { trace } = aborted();
    const messages = entriesUpTo(trace, 20).filter(({ what }) => what === 'event').map(({ message }) => message as string);
    expect(messages).toEqual(['set to 20']);
    expect(entriesUpTo(trace, 20)[0]).toBe(trace.entries[0]);
    expect(entriesUpTo(trace, 0)).toEqual(trace.entries);
  });

  test('is nothing for a weight that never was', () => {
    expect(entriesUpTo(aborted().trace, 30)).toEqual([]);
  });

  test('is not about a weight that only the version before had', () => {
    const watched = new Watched();
    watched.trace.start('image');
    watched.send(rollout({ phase: 'Progressing', currentPodHash: 'old' }), rollout({ currentPodHash: 'new', currentStepIndex: 0 }));
    expect(entriesUpTo(watched.trace, 100)).toEqual([]);
  });

  test('ends with the first time, when a weight comes twice', () => {
    const watched = begun().send(event('first'), rollout({ currentPodHash: 'new', currentStepIndex: 2 }));
    watched.send(rollout({ currentPodHash: 'newer', currentStepIndex: 0 }), event('second'));
    expect(entriesUpTo(watched.trace, 20).filter(({ what }) => what === 'event')).toMatchObject([{ message: 'first' }]);
  });
});

describe('ready pods of the new and of the old version', () => {
  test('are what the last word about each says', () => {
    const { trace } = aborted();
    expect([20, 50, 0].map(weight => podsAfter(entriesUpTo(trace, weight), trace.subject!))).toEqual([[1, 4], [3, 2], [0, 5]]);
  });

  test('are old whatever other version they are of', () => {
    const { trace } = begun().send(replicaSet('older', 2));
    expect(podsAfter(trace.entries, trace.subject!)).toEqual([1, 6]);
  });
});

test('the story of a release is its weights, its analyses and its end, without times', () => {
  expect(storyOf(aborted().trace.toJSON())).toEqual({
    steps: ['step 0: 20 %', 'step 2: 50 %'],
    analyses: ['Background Failed: errors, latency', 'Step Successful: latency'],
    end: 'Degraded at 0 %',
  });
});

test('what repeats at once is told once, what comes again later is told again', () => {
  expect(distinct([1, 1, 2, 2, 1])).toEqual([1, 2, 1]);
  expect(distinct([])).toEqual([]);
});

describe('a query', () => {
  const pods = new Map([['shop-old-a', 'old'], ['shop-new-a', 'new'], ['shop-new-b', 'new'], ['other', undefined]]);
  const problems = (query: string) => scopeProblems(query, { pods, hash: 'new', namespace: 'lab' });

  test('is about one version when each of its selectors takes all pods of it and no others', () => {
    expect(problems('sum(a{namespace="lab",pod=~"shop-new-[a-z0-9]+"}) / sum(b{x="1", pod=~"shop-new-.*", namespace="lab"})')).toEqual([]);
  });

  test('is judged on whole names, as the metric store does', () => {
    expect(problems('a{namespace="lab",pod=~"new"}')).toEqual(['misses pod shop-new-a', 'misses pod shop-new-b']);
    expect(problems('a{namespace="lab",pod=~"shop-new-a|shop-new-b"}')).toEqual([]);
  });

  test.each([
    ['selects nothing', 'sum(a)', ['no selector']],
    ['asks about every pod', 'a{namespace="lab"}', ['no pattern for pods']],
    ['asks about both versions', 'a{namespace="lab",pod=~"shop-.*"}', ['takes in pod shop-old-a']],
    ['asks about the wrong version', 'a{namespace="lab",pod=~"shop-old-a"}', ['takes in pod shop-old-a', 'misses pod shop-new-a', 'misses pod shop-new-b']],
    ['asks everywhere', 'a{pod=~"shop-new-.*"}', ['not the namespace lab']],
    ['asks elsewhere', 'a{namespace="shop",pod=~"shop-new-.*"}', ['not the namespace lab']],
    ['forgets it in one of its selectors', 'a{namespace="lab",pod=~"shop-new-.*"} / b{namespace="lab"}', ['no pattern for pods']],
  ])('fails when it %s', (_, query, expected) => {
    expect(problems(query)).toEqual(expected);
  });
});
