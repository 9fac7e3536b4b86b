import { endingOfCanary, endingOfExperiment, endingOfRollout } from '../../src/pulumi/registering/ending';

const asking = { strategy: { canary: { steps: [{ pause: { duration: '1m' } }, { pause: {} }] } } };

test.each<[string, object, number, string]>([
  ['the controller has not seen the change', { phase: 'Healthy', observedGeneration: '3' }, 4, 'under way'],
  ['the controller has seen nothing yet', {}, 1, 'under way'],
  ['it is healthy in the generation of the change', { phase: 'Healthy', observedGeneration: '4' }, 4, 'done'],
  ['another change came meanwhile', { phase: 'Healthy', observedGeneration: '5' }, 4, 'done'],
  ['a generation of two digits is not less than one of one digit', { phase: 'Healthy', observedGeneration: '10' }, 9, 'done'],
  ['pods are starting', { phase: 'Progressing', observedGeneration: '4' }, 4, 'under way'],
  ['a stage is held for a time', { phase: 'Paused', observedGeneration: '4', currentStepIndex: 0, pauseConditions: [{ reason: 'CanaryPauseStep' }] }, 4, 'under way'],
  ['a stage waits for a person', { phase: 'Paused', observedGeneration: '4', currentStepIndex: 1, pauseConditions: [{ reason: 'CanaryPauseStep' }] }, 4, 'waits'],
  ['a preview waits for a person', { phase: 'Paused', observedGeneration: '4', pauseConditions: [{ reason: 'BlueGreenPause' }] }, 4, 'waits'],
  ['an analysis left it open', { phase: 'Paused', observedGeneration: '4', pauseConditions: [{ reason: 'InconclusiveAnalysisRun' }] }, 4, 'waits'],
  ['it was aborted', { phase: 'Degraded', abort: true, message: 'RolloutAborted: metric failed', observedGeneration: '4' }, 4, 'failed'],
  ['it is degraded', { phase: 'Degraded', observedGeneration: '4' }, 4, 'failed'],
])('a Rollout where %s', (_, status, generation, ending) => {
  expect(endingOfRollout({ spec: asking, status }, generation).kind).toBe(ending);
});

const changed = new Date('2026-11-22T06:00:00.700Z');
const before = '2026-11-22T05:59:59Z';
const after = '2026-11-22T06:00:00Z';

test.each<[string, object, Date | undefined, string]>([
  ['has just been made', {}, undefined, 'under way'],
  ['starts its first version', { phase: 'Initializing', lastTransitionTime: after }, undefined, 'under way'],
  ['has its first version', { phase: 'Initialized', lastTransitionTime: after }, undefined, 'done'],
  ['has not looked at the change yet', { phase: 'Succeeded', lastTransitionTime: before }, changed, 'under way'],
  ['releases it', { phase: 'Progressing', lastTransitionTime: after }, changed, 'under way'],
  ['has released it', { phase: 'Succeeded', lastTransitionTime: after }, changed, 'done'],
  ['has rolled it back', { phase: 'Failed', lastTransitionTime: after }, changed, 'failed'],
  ['waits at a gate', { phase: 'WaitingPromotion', lastTransitionTime: after }, changed, 'waits'],
])('a Canary that %s', (_, status, since, ending) => {
  expect(endingOfCanary({ status }, since).kind).toBe(ending);
});

test.each<[string, object | undefined, string]>([
  ['nobody has looked at', undefined, 'under way'],
  ['starts its pods', { phase: 'Pending' }, 'under way'],
  ['runs', { phase: 'Running' }, 'under way'],
  ['was a success', { phase: 'Successful' }, 'done'],
  ['was none', { phase: 'Failed', message: 'metric failed' }, 'failed'],
  ['has learned nothing', { phase: 'Inconclusive' }, 'failed'],
  ['could not ask', { phase: 'Error' }, 'failed'],
])('an Experiment that %s', (_, status, ending) => {
  expect(endingOfExperiment({ status }).kind).toBe(ending);
});

test('what failed says why in the words of the controller', () => {
  expect(endingOfRollout({ status: { phase: 'Degraded', abort: true, message: 'RolloutAborted: success-rate', observedGeneration: '1' } }, 1))
    .toEqual({ kind: 'failed', why: 'RolloutAborted: success-rate' });
  expect(endingOfCanary({ status: { phase: 'Failed', lastTransitionTime: after, conditions: [{ type: 'Promoted', message: 'Canary analysis failed' }] } }, changed))
    .toEqual({ kind: 'failed', why: 'Canary analysis failed' });
  expect(endingOfExperiment({ status: { phase: 'Inconclusive' } })).toEqual({ kind: 'failed', why: 'its phase is Inconclusive' });
});
