import { playBlueGreen } from './blue-green-model';
import type { BlueGreen } from './blue-green-model';
import { bad, empty, good } from './metric-model';
import type { Answer, MetricFields } from './metric-model';
import type { Data } from './rollout-model';

/*
 * The forms that were tried on the running controller, version 1.10.1, played through the model that the tests of our own gating
 * use. Each test is one measured row: where one fails, the model is wrong.
 */

const gate: MetricFields = {
  name: 'gate',
  interval: '2s',
  initialDelay: '4s',
  count: 10,
  failureLimit: 1,
  consecutiveSuccessLimit: 2,
  inconclusiveLimit: 9,
  successCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] >= 95',
  failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] < 95',
};
const analysis = { templates: [{ templateName: 'gate' }] };
const before = { prePromotionAnalysis: analysis };
const after = { postPromotionAnalysis: analysis };
const strategy = (fields: object): BlueGreen => ({ strategy: fields, metrics: { gate: [gate] } });
const always = (answer: Answer): Data => () => answer;
/** Ready at first, and then no more, until somebody mends it. */
const crash = (from: number, until = Infinity) => (at: number) => at < from || at >= until;
const minute = { seconds: 60 };

test('a bad answer after the switch switches back', () => {
  expect(playBlueGreen(strategy(after), always(bad), minute)).toEqual({ phase: 'Aborted', at: 6, active: 'old', switchedAt: 0 });
});

test('a bad answer before it switches nothing', () => {
  expect(playBlueGreen(strategy(before), always(bad), minute)).toEqual({ phase: 'Aborted', at: 6, active: 'old', switchedAt: undefined });
});

test('with a pod down at the abort, the Service leads to nothing as soon as the controller\'s own delay is over', () => {
  const ready = crash(3);
  expect(playBlueGreen(strategy(after), always(bad), { ready, seconds: 35 })).toMatchObject({ phase: 'Aborted', active: 'new' });
  expect(playBlueGreen(strategy(after), always(bad), { ready, seconds: 60 })).toMatchObject({ phase: 'Aborted', active: 'nothing' });
});

test('with a delay of 0 the pods stay, and the Service goes back when all of them are ready, however late', () => {
  const kept = strategy({ ...after, abortScaleDownDelaySeconds: 0 });
  expect(playBlueGreen(kept, always(bad), { ready: crash(3), seconds: 60 })).toMatchObject({ phase: 'Aborted', active: 'new' });
  expect(playBlueGreen(kept, always(bad), { ready: crash(3, 17), seconds: 60 })).toMatchObject({ active: 'old' });
  expect(playBlueGreen(kept, always(bad), { ready: crash(3, 51), seconds: 60 })).toMatchObject({ active: 'old' });
});

test('pods that crash after it went back are nobody\'s business', () => {
  expect(playBlueGreen(strategy(after), always(bad), { ready: crash(9), seconds: 60 })).toMatchObject({ phase: 'Aborted', active: 'old' });
});

test('without data the run after the switch gives up, and pauses with everybody on the new version', () => {
  expect(playBlueGreen(strategy(after), always(empty), minute)).toMatchObject({ phase: 'Paused', active: 'new' });
});

test('a person and a time together wait for the person', () => {
  expect(playBlueGreen(strategy({ autoPromotionEnabled: false, autoPromotionSeconds: 2 }), always(good), minute)).toMatchObject({ phase: 'Waiting', active: 'old' });
});

test('good answers promote', () => {
  expect(playBlueGreen(strategy(after), always(good), minute)).toEqual({ phase: 'Healthy', at: 6, active: 'new', switchedAt: 0 });
});
